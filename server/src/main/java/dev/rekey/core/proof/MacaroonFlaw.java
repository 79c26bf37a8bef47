package dev.rekey.core.proof;

import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.TokenType;

/** Why a macaroon is not believed; only its maker's mark, where it has one, lets it learn more. */
public sealed interface MacaroonFlaw {

  /** It is no macaroon, or none that says what macaroons here say. */
  record Unreadable() implements MacaroonFlaw {}

  /** It was not made here, or what it stood on has ended, its owner perhaps. */
  record NotGood() implements MacaroonFlaw {}

  /** Its owner took it back: it alone for a time, or its whole generation. */
  record Revoked() implements MacaroonFlaw {}

  /** Its owner is disabled. */
  record OwnerDisabled() implements MacaroonFlaw {}

  /** It is good, but for something else. */
  record OfType(TokenType type) implements MacaroonFlaw {}

  record Unmet(Caveat caveat) implements MacaroonFlaw {}

  /** It has a condition that this server cannot check. */
  record UnknownCaveat(String text) implements MacaroonFlaw {}
}
