package dev.rekey.core.password;

/** A scheme of another system that needs a key from outside of the store as well. */
sealed interface Keyed extends Scheme permits FirebaseScrypt, PepperedBcrypt {

  /** What the key is called, see {@link ImportKeys}. */
  String keyId();

  /** Compares in constant time. */
  boolean matches(byte[] password, byte[] key);
}
