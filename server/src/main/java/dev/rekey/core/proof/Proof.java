package dev.rekey.core.proof;

import dev.rekey.core.token.SignedTokens.Flaw;
import java.time.Duration;

/** What came of a claim. */
public sealed interface Proof {

  /** It is true. */
  record Known(Caller caller) implements Proof {}

  /** It is not, and this is why; a wire shows no more of it than its document does. */
  record Stranger(Reason reason) implements Proof {}

  /** Too many failed before; nothing was looked at. */
  record TooMany(Duration retryAfter) implements Proof {}

  /** The server has more hashing to do than it can in good time. */
  record Overloaded(Duration retryAfter) implements Proof {}

  /** Why a claim is not believed. */
  sealed interface Reason {

    /** There was no claim. */
    record NothingShown() implements Reason {}

    /** It does not read as credentials. */
    record Unreadable() implements Reason {}

    /** Unknown name or wrong password: never told apart. */
    record WrongNameOrPassword() implements Reason {}

    /** The account is disabled; said aloud only where a wire's document does. */
    record Disabled() implements Reason {}

    /** Password sign-in is off for the account; said aloud only where a wire's document does. */
    record PasswordLoginOff() implements Reason {}

    /** All is right, but the address is still to be confirmed. */
    record Unconfirmed() implements Reason {}

    /** The signed token itself is not good. */
    record BadToken(Flaw flaw) implements Reason {}

    /** The token was good once: its grant has ended, expired or never was. */
    record Ended() implements Reason {}

    /** The token names an account that does not exist. */
    record NoSuchAccount() implements Reason {}
  }
}
