package dev.rekey.core.password;

/** A scheme of another system, good until the next sign-in; no hash of it is ever made here. */
sealed interface Imported extends Scheme
    permits Argon2Kin,
        Bcrypt,
        BcryptOfSha256,
        Md5Crypt,
        Pbkdf2,
        Phpass,
        SaltedDigest,
        Scrypt,
        ShaCrypt {

  /** Compares in constant time. */
  boolean matches(byte[] password);
}
