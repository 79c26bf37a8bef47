package dev.rekey.core.password;

/** The function of RFC 9106 in its variant Argon2id, whoever computes it. */
interface Argon2 {

  /** The version of RFC 9106, and the one before it. */
  int VERSION = 19;

  /**
   * Computes a tag.
   *
   * @param version 16 or 19
   * @param length the tag's length in bytes
   */
  byte[] tag(byte[] password, byte[] salt, int version, HashCost cost, int length);
}
