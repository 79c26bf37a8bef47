package dev.rekey.jose;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * Reads, makes and keeps the RSA keys that tokens are signed with. What it refuses it names by the
 * file or setting that it was told, and it says what would do; no part of a key is in a message.
 */
public final class RsaKeys {

  /** RFC 7518 section 3.3. */
  private static final int FEWEST_BITS = 2048;

  private RsaKeys() {}

  /** A fresh pair of 2048 bits. */
  public static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(FEWEST_BITS, random);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  /** The pair as bytes for a keyring: the private key in PKCS#8, which implies the other. */
  public static byte[] encode(KeyPair pair) {
    return pair.getPrivate().getEncoded();
  }

  /** The pair from such bytes. */
  public static KeyPair decode(byte[] pkcs8) {
    return pair("the stored signing key", pkcs8);
  }

  /**
   * The pair from the PEM text of a private key: PKCS#1 ({@code RSA PRIVATE KEY}) or PKCS#8 ({@code
   * PRIVATE KEY}), not encrypted.
   *
   * @param name what to call it in a message, such as the file's name
   */
  public static KeyPair readPrivate(String name, String pem) {
    Pem block = Pem.find(name, pem, "RSA PRIVATE KEY", "PRIVATE KEY");
    return pair(name, block.is("PRIVATE KEY") ? block.der() : Der.pkcs8(block.der()));
  }

  /**
   * The public key from the PEM text of a certificate ({@code CERTIFICATE}), of SPKI ({@code PUBLIC
   * KEY}) or of PKCS#1 ({@code RSA PUBLIC KEY}).
   *
   * @param name what to call it in a message, such as the file's name
   */
  public static RSAPublicKey readPublic(String name, String pem) {
    Pem block = Pem.find(name, pem, "PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY");
    return readPublic(name, block);
  }

  /** The private key's pair, once the public key is known to belong to it. */
  public static KeyPair readPair(
      String privateName, String privatePem, String publicName, String publicPem) {
    KeyPair pair = readPrivate(privateName, privatePem);
    RSAPublicKey given = readPublic(publicName, publicPem);
    RSAPublicKey own = (RSAPublicKey) pair.getPublic();
    if (!own.getModulus().equals(given.getModulus())
        || !own.getPublicExponent().equals(given.getPublicExponent())) {
      throw new IllegalArgumentException(
          publicName
              + " does not belong to "
              + privateName
              + "; give the certificate or public key of that very private key, or none");
    }
    return pair;
  }

  private static RSAPublicKey readPublic(String name, Pem block) {
    try {
      return strong(name, rsa(name, publicKey(block)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          name + ": the block " + block.label() + " is damaged; give the key as it was made", e);
    }
  }

  private static PublicKey publicKey(Pem block) throws GeneralSecurityException {
    if (block.is("CERTIFICATE")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(block.der()))
          .getPublicKey();
    }
    byte[] spki = block.is("PUBLIC KEY") ? block.der() : Der.spki(block.der());
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
  }

  private static RSAPublicKey rsa(String name, PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa;
    }
    throw new IllegalArgumentException(
        name + ": is a key for " + key.getAlgorithm() + "; an RSA key is needed");
  }

  private static KeyPair pair(String name, byte[] pkcs8) {
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
          instanceof RSAPrivateCrtKey own)) {
        throw unusable(name);
      }
      RSAPublicKeySpec other = new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent());
      return new KeyPair(strong(name, (RSAPublicKey) factory.generatePublic(other)), own);
    } catch (InvalidKeySpecException e) {
      // Without its cause: that speaks of the key's inside.
      throw unusable(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private static RSAPublicKey strong(String name, RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    if (bits < FEWEST_BITS) {
      throw new IllegalArgumentException(
          name + ": has " + bits + " bits; an RSA key of at least " + FEWEST_BITS + " is needed");
    }
    return key;
  }

  private static IllegalArgumentException unusable(String name) {
    return new IllegalArgumentException(
        name + ": is not a whole RSA private key; give one in PKCS#1 or PKCS#8, not encrypted");
  }
}
