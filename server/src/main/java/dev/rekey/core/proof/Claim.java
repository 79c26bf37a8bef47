package dev.rekey.core.proof;

import dev.rekey.core.password.Password;

/** Whom somebody says to be, and what they show for it. Unchecked. */
public sealed interface Claim {

  /** Nothing was shown. */
  record Nothing() implements Claim {}

  /** Something was shown that does not read as this wire's credentials. */
  record Garbled() implements Claim {}

  /** A name and its password. */
  record NameAndPassword(String name, Password password) implements Claim {}

  /** A signed token. */
  record SignedToken(String token) implements Claim {

    @Override
    public String toString() {
      return "SignedToken[hidden]";
    }
  }

  /** An opaque token of the own API. */
  record BearerToken(String token) implements Claim {
    @Override
    public String toString() {
      return "BearerToken[hidden]";
    }
  }

  /** A rotating token, with the account's uid and the client's id. */
  record ClientToken(String uid, String client, String token) implements Claim {

    @Override
    public String toString() {
      return "ClientToken[hidden]";
    }
  }

  /**
   * A reset ticket in the place of a rotating token, with the account's uid: whoever followed a
   * letter's link, before the password is set.
   */
  record ResetTicket(String uid, String token) implements Claim {
    @Override
    public String toString() {
      return "ResetTicket[hidden]";
    }
  }
}
