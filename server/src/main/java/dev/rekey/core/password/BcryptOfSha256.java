package dev.rekey.core.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;

/**
 * An imported hash by bcrypt of the password's SHA-256 in hex, as Django's {@code bcrypt_sha256}
 * makes it: {@code $bcrypt-of-sha256} and the bcrypt hash.
 */
record BcryptOfSha256(Bcrypt bcrypt) implements Imported {

  static final String PREFIX = "$bcrypt-of-sha256";

  static Optional<BcryptOfSha256> read(String encoded) {
    return encoded.startsWith(PREFIX)
        ? Bcrypt.read(encoded.substring(PREFIX.length())).map(BcryptOfSha256::new)
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    return bcrypt.matches(HexFormat.of().formatHex(Digests.sha256(password)).getBytes(US_ASCII));
  }

  @Override
  public String name() {
    return "bcrypt-of-sha256";
  }

  @Override
  public String cost() {
    return bcrypt.cost();
  }
}
