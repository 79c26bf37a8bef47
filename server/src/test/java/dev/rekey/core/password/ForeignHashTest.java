package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.ForeignHash.Reading;
import dev.rekey.core.password.Hasher.Verdict;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every foreign spelling with a vector that others have published; the source stands beside it. */
class ForeignHashTest {

  private static final HashCost COST = new HashCost(8, 1, 1);

  private static Arguments vector(String source, String password, String hash) {
    return Arguments.of(source, password, hash);
  }

  static Stream<Arguments> published() {
    return Stream.of(
        // Modular crypt
        vector(
            "openwall crypt_blowfish 1.3, wrapper.c",
            "U*U",
            "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        vector(
            "openwall crypt_blowfish 1.3, wrapper.c",
            "U*U",
            "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        vector(
            "Drepper, SHA-crypt.txt 0.6, test vectors",
            "Hello world!",
            "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"),
        vector(
            "Drepper, SHA-crypt.txt 0.6, test vectors",
            "Hello world!",
            "$5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA"),
        vector(
            "Drepper, SHA-crypt.txt 0.6, test vectors",
            "Hello world!",
            "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJ"
                + "uesI68u4OTLiBFdcbYEdFCoEOfaS35inz1"),
        vector("passlib docs, md5_crypt", "password", "$1$3azHgidD$SrJPt7B.9rekpmwJwtON31"),
        vector("openssl passwd -apr1", "password", "$apr1$qHDFfhPC$0vkHez3itcTpi1JrkauSs."),
        // PHC
        vector(
            "phc-winner-argon2, test.c",
            "password",
            "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                + "iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"),
        vector(
            "phc-winner-argon2, test.c",
            "password",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
        vector(
            "phc-winner-argon2, test.c, version 0x10 without a version",
            "password",
            "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY"),
        vector(
            "passlib, test_handlers_pbkdf2.py",
            "password",
            "$pbkdf2$1212$OB.dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI"),
        vector(
            "passlib, test_handlers_pbkdf2.py",
            "password",
            "$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$"
                + "hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ"),
        vector(
            "passlib, test_handlers_pbkdf2.py",
            "password",
            "$pbkdf2-sha512$1212$RHY0Fr3IDMSVO/RSZyb5ow$eNLfBK.eVozomMr.1gYa1"
                + "7k9B7KIK25NOEshvhrSX.esqY3s.FvWZViXz4KoLlQI.BzY/YTNJOiKc5gBYFYGww"),
        vector(
            "passlib docs, scrypt",
            "password",
            "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"),
        // Django
        vector(
            "Django 4.2, tests/auth_tests/test_hashers.py",
            "lètmein",
            "pbkdf2_sha256$600000$seasalt$OAXyhAQ/4ZDA9V5RMExt3C1OwQdUpLZ99vm1McFlLRA="),
        vector(
            "passlib, test_handlers_django.py",
            "not a password",
            "pbkdf2_sha1$10000$wz5B6WkasRoF$atJmJ1o+XfJxKq1+Nu1f1i57Z5I="),
        vector(
            "Django, tests/auth_tests/test_hashers.py",
            "lètmein",
            "scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f"
                + "/vBAVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw=="),
        vector(
            "Django, tests/auth_tests/test_hashers.py",
            "lètmein",
            "md5$seasalt$3f86d0d3d465b7b458c231bf3555c0e3"),
        vector(
            "Django, tests/auth_tests/test_hashers.py",
            "lètmein",
            "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8"),
        vector(
            "phc-winner-argon2, test.c, as Django writes it",
            "password",
            "argon2$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                + "iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"),
        vector(
            "openwall crypt_blowfish 1.3, as Django writes it",
            "U*U",
            "bcrypt$$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        vector(
            "passlib, test_handlers_django.py",
            "",
            "bcrypt_sha256$$2a$06$/3OeRpbOf8/l6nPPRdZPp.nRiyYqPobEZGdNRBWihQhiFDh1ws1tu"),
        // phpass
        vector("phpass 0.5, test.php", "test12345", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"),
        vector("passlib, test_handlers.py", "test12345", "$H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"),
        // LDAP
        vector("passlib, test_handlers.py", "testing123", "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr"),
        vector("FIPS 180-4 SHA-1 of the word", "password", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="),
        vector("passlib docs, ldap_md5", "password", "{MD5}X03MO1qnZdYdgyfeuILPmQ=="),
        vector(
            "passlib docs, md5_crypt, as OpenLDAP keeps it",
            "password",
            "{CRYPT}$1$3azHgidD$SrJPt7B.9rekpmwJwtON31"),
        vector(
            "passlib, test_handlers_pbkdf2.py, as OpenLDAP keeps it",
            "password",
            "{PBKDF2-SHA256}1212$4vjV83LKPjQzk31VI4E0Vw$"
                + "hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("published")
  void verifiesWhatOthersHavePublished(String source, String password, String text) {
    PasswordHash hash = read(text);
    assertThat(verify(password, hash)).as(source).isIn(Verdict.MATCH, Verdict.MATCH_OUTDATED);
    assertThat(verify(password + 'x', hash)).as(source).isEqualTo(Verdict.NO_MATCH);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("published")
  void whatWasReadIsReadAgainAsItIs(String source, String password, String text) {
    String stored = read(text).encoded();
    assertThat(read(stored).encoded()).as(source).isEqualTo(stored);
  }

  /** RFC 6070, the second vector. */
  @Test
  void takesWhatPbkdf2Made() {
    PasswordHash hash =
        good(
            ForeignHash.ofPbkdf2(
                "sha1",
                2,
                "salt".getBytes(UTF_8),
                HexFormat.of().parseHex("ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957")));
    assertThat(verify("password", hash)).isEqualTo(Verdict.MATCH_OUTDATED);
  }

  /** The README of github.com/firebase/scrypt. */
  @Test
  void takesWhatFirebaseMade() {
    byte[] signer =
        Base64.getDecoder()
            .decode(
                "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==");
    byte[] key = new byte[2 + signer.length];
    key[0] = 1;
    key[1] = 7;
    System.arraycopy(signer, 0, key, 2, signer.length);
    PasswordHash hash =
        good(
            ForeignHash.ofFirebase(
                "0123456789ab",
                14,
                8,
                "42xEC+ixf3L2lw==",
                "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ=="));

    assertThat(verifyWith("0123456789ab", key, "user1password", hash))
        .isEqualTo(Verdict.MATCH_OUTDATED);
    assertThat(verifyWith("0123456789ab", key, "user2password", hash)).isEqualTo(Verdict.NO_MATCH);
    assertThat(verifyWith("ba9876543210", key, "user1password", hash)).isEqualTo(Verdict.NO_MATCH);
  }

  /** Made with devise 5.0.3: password secret13, pepper PEPPER. */
  @Test
  void takesWhatDeviseMadeWithAPepper() {
    byte[] pepper = "PEPPER".getBytes(UTF_8);
    String id = ImportKeys.idOf(pepper);
    PasswordHash hash =
        good(
            ForeignHash.readPeppered(
                "$2a$04$J6e9XLNlD7iTzFcnTTbywuIWOxBGz8tDN0vZgJBjJ0P4rHPTopzxu", id));

    assertThat(verifyWith(id, pepper, "secret13", hash)).isEqualTo(Verdict.MATCH_OUTDATED);
    assertThat(verifyWith(id, pepper, "secret14", hash)).isEqualTo(Verdict.NO_MATCH);
    assertThat(ForeignHash.keyOf(hash)).hasValue(new ForeignHash.Key(id, false));
  }

  /** FIPS 180-4: SHA-256 of "saltpassword" and of "passwordsalt". */
  @Test
  void takesPlainDigestsWithTheSaltOnEitherSide() {
    PasswordHash first =
        good(
            ForeignHash.ofDigest(
                "sha256",
                true,
                "salt",
                "13601bda4ea78e55a07b98866d2be6be0744e3866f13c00c811cab608a28f322"));
    PasswordHash last =
        good(
            ForeignHash.ofDigest(
                "sha256",
                false,
                "salt",
                "7a37b85c8918eac19a9089c0fa5a2ab4dce3f90528dcdeec108b23ddf3607b99"));

    assertThat(verify("password", first)).isEqualTo(Verdict.MATCH_OUTDATED);
    assertThat(verify("password", last)).isEqualTo(Verdict.MATCH_OUTDATED);
    assertThat(verify("passwore", last)).isEqualTo(Verdict.NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2i$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2d$v=19$m=256,t=2000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "argon2$argon2i$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
        "$pbkdf2-sha256$1000000000$0ZrzXitFSGltTQnBWOsdeQ$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M",
        "pbkdf2_sha256$1000000000$seasalt$OAXyhAQ/4ZDA9V5RMExt3C1OwQdUpLZ99vm1McFlLRA=",
        "$scrypt$ln=30,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "$scrypt$ln=17,r=8,p=99$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "scrypt$999999999$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f/vBAVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw==",
        "$6$rounds=9999999$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjlO/O817G3uBnIFNjnQJuesI68OTLiBFdcbYEdFCoEOfaS35inz1",
        "$P$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "{NOSUCH}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
        "{SSHA}!!!",
        "!",
        "*"
      })
  void refusesWhatCannotBeBorneOrIsNotKnown(String text) {
    assertThat(ForeignHash.read(text))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why()).isNotBlank().doesNotContain("c29tZX"));
  }

  private static PasswordHash read(String text) {
    return good(ForeignHash.read(text));
  }

  private static PasswordHash good(Reading reading) {
    return switch (reading) {
      case Reading.Read(PasswordHash hash) -> hash;
      case Reading.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private static Verdict verify(String password, PasswordHash hash) {
    return sealer(ImportKeys.none()).verify(Password.of(password), Optional.of(hash));
  }

  private static Verdict verifyWith(String id, byte[] key, String password, PasswordHash hash) {
    ImportKeys keys = wanted -> wanted.equals(id) ? Optional.of(key) : Optional.empty();
    return sealer(keys).verify(Password.of(password), Optional.of(hash));
  }

  private static Argon2Sealer sealer(ImportKeys keys) {
    return new Argon2Sealer(
        new EngineArgon2(BouncyCastleEngine::new),
        COST,
        Optional.empty(),
        keys,
        new SecureRandom(),
        new Stopwatch(HashingWatch.none(), () -> 0));
  }
}
