package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.cli.Trouble;
import dev.rekey.config.Configuration;
import dev.rekey.transcript.Wire;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that an operator gives a mount of the dialect ocariot, as a system may have them. */
class OcariotMountsTest {

  private static final String PASSWORD = "a good long password";

  @TempDir Path folder;

  private static KeyPair keys;
  private static KeyPair others;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    others = generator.generateKeyPair();
  }

  /** OCARIoT's own production has the first and a certificate for the second. */
  @ParameterizedTest
  @CsvSource({"PKCS#1, CERTIFICATE", "PKCS#8, SPKI", "PKCS#8, PKCS#1", "PKCS#1, NONE"})
  void signTheTokensWhateverTheirForm(String privateForm, String publicForm) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("mounts.ocariot.private-key-file", privateKey(privateForm, keys).toString());
    if (!publicForm.equals("NONE")) {
      settings.put("mounts.ocariot.public-key-file", publicKey(publicForm, keys).toString());
    }
    try (TestServer server = TestServer.onSqlite(folder, settings)) {
      String token = signIn(server);

      assertThat(isSignedWith(keys.getPublic(), token)).isTrue();
      assertThat(list(server, token).status()).isEqualTo(200);
      assertThat(list(server, token.substring(0, token.length() - 9) + "aaaaaaaaa").status())
          .isEqualTo(401);
    }
  }

  @Test
  void aTokenOutlivesTheServerThatMadeIt() throws Exception {
    Map<String, String> settings =
        Map.of("mounts.ocariot.private-key-file", privateKey("PKCS#1", keys).toString());
    String token;
    try (TestServer server = TestServer.onSqlite(folder, settings)) {
      token = signIn(server);
    }
    try (TestServer server = TestServer.onSqlite(folder, settings)) {
      assertThat(list(server, token).status()).isEqualTo(200);
    }
  }

  @Test
  void aCertificateOfAnotherKeyStopsTheStart() throws Exception {
    Map<String, String> settings =
        Map.of(
            "http.port", "0",
            "log.level", "error",
            "data.directory", folder.toString(),
            "mounts.ocariot.private-key-file", privateKey("PKCS#8", keys).toString(),
            "mounts.ocariot.public-key-file", publicKey("CERTIFICATE", others).toString());
    try (House house = House.open(Configuration.load(Optional.empty(), Map.of(), settings))) {
      assertThatThrownBy(house::serve)
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("does not belong to");
    }
  }

  private static String signIn(TestServer server) throws IOException {
    server.create(Map.of("role", "admin", "username", "root", "password", PASSWORD));
    Wire.Answer answer =
        Wire.send(
            server.port(),
            "POST /v1/auth HTTP/1.1",
            List.of("Content-Type: application/json"),
            "{\"username\":\"root\",\"password\":\"%s\"}"
                .formatted(PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text().replaceAll(".*:\"|\"}", "");
  }

  private static Wire.Answer list(TestServer server, String token) throws IOException {
    return Wire.send(
        server.port(),
        "GET /v1/children HTTP/1.1",
        List.of("Authorization: Bearer " + token),
        new byte[0]);
  }

  private static boolean isSignedWith(PublicKey key, String token) throws GeneralSecurityException {
    int dot = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
  }

  private Path privateKey(String form, KeyPair pair) throws IOException {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    return form.equals("PKCS#8")
        ? pem("PRIVATE KEY", pkcs8)
        : pem(
            "RSA PRIVATE KEY",
            PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey().toASN1Primitive().getEncoded());
  }

  private Path publicKey(String form, KeyPair pair) throws Exception {
    byte[] spki = pair.getPublic().getEncoded();
    return switch (form) {
      case "SPKI" -> pem("PUBLIC KEY", spki);
      case "PKCS#1" ->
          pem(
              "RSA PUBLIC KEY",
              SubjectPublicKeyInfo.getInstance(spki).parsePublicKey().getEncoded());
      default -> pem("CERTIFICATE", certificate(pair));
    };
  }

  private Path pem(String label, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String text = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    return Files.writeString(folder.resolve(label.replace(' ', '-') + ".pem"), text);
  }

  /** Signed by itself, for a year. */
  private static byte[] certificate(KeyPair pair) throws Exception {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    Instant now = Instant.now();
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(algorithm);
    generator.setIssuer(new X500Name("CN=ocariot"));
    generator.setSubject(new X500Name("CN=ocariot"));
    generator.setStartDate(new Time(Date.from(now)));
    generator.setEndDate(new Time(Date.from(now.plus(Duration.ofDays(365)))));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    TBSCertificate certificate = generator.generateTBSCertificate();
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(certificate);
    parts.add(algorithm);
    parts.add(new DERBitString(sign(pair.getPrivate(), certificate.getEncoded())));
    return new DERSequence(parts).getEncoded();
  }

  private static byte[] sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(bytes);
    return signature.sign();
  }
}
