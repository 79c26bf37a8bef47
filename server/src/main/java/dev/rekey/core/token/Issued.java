package dev.rekey.core.token;

/**
 * A grant together with the one thing that the store never sees: the token as the client gets it.
 *
 * @param grant the row to be committed
 * @param token what the client presents from now on
 */
public record Issued(Grant grant, String token) {

  @Override
  public String toString() {
    return "Issued[" + grant.ref().kind() + " until " + grant.expiresAt() + ']';
  }
}
