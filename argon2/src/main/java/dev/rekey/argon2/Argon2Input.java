package dev.rekey.argon2;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is hashed: a password and a salt, and maybe a secret key and associated data (the P, S, K
 * and X of RFC 9106).
 *
 * <p>The arrays are held and not copied, so that nobody has to hunt for copies of a password. Leave
 * them alone while a hash is computed; {@link #wipe} them when you are done. Engines read them and
 * keep nothing.
 */
public final class Argon2Input {

  private static final byte[] NOTHING = {};

  private final byte[] password;
  private final byte[] salt;
  private final byte[] secret;
  private final byte[] associatedData;

  private Argon2Input(byte[] password, byte[] salt, byte[] secret, byte[] associatedData) {
    this.password = Objects.requireNonNull(password, "password");
    this.salt = Objects.requireNonNull(salt, "salt");
    this.secret = Objects.requireNonNull(secret, "secret");
    this.associatedData = Objects.requireNonNull(associatedData, "associatedData");
  }

  /** A password and its salt, each of any length; 16 random bytes make a good salt. */
  public static Argon2Input of(byte[] password, byte[] salt) {
    return new Argon2Input(password, salt, NOTHING, NOTHING);
  }

  /** The same, keyed with a secret that is stored elsewhere (a pepper). */
  public Argon2Input withSecret(byte[] key) {
    return new Argon2Input(password, salt, key, associatedData);
  }

  /** The same, bound to data that is no secret. */
  public Argon2Input withAssociatedData(byte[] data) {
    return new Argon2Input(password, salt, secret, data);
  }

  /** The array itself. */
  public byte[] password() {
    return password;
  }

  /** The array itself. */
  public byte[] salt() {
    return salt;
  }

  /** The array itself, empty where there is no secret. */
  public byte[] secret() {
    return secret;
  }

  /** The array itself, empty where there is no such data. */
  public byte[] associatedData() {
    return associatedData;
  }

  /** Writes zeros over the password and the secret, in the arrays that were handed in. */
  public void wipe() {
    Arrays.fill(password, (byte) 0);
    Arrays.fill(secret, (byte) 0);
  }

  /** Lengths only. */
  @Override
  public String toString() {
    return "Argon2Input[password: %d bytes, salt: %d, secret: %d, associated data: %d]"
        .formatted(password.length, salt.length, secret.length, associatedData.length);
  }
}
