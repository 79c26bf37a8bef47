package dev.rekey.core.visit;

/**
 * Where an attempt comes from, as far as the server can know it.
 *
 * @param address the client's address in canonical text form, behind trusted proxies the forwarded
 *     one
 * @param agent what the client calls itself, cut to 200 characters; empty when it does not say
 */
public record Origin(String address, String agent) {

  private static final int LONGEST_AGENT = 200;

  public Origin {
    if (agent.length() > LONGEST_AGENT) {
      boolean split = Character.isHighSurrogate(agent.charAt(LONGEST_AGENT - 1));
      agent = agent.substring(0, split ? LONGEST_AGENT - 1 : LONGEST_AGENT);
    }
  }
}
