package dev.rekey.jose;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Visit;
import dev.rekey.jose.CompactJws.Believed;
import dev.rekey.jose.CompactJws.Flawed;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokens of OCARIoT: RS256, without an id, the account named by its 24 hex digits. */
public final class RsaTokens implements SignedTokens, Issuer {

  private static final Pattern HEX24 = Pattern.compile("[0-9a-f]{24}");

  private final RsaSettings settings;
  private final CompactJws jws;

  public RsaTokens(RsaSettings settings) {
    this.settings = settings;
    this.jws =
        new CompactJws(
            JWSAlgorithm.RS256,
            "{\"alg\":\"RS256\",\"typ\":\"JWT\"}",
            new RSASSASigner(settings.keys().getPrivate()),
            List.of(new RSASSAVerifier((RSAPublicKey) settings.keys().getPublic())));
  }

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    Instant issuedAt = now.truncatedTo(SECONDS);
    Instant expiresAt = issuedAt.plus(settings.lifetime());
    String token = jws.sign(payload(account, issuedAt, expiresAt));
    Grant grant =
        new Grant(
            new Grant.Ref(account.id(), Grant.Kind.BEARER, TokenDigest.of(token).hex()),
            visit.wire(),
            Optional.empty(),
            issuedAt,
            expiresAt,
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, token);
  }

  private String payload(Account account, Instant issuedAt, Instant expiresAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", account.ids().hex24());
    claims.put("sub_type", account.role().name());
    claims.put("iss", settings.issuer());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("scope", settings.scopes().apply(account.role()));
    claims.put("exp", expiresAt.getEpochSecond());
    return JSONObjectUtils.toJSONString(claims) + mark(account.credential().version());
  }

  /**
   * The password's version, spelt in blanks behind the claims, where JSON lets them stand (RFC 8259
   * section 2). Two sign-ins in one second give the same token, byte for byte; but a token that a
   * change of the password ended must never be given out again, not even when signing in, changing
   * and signing in once more take less than a second.
   */
  private static String mark(long version) {
    return version <= 1 ? "" : Long.toBinaryString(version).replace('1', '\t').replace('0', ' ');
  }

  @Override
  public Reading read(String token, Optional<String> audience, Instant now) {
    return switch (jws.open(token)) {
      case Flawed(Flaw flaw) -> new Reading.Rejected(flaw);
      case Believed(Claims claims) ->
          flawIn(claims, now)
              .<Reading>map(Reading.Rejected::new)
              .orElseGet(() -> genuine(claims, token));
    };
  }

  /** In the order of OCARIoT's gateway. */
  private Optional<Flaw> flawIn(Claims claims, Instant now) {
    return claims.flawInTime(now).or(() -> flawInContent(claims));
  }

  private Optional<Flaw> flawInContent(Claims claims) {
    if (!claims.says("iss", Optional.of(settings.issuer()))) {
      return Optional.of(Flaw.ISSUER);
    }
    return account(claims).isPresent() ? Optional.empty() : Optional.of(Flaw.NO_ID);
  }

  private static Reading genuine(Claims claims, String token) {
    return new Reading.Genuine(
        account(claims).orElseThrow(),
        Grant.Kind.BEARER,
        TokenDigest.of(token).hex(),
        claims.issuedAt(),
        claims.expiresAt());
  }

  private static Optional<Handle> account(Claims claims) {
    return claims.text("sub").filter(text -> HEX24.matcher(text).matches()).map(Handle.Hex24::new);
  }
}
