package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.core.proof.Caller;
import dev.rekey.http.Request;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who is known at a request.
 *
 * @param shown the token, or the reset letter's ticket in a token's place
 */
record Guest(Request request, JsonNode parameters, String shown, Caller caller) {

  Account account() {
    return caller.account();
  }

  /** Whether it is a ticket that was shown: good for setting a password, and for nothing else. */
  boolean byTicket() {
    return caller.byTicket();
  }

  @Override
  public String toString() {
    return "Guest[hidden]";
  }
}
