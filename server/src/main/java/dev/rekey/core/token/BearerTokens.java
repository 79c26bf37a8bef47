package dev.rekey.core.token;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issues opaque tokens that never change: {@code rekey_}, the account's 32 hex digits, and 24
 * random bytes. The store knows the digest of the whole.
 */
public final class BearerTokens implements Issuer {

  private static final int BYTES = 24;

  private static final Pattern FORM = Pattern.compile("rekey_([0-9a-f]{32})_[A-Za-z0-9_-]{32}");

  private final Mint mint;
  private final Duration lifetime;

  public BearerTokens(Mint mint, Duration lifetime) {
    this.mint = mint;
    this.lifetime = lifetime;
  }

  /**
   * What a token says of itself, unchecked.
   *
   * @param account whom it names
   * @param key of the grant behind it
   */
  public record Shown(Handle account, String key) {}

  /** Empty when it does not read as a token of ours. */
  public static Optional<Shown> read(String token) {
    Matcher matcher = FORM.matcher(token);
    return matcher.matches()
        ? Optional.of(new Shown(new Handle.Hex32(matcher.group(1)), TokenDigest.of(token).hex()))
        : Optional.empty();
  }

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    String token = "rekey_" + account.ids().hex32() + '_' + mint.token(BYTES);
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    Grant grant =
        new Grant(
            new Grant.Ref(account.id(), Grant.Kind.BEARER, TokenDigest.of(token).hex()),
            visit.wire(),
            Optional.empty(),
            issuedAt,
            issuedAt.plus(lifetime),
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, token);
  }
}
