package dev.rekey.core.password;

import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys outside the store without which its hashes verify nothing (NIST SP 800-63B-4 section
 * 3.1.1.2): one current, and older ones until the last hash under them is re-made.
 */
public final class Pepper {

  /** What an id may be: it is written into every hash. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}";

  private static final int LEAST_KEY_BYTES = 32;

  private final String current;
  private final Map<String, SecretKey> keys = new HashMap<>();

  private Pepper(String current, Map<String, byte[]> keys) {
    this.current = current;
    keys.forEach((id, key) -> this.keys.put(id, new SecretKeySpec(key, "HmacSHA256")));
  }

  /**
   * Takes the keys.
   *
   * @param current the id of the key for new hashes
   * @param keys by their ids, of at least 32 bytes each
   * @throws IllegalArgumentException when an id is malformed, a key short, or the current one
   *     absent
   */
  public static Pepper of(String current, Map<String, byte[]> keys) {
    keys.forEach(Pepper::requireGood);
    if (!keys.containsKey(current)) {
      throw new IllegalArgumentException("there is no pepper key with the current id " + current);
    }
    return new Pepper(current, keys);
  }

  /** How many keys there are, and which is current; never a key. */
  @Override
  public String toString() {
    return "Pepper[current=" + current + ", keys=" + keys.size() + "]";
  }

  String current() {
    return current;
  }

  /** Whether there is a key of that id. */
  public boolean has(String id) {
    return keys.containsKey(id);
  }

  /** HMAC-SHA-256 of the password under a key that is here. */
  byte[] season(String id, byte[] password) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalArgumentException("there is no pepper key with the id " + id);
    }
    return Digests.hmacSha256(key, password);
  }

  private static void requireGood(String id, byte[] key) {
    if (!id.matches(ID)) {
      throw new IllegalArgumentException("not an id of a pepper key: " + id);
    }
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the pepper key " + id + " has " + key.length + " bytes, fewer than " + LEAST_KEY_BYTES);
    }
  }
}
