package dev.rekey.core.token;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the signed tokens of one mount: whether they are genuine and in time, and whose they are.
 */
public interface SignedTokens {

  /**
   * What the token is; anything that a stranger may send has an answer.
   *
   * @param audience what the visit says it wants tokens for; a mount without audiences ignores it
   */
  Reading read(String token, Optional<String> audience, Instant now);

  /**
   * Whether a token of this key can be one of the account's as the account is now: where all of
   * them bear one id, a former id is none.
   */
  default boolean fits(Account account, String key) {
    return true;
  }

  /** What a token turned out to be. */
  sealed interface Reading {

    /**
     * Genuine and in time; whether it still admits anybody is the grant's to say.
     *
     * @param account whom it names
     * @param kind of the grant behind it
     * @param key of the grant behind it
     * @param issuedAt in whole seconds, as the token says it
     */
    record Genuine(Handle account, Grant.Kind kind, String key, Instant issuedAt, Instant expiresAt)
        implements Reading {}

    record Rejected(Flaw flaw) implements Reading {}
  }

  /** Why a signed token is not believed. */
  enum Flaw {
    /** Not three segments. */
    SEGMENTS,
    /** The segments do not decode. */
    ENCODING,
    /** Another algorithm than this mount signs with, {@code none} included. */
    ALGORITHM,
    SIGNATURE,
    EXPIRED,
    /** Not yet valid, or without a time by which it ends. */
    TIME,
    /** Without an id, or without the account's. */
    NO_ID,
    SCOPE,
    AUDIENCE,
    ISSUER
  }
}
