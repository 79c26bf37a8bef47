package dev.rekey.jose;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Visit;
import dev.rekey.jose.CompactJws.Believed;
import dev.rekey.jose.CompactJws.Flawed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of devise-jwt: HS256, the account named by its number, each with an id of its own or
 * all of an account with one.
 */
public final class HmacTokens implements SignedTokens, Issuer {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final HmacSettings settings;
  private final Mint mint;
  private final CompactJws jws;
  private final Optional<CommonIds> commonIds;

  public HmacTokens(HmacSettings settings, Mint mint) {
    this.settings = settings;
    this.mint = mint;
    this.jws = jws(settings);
    this.commonIds = settings.commonIds().map(CommonIds::new);
  }

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    Instant issuedAt = now.truncatedTo(SECONDS);
    Instant expiresAt = issuedAt.plus(settings.lifetime());
    Grant grant =
        new Grant(
            new Grant.Ref(account.id(), Grant.Kind.JWT, idFor(account)),
            visit.wire(),
            Optional.empty(),
            issuedAt,
            expiresAt,
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, jws.sign(payload(account, visit.audience(), grant)));
  }

  private String idFor(Account account) {
    return commonIds.map(ids -> ids.of(account)).orElseGet(mint::uuid).toString();
  }

  /**
   * The claims in devise-jwt's order; {@code aud} is there even when it is null, and an id that the
   * account brings along comes before all that the library adds.
   */
  private String payload(Account account, Optional<String> audience, Grant grant) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    commonIds.ifPresent(_ -> claims.put("jti", grant.ref().key()));
    settings.issuer().ifPresent(issuer -> claims.put("iss", issuer));
    claims.put("sub", Long.toString(account.ids().number()));
    claims.put("scp", settings.scope());
    claims.put("aud", audience.orElse(null));
    claims.put("iat", grant.issuedAt().getEpochSecond());
    claims.put("exp", grant.expiresAt().getEpochSecond());
    claims.putIfAbsent("jti", grant.ref().key());
    return JSONObjectUtils.toJSONString(claims);
  }

  @Override
  public Reading read(String token, Optional<String> audience, Instant now) {
    return switch (jws.open(token)) {
      case Flawed(Flaw flaw) -> new Reading.Rejected(flaw);
      case Believed(Claims claims) ->
          flawIn(claims, audience, now)
              .<Reading>map(Reading.Rejected::new)
              .orElseGet(() -> genuine(claims));
    };
  }

  @Override
  public boolean fits(Account account, String key) {
    return commonIds.filter(ids -> !ids.of(account).toString().equals(key)).isEmpty();
  }

  private Optional<Flaw> flawIn(Claims claims, Optional<String> audience, Instant now) {
    return flawInIssuer(claims)
        .or(() -> claims.flawInTime(now))
        .or(() -> flawInContent(claims, audience));
  }

  /** First of all: to devise-jwt another issuer's token is as good as no token. */
  private Optional<Flaw> flawInIssuer(Claims claims) {
    return settings
        .issuer()
        .filter(issuer -> !claims.says("iss", Optional.of(issuer)))
        .map(_ -> Flaw.ISSUER);
  }

  private Optional<Flaw> flawInContent(Claims claims, Optional<String> audience) {
    if (claims.text("jti").orElse("").isEmpty()) {
      return Optional.of(Flaw.NO_ID);
    }
    if (!claims.says("scp", Optional.of(settings.scope()))) {
      return Optional.of(Flaw.SCOPE);
    }
    if (!claims.says("aud", audience)) {
      return Optional.of(Flaw.AUDIENCE);
    }
    return number(claims).isPresent() ? Optional.empty() : Optional.of(Flaw.NO_ID);
  }

  private static Reading genuine(Claims claims) {
    return new Reading.Genuine(
        number(claims).orElseThrow(),
        Grant.Kind.JWT,
        claims.text("jti").orElseThrow(),
        claims.issuedAt(),
        claims.expiresAt());
  }

  /** At most 18 digits, which always fit. */
  private static Optional<Handle> number(Claims claims) {
    return claims
        .text("sub")
        .filter(text -> NUMBER.matcher(text).matches())
        .map(text -> new Handle.Number(Long.parseLong(text)));
  }

  private static CompactJws jws(HmacSettings settings) {
    try {
      return new CompactJws(
          JWSAlgorithm.HS256,
          "{\"alg\":\"HS256\"}",
          new MACSigner(settings.secret().bytes()),
          Stream.concat(Stream.of(settings.secret()), settings.former().stream())
              .map(HmacTokens::verifier)
              .toList());
    } catch (JOSEException e) {
      throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
    }
  }

  private static JWSVerifier verifier(HmacSecret secret) {
    try {
      return new MACVerifier(secret.bytes());
    } catch (JOSEException e) {
      throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
    }
  }
}
