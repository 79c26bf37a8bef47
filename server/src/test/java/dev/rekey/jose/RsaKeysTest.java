package dev.rekey.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeysTest {

  private static final KeyPair KEYS = RsaKeys.generate(new SecureRandom());

  @Test
  void makesPairsThatAreStrongEnough() {
    assertThat(modulus(KEYS).bitLength()).isEqualTo(2048);
  }

  @Test
  void aKeyringGivesBackThePairThatItWasGiven() {
    KeyPair back = RsaKeys.decode(RsaKeys.encode(KEYS));

    assertThat(back.getPrivate()).isEqualTo(KEYS.getPrivate());
    assertThat(back.getPublic()).isEqualTo(KEYS.getPublic());
  }

  @Test
  void readsAPrivateKeyInPkcs8() {
    KeyPair read = RsaKeys.readPrivate("key.pem", pkcs8());

    assertThat(read.getPrivate()).isEqualTo(KEYS.getPrivate());
    assertThat(read.getPublic()).isEqualTo(KEYS.getPublic());
  }

  @Test
  void readsAPrivateKeyInPkcs1() {
    KeyPair read = RsaKeys.readPrivate("key.pem", pkcs1());

    assertThat(read.getPrivate()).isEqualTo(KEYS.getPrivate());
    assertThat(read.getPublic()).isEqualTo(KEYS.getPublic());
  }

  @Test
  void passesOverWhatElseAFileHolds() {
    String bundle = "Bag Attributes\n" + fixture("certificate.pem") + pkcs8().replace("\n", "\r\n");

    assertThat(RsaKeys.readPrivate("bundle.pem", bundle).getPublic()).isEqualTo(KEYS.getPublic());
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate.pem", "spki.pem", "pkcs1.pem"})
  void readsAPublicKeyInEveryForm(String form) {
    RSAPublicKey read = RsaKeys.readPublic(form, fixture(form));

    assertThat(read).isEqualTo(RsaKeys.readPublic("certificate", fixture("certificate.pem")));
    assertThat(read.getPublicExponent()).isEqualTo(65_537);
  }

  @Test
  void aPairBelongsTogether() {
    assertThat(RsaKeys.readPair("key.pem", pkcs1(), "public.pem", spki()).getPublic())
        .isEqualTo(KEYS.getPublic());
    assertThatThrownBy(
            () -> RsaKeys.readPair("key.pem", pkcs1(), "cert.pem", fixture("certificate.pem")))
        .hasMessage(
            "cert.pem does not belong to key.pem; give the certificate or public key of that very"
                + " private key, or none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "nonsense          | expected a PEM block RSA PRIVATE KEY or PRIVATE KEY, found none",
        "EC PRIVATE KEY    | expected a PEM block RSA PRIVATE KEY or PRIVATE KEY, found EC PRIVATE",
        "CERTIFICATE       | expected a PEM block RSA PRIVATE KEY or PRIVATE KEY, found"
            + " CERTIFICATE",
        "RSA PRIVATE KEY   | is not a whole RSA private key; give one in PKCS#1 or PKCS#8",
        "PRIVATE KEY       | is not a whole RSA private key; give one in PKCS#1 or PKCS#8",
        "ENCRYPTED PRIVATE KEY | is encrypted; give the key without a pass phrase"
      })
  void saysWhatItFoundAndWhatWouldDo(String label, String message) {
    assertThatThrownBy(() -> RsaKeys.readPrivate("key.pem", block(label, "c2VjcmV0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("key.pem: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }

  @Test
  void refusesPkcs1WithAPassPhrase() {
    String pem = block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nc2VjcmV0");

    assertThatThrownBy(() -> RsaKeys.readPrivate("key.pem", pem))
        .hasMessageContaining("is encrypted");
  }

  @Test
  void refusesWhatIsNotBase64() {
    assertThatThrownBy(() -> RsaKeys.readPrivate("key.pem", block("PRIVATE KEY", "secr*t")))
        .hasMessage("key.pem: the block PRIVATE KEY is damaged; give the key as it was made");
    assertThatThrownBy(() -> RsaKeys.readPublic("key.pem", block("PUBLIC KEY", "c2VjcmV0")))
        .hasMessage("key.pem: the block PUBLIC KEY is damaged; give the key as it was made");
  }

  @Test
  void refusesKeysOfAnotherKind() throws NoSuchAlgorithmException {
    KeyPair curve = KeyPairGenerator.getInstance("EC").generateKeyPair();

    assertThatThrownBy(() ->
            RsaKeys.readPrivate(
                "key.pem", block("PRIVATE KEY", base64(curve.getPrivate().getEncoded()))))
        .hasMessageContaining("is not a whole RSA private key");
    assertThatThrownBy(() -> RsaKeys.readPublic("cert.pem", fixture("elliptic-certificate.pem")))
        .hasMessage("cert.pem: is a key for EC; an RSA key is needed");
  }

  @Test
  void refusesWeakKeys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    byte[] weak = generator.generateKeyPair().getPrivate().getEncoded();

    assertThatThrownBy(() -> RsaKeys.readPrivate("key.pem", block("PRIVATE KEY", base64(weak))))
        .hasMessage("key.pem: has 1024 bits; an RSA key of at least 2048 is needed");
  }

  private static BigInteger modulus(KeyPair pair) {
    return ((RSAPublicKey) pair.getPublic()).getModulus();
  }

  private static String pkcs8() {
    return block("PRIVATE KEY", base64(KEYS.getPrivate().getEncoded()));
  }

  private static String spki() {
    return block("PUBLIC KEY", base64(KEYS.getPublic().getEncoded()));
  }

  /** Written by another library, so that this one's reading is not checked against itself. */
  private static String pkcs1() {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) KEYS.getPrivate();
    RSAPrivateKey numbers =
        new RSAPrivateKey(
            key.getModulus(),
            key.getPublicExponent(),
            key.getPrivateExponent(),
            key.getPrimeP(),
            key.getPrimeQ(),
            key.getPrimeExponentP(),
            key.getPrimeExponentQ(),
            key.getCrtCoefficient());
    try {
      return block("RSA PRIVATE KEY", base64(numbers.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String block(String label, String body) {
    return label.equals("nonsense")
        ? body
        : "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
  }

  private static String fixture(String name) {
    try (InputStream stream = RsaKeysTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
