package dev.rekey.core.password;

import static dev.rekey.core.password.Hasher.Verdict.MATCH;
import static dev.rekey.core.password.Hasher.Verdict.NO_MATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PasswordProperties {

  private final Sealer sealer =
      new Argon2Sealer(
          new EngineArgon2(BouncyCastleEngine::new),
          new HashCost(64, 1, 1),
          Optional.empty(),
          new SecureRandom());

  @Property(tries = 300)
  void everyUsablePasswordIsVerified(@ForAll("usable") String text) {
    PasswordHash hash = sealer.seal(Password.of(text));
    assertThat(sealer.verify(Password.of(text), Optional.of(hash))).isEqualTo(MATCH);
  }

  @Property(tries = 300)
  void noOtherPasswordEverIs(@ForAll("usable") String text, @ForAll("usable") String other) {
    Assume.that(!nfc(text).equals(nfc(other)));
    PasswordHash hash = sealer.seal(Password.of(text));
    assertThat(sealer.verify(Password.of(other), Optional.of(hash))).isEqualTo(NO_MATCH);
  }

  @Property(tries = 300)
  void noNearMissEverIs(@ForAll("usable") String text, @ForAll("point") int point) {
    String longer = text + Character.toString(point);
    Assume.that(!nfc(text).equals(nfc(longer)));
    PasswordHash hash = sealer.seal(Password.of(text));
    assertThat(sealer.verify(Password.of(longer), Optional.of(hash))).isEqualTo(NO_MATCH);
    PasswordHash longerHash = sealer.seal(Password.of(longer));
    assertThat(sealer.verify(Password.of(text), Optional.of(longerHash))).isEqualTo(NO_MATCH);
  }

  @Property
  void aPasswordIsTheSameAsItselfOnly(@ForAll String text, @ForAll String other) {
    assertThat(Password.of(text).sameAs(Password.of(text))).isTrue();
    assertThat(Password.of(text).sameAs(Password.of(other))).isEqualTo(text.equals(other));
  }

  @Property
  void everyPasswordIsMadeOfItself(@ForAll("usable") String text) {
    Assume.that(!text.isBlank());
    assertThat(Password.of(text).isMadeOf(text)).isTrue();
  }

  @Property
  void everyTextCanBeAPasswordAndIsShownInNone(@ForAll String text, @ForAll String word) {
    Password password = Password.of(text);
    password.isMadeOf(word);
    password.fingerprint();
    assertThat(password.length()).isNotNegative();
    assertThat(password).hasToString("Password[hidden]");
  }

  @Property(tries = 5000)
  void everyTextCanBeAStoredHash(@ForAll String text) {
    assertThat(PasswordHash.of(text).scheme()).isEqualTo("unknown");
  }

  @Property(tries = 5000)
  void everyTextThatLooksLikeAStoredHashCanBeOne(@ForAll("hashLike") String text) {
    assertThat(PasswordHash.of(text).scheme())
        .isIn("argon2id", "argon2i", "bcrypt", "pbkdf2-sha512", "unknown");
  }

  @Provide
  Arbitrary<Integer> point() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0x20, 0x7E),
        Arbitraries.integers().between(1, 0xD7FF),
        Arbitraries.integers().between(0x300, 0x36F),
        Arbitraries.integers().between(0xE000, 0x10FFFF));
  }

  @Provide
  Arbitrary<String> usable() {
    return point()
        .list()
        .ofMaxSize(100)
        .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
  }

  @Provide
  Arbitrary<String> hashLike() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "$",
                "$argon2id$v=19$",
                "$rekey-p1$",
                "k1",
                "$2b$",
                "$pbkdf2-sha512$",
                "i=",
                "m=",
                ",t=",
                ",p=",
                "=",
                "04",
                "2048",
                "AAECAwQFBgcICQoLDA0ODw"),
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.strings().withChars("./+=$AZaz09").ofMaxLength(60));
    return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Form.NFC);
  }
}
