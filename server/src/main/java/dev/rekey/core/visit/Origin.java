package dev.rekey.core.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an attempt comes from, as far as the server can know it.
 *
 * @param address the client's address in canonical text form, behind trusted proxies the forwarded
 *     one
 * @param agent what the client calls itself, cut to 200 characters; empty when it does not say
 * @param language the one that the client asks for, if the house speaks it; it is not written down
 */
public record Origin(String address, String agent, Optional<Language> language) {

  private static final int IPV6_GROUPS = 8;

  private static final int LONGEST_AGENT = 200;

  public Origin {
    if (agent.length() > LONGEST_AGENT) {
      boolean split = Character.isHighSurrogate(agent.charAt(LONGEST_AGENT - 1));
      agent = agent.substring(0, split ? LONGEST_AGENT - 1 : LONGEST_AGENT);
    }
  }

  /** One that asks for no language. */
  public Origin(String address, String agent) {
    this(address, agent, Optional.empty());
  }

  /** Whose address it is: an IPv6 customer has a whole /64, an IPv4 address stands for itself. */
  public String network() {
    return address.contains(":") ? network(address) : address;
  }

  /**
   * Roughly where it is: what somebody keeps who moves about in one provider's network. An IPv4
   * address counts with its first half, an IPv6 address with what a provider gets (/32).
   */
  public String region() {
    String[] parts = network().split("[.:]", -1);
    return address.contains(":")
        ? parts[0] + ':' + parts[1] + "::/32"
        : String.join(".", List.of(parts).subList(0, Math.min(2, parts.length))) + ".0.0/16";
  }

  /** The first four groups, the zeros that canonical text leaves out put back (RFC 5952). */
  private static String network(String ipv6) {
    int gap = ipv6.indexOf("::");
    List<String> groups = groups(gap < 0 ? ipv6 : ipv6.substring(0, gap));
    int behind = gap < 0 ? 0 : groups(ipv6.substring(gap + 2)).size();
    while (groups.size() + behind < IPV6_GROUPS) {
      groups.add("0");
    }
    return String.join(":", groups.subList(0, Math.min(groups.size(), IPV6_GROUPS / 2))) + "::/64";
  }

  private static List<String> groups(String part) {
    return new ArrayList<>(part.isEmpty() ? List.of() : List.of(part.split(":", -1)));
  }
}
