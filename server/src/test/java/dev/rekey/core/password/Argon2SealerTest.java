package dev.rekey.core.password;

import static dev.rekey.core.password.Hasher.Verdict.MATCH;
import static dev.rekey.core.password.Hasher.Verdict.MATCH_OUTDATED;
import static dev.rekey.core.password.Hasher.Verdict.NO_MATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.Hasher.Verdict;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2SealerTest {

  private static final HashCost COST = new HashCost(64, 2, 1);
  private static final HashCost CHEAPER = new HashCost(64, 1, 1);
  private static final HashCost DEARER = new HashCost(64, 3, 1);

  private static final String COMPOSED = "caf\u00E9 au lait";
  private static final String DECOMPOSED = "cafe\u0301 au lait";

  private static final PasswordHash BCRYPT_OF_PASS =
      PasswordHash.of("$2a$04$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi");

  private static final PasswordHash PBKDF2_OF_PASSWORD =
      PasswordHash.of(
          "$pbkdf2-sha512$i=2048$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
              + "$rza447QCXD0QvbCq5T1iCqeZKHzN4PESH1sFqov/1/8");

  private final CountingArgon2 argon2 = new CountingArgon2();
  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer = sealer(COST);

  @Test
  void verifiesWhatItSealed() {
    PasswordHash hash = seal("correct horse");
    assertThat(verify("correct horse", hash)).isEqualTo(MATCH);
    assertThat(verify("correct horsf", hash)).isEqualTo(NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Correct horse", "correct horse ", " correct horse", "correct\u00A0horse"})
  @DisplayName("V6.2.8: verified exactly as received, without trimming or change of case")
  void forgivesNothing(String nearMiss) {
    assertThat(verify(nearMiss, seal("correct horse"))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("N-11: two passwords equal in the first 72 bytes are two passwords")
  void readsThePasswordWhole() {
    PasswordHash hash = seal("a".repeat(72) + "x");
    assertThat(verify("a".repeat(72) + "x", hash)).isEqualTo(MATCH);
    assertThat(verify("a".repeat(72) + "y", hash)).isEqualTo(NO_MATCH);
    assertThat(verify("a".repeat(72), hash)).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("N-11: an imported bcrypt hash that saw 72 bytes is outdated at once")
  void aCutHashIsReplacedByAWholeOne() {
    PasswordHash imported =
        PasswordHash.of("$2a$04$ZMYIifE4w74QlAxb9O/uQuNpaMJtN8wGaGF4shj5g0BDFJEKOMRAu");
    assertThat(verify("a".repeat(72) + "x", imported)).isEqualTo(MATCH_OUTDATED);
  }

  @Test
  @DisplayName("N-12: the composed and the decomposed form sign in alike")
  void normalisesToNfc() {
    assertThat(verify(DECOMPOSED, seal(COMPOSED))).isEqualTo(MATCH);
    assertThat(verify(COMPOSED, seal(DECOMPOSED))).isEqualTo(MATCH);
  }

  @Test
  @DisplayName("N-12: full-width and ASCII letters do not sign in alike")
  void doesNotNormaliseToNfkc() {
    assertThat(verify("\uFF50\uFF41\uFF53\uFF53", seal("pass"))).isEqualTo(NO_MATCH);
  }

  @Test
  void triesTheRawBytesForHashesThatWereMadeWithoutNormalising() {
    Argon2id raw = Argon2id.seal(DECOMPOSED.getBytes(UTF_8), COST, argon2, random);
    PasswordHash imported = PasswordHash.of(raw.encoded());
    assertThat(verify(DECOMPOSED, imported)).isEqualTo(MATCH_OUTDATED);
    assertThat(verify(COMPOSED, imported)).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("N-23, N-25: the same password gives another hash each time")
  void saltsAreNeverRepeated() {
    Set<String> salts = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      salts.add(seal("the same").encoded().split("\\$")[4]);
    }
    assertThat(salts).hasSize(1000).allSatisfy(salt -> assertThat(salt).hasSize(22));
  }

  @Test
  @DisplayName("N-26, N-27: scheme and cost are readable, salt and tag of native length")
  void writesPhcStrings() {
    assertThat(seal("anything").encoded())
        .matches("\\$argon2id\\$v=19\\$m=64,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  @DisplayName("N-24: a hash of another cost is outdated, whether cheaper or dearer")
  void raisesTheCostAtTheNextGoodSignIn() {
    PasswordHash cheap = sealer(CHEAPER).seal(Password.of("correct horse"));
    PasswordHash dear = sealer(DEARER).seal(Password.of("correct horse"));
    assertThat(verify("correct horse", cheap)).isEqualTo(MATCH_OUTDATED);
    assertThat(verify("correct horse", dear)).isEqualTo(MATCH_OUTDATED);
    assertThat(verify("wrong horse", cheap)).isEqualTo(NO_MATCH);
  }

  @Test
  void importedHashesMatchAndAreOutdated() {
    assertThat(verify("pass", BCRYPT_OF_PASS)).isEqualTo(MATCH_OUTDATED);
    assertThat(verify("password", PBKDF2_OF_PASSWORD)).isEqualTo(MATCH_OUTDATED);
    assertThat(verify("passw0rd", PBKDF2_OF_PASSWORD)).isEqualTo(NO_MATCH);
  }

  @Test
  void noStoredHashMatchesNothing() {
    assertThat(sealer.verify(Password.of("anything"), Optional.empty())).isEqualTo(NO_MATCH);
  }

  @Test
  void anUnknownFormMatchesNothing() {
    assertThat(verify("password", PasswordHash.of("5f4dcc3b5aa765d61d8327deb882cf99")))
        .isEqualTo(NO_MATCH);
    assertThat(verify("", PasswordHash.of(""))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("V6.3.8: a stranger's attempt is the work of a known person's")
  void aDecoyIsOneHashAtTheConfiguredCost() {
    PasswordHash known = seal("correct horse");
    assertThat(workOf("wrong", Optional.of(known))).containsExactly(COST);
    assertThat(workOf("correct horse", Optional.of(known))).containsExactly(COST);
    assertThat(workOf("wrong", Optional.empty())).containsExactly(COST);
  }

  @Test
  @DisplayName("V6.3.8: and so it is where a known person's password is tried twice")
  void aDecoyIsTriedInBothFormsToo() {
    PasswordHash known = seal("correct horse");
    assertThat(workOf(DECOMPOSED, Optional.of(known))).containsExactly(COST, COST);
    assertThat(workOf(DECOMPOSED, Optional.empty())).containsExactly(COST, COST);
  }

  @Test
  @DisplayName("V6.3.8: cheap hashes are verified beside a decoy")
  void aCheapHashIsNoQuicker() {
    PasswordHash cheap = sealer(CHEAPER).seal(Password.of("correct horse"));
    argon2.asked();
    assertThat(workOf("wrong", Optional.of(BCRYPT_OF_PASS))).containsExactly(COST);
    assertThat(workOf("wrong", Optional.of(PBKDF2_OF_PASSWORD))).containsExactly(COST);
    assertThat(workOf("wrong", Optional.of(PasswordHash.of("?")))).containsExactly(COST);
    assertThat(workOf("wrong", Optional.of(cheap))).containsExactly(COST, CHEAPER);
  }

  @Test
  void aDearHashNeedsNoDecoy() {
    PasswordHash dear = sealer(DEARER).seal(Password.of("correct horse"));
    argon2.asked();
    assertThat(workOf("wrong", Optional.of(dear))).containsExactly(DEARER);
  }

  @Test
  void aCostThatCannotBeBorneIsNeverRun() {
    String bcrypt31 = BCRYPT_OF_PASS.encoded().replace("$04$", "$31$");
    assertThat(workOf("pass", Optional.of(PasswordHash.of(bcrypt31)))).containsExactly(COST);
    assertThat(verify("pass", PasswordHash.of(bcrypt31))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("N-28: a hash names the key of its pepper")
  void pepperedHashesNameTheirKey() {
    PasswordHash hash = peppered(pepper("k1")).seal(Password.of("correct horse"));
    assertThat(hash.encoded()).startsWith("$rekey-p1$k1$argon2id$v=19$m=64,t=2,p=1$");
    assertThat(hash.scheme()).isEqualTo("argon2id");
  }

  @Test
  @DisplayName("N-28: a stolen store alone verifies nothing")
  void withoutItsKeyAPepperedHashMatchesNothing() {
    Password password = Password.of("correct horse");
    PasswordHash hash = peppered(pepper("k1")).seal(password);
    PasswordHash stripped = PasswordHash.of(hash.encoded().replace("$rekey-p1$k1", ""));
    assertThat(peppered(pepper("k1")).verify(password, Optional.of(hash))).isEqualTo(MATCH);
    assertThat(sealer.verify(password, Optional.of(hash))).isEqualTo(NO_MATCH);
    assertThat(sealer.verify(password, Optional.of(stripped))).isEqualTo(NO_MATCH);
    assertThat(peppered(pepper("k2")).verify(password, Optional.of(hash))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("N-28: keys rotate without a mass reset")
  void hashesUnderAnOlderKeyOrNoneAreOutdated() {
    Password password = Password.of("correct horse");
    PasswordHash old = peppered(pepper("k1")).seal(password);
    PasswordHash plain = sealer.seal(password);
    Sealer rotated = peppered(Pepper.of("k2", Map.of("k1", key("k1"), "k2", key("k2"))));
    assertThat(rotated.verify(password, Optional.of(old))).isEqualTo(MATCH_OUTDATED);
    assertThat(rotated.verify(password, Optional.of(plain))).isEqualTo(MATCH_OUTDATED);
    PasswordHash fresh = rotated.seal(password);
    assertThat(rotated.verify(password, Optional.of(fresh))).isEqualTo(MATCH);
    assertThat(rotated.verify(Password.of("wrong"), Optional.of(old))).isEqualTo(NO_MATCH);
  }

  @Test
  void aPepperedHashIsTheWorkOfAPlainOneWhetherItsKeyIsThereOrNot() {
    PasswordHash hash = peppered(pepper("k1")).seal(Password.of("correct horse"));
    argon2.asked();
    peppered(pepper("k1")).verify(Password.of("wrong"), Optional.of(hash));
    assertThat(argon2.asked()).containsExactly(COST);
    peppered(pepper("k2")).verify(Password.of("wrong"), Optional.of(hash));
    assertThat(argon2.asked()).containsExactly(COST);
    assertThat(workOf("wrong", Optional.of(hash))).containsExactly(COST);
  }

  private PasswordHash seal(String password) {
    PasswordHash hash = sealer.seal(Password.of(password));
    argon2.asked();
    return hash;
  }

  private Verdict verify(String password, PasswordHash stored) {
    return sealer.verify(Password.of(password), Optional.of(stored));
  }

  private List<HashCost> workOf(String password, Optional<PasswordHash> stored) {
    sealer.verify(Password.of(password), stored);
    return argon2.asked();
  }

  private Sealer sealer(HashCost cost) {
    return new Argon2Sealer(argon2, cost, Optional.empty(), random);
  }

  private Sealer peppered(Pepper pepper) {
    return new Argon2Sealer(argon2, COST, Optional.of(pepper), random);
  }

  private static Pepper pepper(String id) {
    return Pepper.of(id, Map.of(id, key(id)));
  }

  private static byte[] key(String id) {
    return id.repeat(16).getBytes(UTF_8);
  }
}
