package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.SignedTokens.Reading.Genuine;
import dev.rekey.core.token.SignedTokens.Reading.Rejected;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class SignedTokensProperties {

  private static final String SECRET = "lab-secret-lab-secret-lab-secret-lab";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_208_633);

  private static final HmacTokens HMAC =
      new HmacTokens(HmacSettings.of(HmacSecret.ofText(SECRET)), Dice.rolling());

  private static final RsaTokens RSA =
      new RsaTokens(
          RsaSettings.of(RsaKeys.generate(new SecureRandom()), role -> role.name() + ":read"));

  @Property
  void whatIsSaidIsRead(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long number,
      @ForAll String audience) {
    Issued issued = HMAC.issue(Somebody.numbered(number), Somebody.visitFor(audience), NOW);

    assertThat(HMAC.read(issued.token(), Optional.of(audience), NOW))
        .isEqualTo(
            new Genuine(
                new Handle.Number(number),
                Grant.Kind.JWT,
                issued.grant().ref().key(),
                issued.grant().issuedAt(),
                issued.grant().expiresAt()));
  }

  @Property
  void anyTextHasAnAnswer(@ForAll String text) {
    assertRejected(text);
  }

  @Property(tries = 3_000)
  void anyThreeSegmentsHaveAnAnswer(@ForAll("segments") List<String> segments) {
    assertRejected(String.join(".", segments));
  }

  @Property
  void anyHeaderHasAnAnswer(@ForAll("jsonText") String header) {
    assertRejected(Forge.encode(header) + ".e30.c2ln");
    assertRejected(Forge.encode("{\"alg\":\"HS256\",\"jwk\":" + header + "}") + ".e30.c2ln");
  }

  @Property
  void anySignedPayloadHasAnAnswer(@ForAll("jsonText") String payload) {
    assertRejected(Forge.hs256(SECRET, "{\"alg\":\"HS256\"}", payload));
  }

  @Property(tries = 500)
  void oneChangedCharacterIsNoticed(@ForAll @IntRange(max = 10_000) int at, @ForAll char other) {
    for (SignedTokens tokens : List.of(HMAC, RSA)) {
      StringBuilder token = new StringBuilder(issued(tokens));
      int where = at % token.length();
      if (token.charAt(where) != other) {
        token.setCharAt(where, other);
        assertThat(tokens.read(token.toString(), Optional.empty(), NOW))
            .isInstanceOf(Rejected.class);
      }
    }
  }

  @Property
  void aTokenForOneAudienceIsNoneForAnother(
      @ForAll @AlphaChars @StringLength(max = 20) String asked,
      @ForAll @AlphaChars @StringLength(max = 20) String given) {
    String token = HMAC.issue(Somebody.numbered(1), Somebody.visitFor(given), NOW).token();

    assertThat(HMAC.read(token, Optional.of(asked), NOW) instanceof Genuine)
        .isEqualTo(asked.equals(given));
  }

  @Example
  void hugeTextsAreNotTakenApart() {
    String huge = "a".repeat(16 * 1024 + 1);
    assertThat(HMAC.read(huge, Optional.empty(), NOW)).isEqualTo(new Rejected(Flaw.SEGMENTS));
    assertThat(RSA.read(huge, Optional.empty(), NOW)).isEqualTo(new Rejected(Flaw.SEGMENTS));
  }

  @Example
  void deeplyNestedTextsAreNoAccident() throws InterruptedException {
    Thread small = Thread.ofPlatform().stackSize(128 * 1024).start(SignedTokensProperties::nested);
    small.join();
    nested();
  }

  private static void nested() {
    assertRejected(Forge.encode("[".repeat(10_000)) + ".e30.c2ln");
    assertRejected(Forge.encode("{\"a\":".repeat(2_000)) + ".e30.c2ln");
    assertRejected(Forge.encode("{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500)) + ".e30.c2ln");
  }

  @Provide
  Arbitrary<List<String>> segments() {
    Arbitrary<String> segment =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('-', 'z').ofMaxLength(40),
            Arbitraries.of(
                "",
                Forge.encode("{\"alg\":\"HS256\"}"),
                Forge.encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}"),
                Forge.encode("{\"alg\":\"none\"}"),
                Forge.encode("{\"alg\":null}"),
                Forge.encode("null")));
    return segment.list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> jsonText() {
    Arbitrary<String> scalar =
        Arbitraries.of("null", "true", "1e999", "-0", "\"\\ud800\"", "\"x\"", "{}", "[]", "9e99");
    Arbitrary<String> name =
        Arbitraries.of(
            "alg", "crit", "jwk", "x5c", "exp", "nbf", "sub", "scp", "aud", "jti", "b64");
    Arbitrary<String> member =
        Combinators.combine(name, scalar).as((key, value) -> "\"" + key + "\":" + value);
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        scalar,
        member.list().ofMaxSize(8).map(members -> "{" + String.join(",", members) + "}"));
  }

  private static String issued(SignedTokens tokens) {
    return tokens == HMAC
        ? HMAC.issue(Somebody.numbered(1), Somebody.VISIT, NOW).token()
        : RSA.issue(Somebody.withRole("admin", 3), Somebody.VISIT, NOW).token();
  }

  private static void assertRejected(String text) {
    assertThat(HMAC.read(text, Optional.empty(), NOW)).isInstanceOf(Rejected.class);
    assertThat(RSA.read(text, Optional.empty(), NOW)).isInstanceOf(Rejected.class);
  }
}
