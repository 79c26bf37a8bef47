package dev.rekey.core.token;

import dev.rekey.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A standing permission to act as an account: a session, a signed token or a client's rotating
 * token. Every grant is a row; what has no row admits nobody, however well it is signed.
 *
 * @param wire the mount that issued it
 * @param trail the digests of a rotating token; empty for a token that never changes
 * @param agent what the client called itself at issue
 * @param address where it was issued to
 * @param lastUsedAt when it was last noted that somebody used it; that is noted now and then, not
 *     each time
 */
public record Grant(
    Ref ref,
    String wire,
    Optional<Trail> trail,
    Instant issuedAt,
    Instant expiresAt,
    String agent,
    String address,
    Instant lastUsedAt) {

  /** One that was not used since it was issued. */
  public Grant(
      Ref ref,
      String wire,
      Optional<Trail> trail,
      Instant issuedAt,
      Instant expiresAt,
      String agent,
      String address) {
    this(ref, wire, trail, issuedAt, expiresAt, agent, address, issuedAt);
  }

  /** How a grant is found: by account, kind and key. */
  public record Ref(AccountId account, Kind kind, String key) {}

  /** What is presented to use the grant. */
  public enum Kind {
    /** A signed token with an id of its own; the key is its {@code jti}. */
    JWT,
    /** A signed token without an id; the key is its digest. */
    BEARER,
    /** A rotating token; the key is the client's id. */
    CLIENT,
    /** A macaroon that its owner gave a name; the key is its id. */
    NAMED,
    /** A macaroon of a generation that ends as a whole; the key is its id. */
    TEMPORARY,
    /**
     * A reset ticket that stands in for a session until the password is set; the key is its digest.
     * The store keeps it among the tickets.
     */
    TICKET
  }

  /**
   * The last digests of a rotating token, newest first.
   *
   * @param rotatedAt when the client last used or got a token; empty before its first use
   */
  public record Trail(
      TokenDigest current,
      Optional<TokenDigest> previous,
      Optional<TokenDigest> last,
      Optional<Instant> rotatedAt) {

    public static Trail begin(TokenDigest current, Instant now) {
      return new Trail(current, Optional.empty(), Optional.empty(), Optional.of(now));
    }

    /** Those of its digests, the last but one left away, that another system has made. */
    public List<TokenDigest> foreign() {
      return Stream.concat(Stream.of(current), previous.stream())
          .filter(TokenDigest::isForeign)
          .toList();
    }

    /** The same with another digest in place of one. */
    public Trail with(TokenDigest old, TokenDigest fresh) {
      return new Trail(
          current.equals(old) ? fresh : current,
          previous.map(one -> one.equals(old) ? fresh : one),
          last,
          rotatedAt);
    }
  }

  /** The same with another trail. */
  public Grant with(Trail other) {
    return new Grant(ref, wire, Optional.of(other), issuedAt, expiresAt, agent, address);
  }

  /** The same after a use, until then. */
  public Grant used(Instant at, Instant end) {
    return new Grant(ref, wire, trail, issuedAt, end, agent, address, at);
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
