package dev.rekey.core.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that says what it is and that whoever holds it can confine, never widen: a chain of
 * HMAC-SHA-256 over an identifier and caveats (Birgisson and others, "Macaroons: Cookies with
 * Contextual Caveats for Decentralized Authorization in the Cloud", NDSS 2014). Who has the secret
 * can make it again at any time, so that nobody needs to keep it.
 */
public final class Macaroon {

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] KEY_GENERATOR = bytes("macaroons-key-generator");

  private final String location;
  private final String identifier;
  private final List<String> caveats;
  private final byte[] signature;

  Macaroon(String location, String identifier, List<String> caveats, byte[] signature) {
    this.location = location;
    this.identifier = identifier;
    this.caveats = List.copyOf(caveats);
    this.signature = signature.clone();
  }

  /**
   * A token without caveats.
   *
   * @param location a hint where it is good; it is not signed
   */
  public static Macaroon of(byte[] secret, String location, String identifier) {
    byte[] key = hmac(KEY_GENERATOR, secret);
    return new Macaroon(location, identifier, List.of(), hmac(key, bytes(identifier)));
  }

  /** The same token with one condition more. */
  public Macaroon confined(String caveat) {
    return new Macaroon(
        location,
        identifier,
        Stream.concat(caveats.stream(), Stream.of(caveat)).toList(),
        hmac(signature, bytes(caveat)));
  }

  /** The same token with these conditions more, in their order. */
  public Macaroon confined(List<String> more) {
    Macaroon confined = this;
    for (String caveat : more) {
      confined = confined.confined(caveat);
    }
    return confined;
  }

  /** Whether it was made with this secret; takes the same time wherever it differs. */
  public boolean isMadeWith(byte[] secret) {
    Macaroon genuine = of(secret, location, identifier).confined(caveats);
    return MessageDigest.isEqual(genuine.signature, signature);
  }

  public String location() {
    return location;
  }

  public String identifier() {
    return identifier;
  }

  public List<String> caveats() {
    return caveats;
  }

  byte[] signature() {
    return signature.clone();
  }

  @Override
  public String toString() {
    return "Macaroon[hidden]";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
