package dev.rekey.argon2;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A hash as it is stored: parameters, salt and tag, written as a PHC string such as {@code
 * $argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$…}.
 */
public final class Argon2Hash {

  private static final byte[] NOTHING = {};
  private static final int MOST_KEY_ID_BYTES = 8;
  private static final int MOST_DATA_BYTES = 32;

  private final Argon2Parameters parameters;
  private final byte[] keyId;
  private final byte[] data;
  private final byte[] salt;
  private final byte[] tag;

  Argon2Hash(Argon2Parameters parameters, byte[] keyId, byte[] data, byte[] salt, byte[] tag) {
    this.parameters = parameters;
    this.keyId = keyId;
    this.data = data;
    this.salt = salt;
    this.tag = tag;
  }

  /**
   * Hashes a password, to be stored. Associated data is stored in the clear beside it, up to 32
   * bytes; a secret is not stored, and may be named {@linkplain #withKeyId by an id}.
   */
  public static Argon2Hash of(Argon2Engine engine, Argon2Parameters parameters, Argon2Input input) {
    byte[] data = within(MOST_DATA_BYTES, input.associatedData());
    byte[] tag = engine.hash(parameters, input);
    return new Argon2Hash(parameters, NOTHING, data, input.salt().clone(), tag);
  }

  /**
   * Reads a PHC string. Nothing is guessed: what is spelt otherwise, or beyond the limits, is
   * empty. A string without a version is of version 0x10.
   */
  public static Optional<Argon2Hash> read(String encoded, Argon2Limits limits) {
    return PhcReader.read(encoded, limits);
  }

  /** The same with the name of its secret, up to 8 bytes. */
  public Argon2Hash withKeyId(byte[] id) {
    return new Argon2Hash(parameters, within(MOST_KEY_ID_BYTES, id), data, salt, tag);
  }

  /** What it cost. */
  public Argon2Parameters parameters() {
    return parameters;
  }

  /** The name of its secret; empty where it has none. */
  public byte[] keyId() {
    return keyId.clone();
  }

  /** Its associated data; empty where it has none. */
  public byte[] associatedData() {
    return data.clone();
  }

  /** Its salt. */
  public byte[] salt() {
    return salt.clone();
  }

  /** Says whether it is the hash of this password, made without a secret. */
  public boolean matches(Argon2Engine engine, byte[] password) {
    return matches(engine, password, NOTHING);
  }

  /**
   * Says whether it is the hash of this password and this secret. How long the comparison of the
   * tags takes does not depend on where they differ.
   */
  public boolean matches(Argon2Engine engine, byte[] password, byte[] secret) {
    Argon2Input input = Argon2Input.of(password, salt).withSecret(secret).withAssociatedData(data);
    byte[] found = engine.hash(parameters, input);
    try {
      return MessageDigest.isEqual(tag, found);
    } finally {
      Arrays.fill(found, (byte) 0);
    }
  }

  /** The PHC string. */
  public String encoded() {
    return "$%s$v=%d$m=%d,t=%d,p=%d%s%s$%s$%s"
        .formatted(
            parameters.variant().id(),
            parameters.version().number(),
            parameters.memoryKiB(),
            parameters.passes(),
            parameters.lanes(),
            optional("keyid", keyId),
            optional("data", data),
            PhcBase64.encode(salt),
            PhcBase64.encode(tag));
  }

  /** What it cost, without salt and tag. */
  @Override
  public String toString() {
    return "Argon2Hash[%s]".formatted(parameters);
  }

  private static String optional(String name, byte[] bytes) {
    return bytes.length == 0 ? "" : ",%s=%s".formatted(name, PhcBase64.encode(bytes));
  }

  private static byte[] within(int most, byte[] bytes) {
    if (bytes.length > most) {
      throw new IllegalArgumentException(
          "%d bytes are too long for a PHC string, which has room for %d"
              .formatted(bytes.length, most));
    }
    return bytes.clone();
  }
}
