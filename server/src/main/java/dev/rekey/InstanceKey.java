package dev.rekey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The 32 bytes from which every other secret of this installation comes (HKDF-SHA-256, RFC 5869),
 * and which never are in the database that they protect.
 */
final class InstanceKey {

  static final int BYTES = 32;

  private final byte[] key;

  InstanceKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("an instance key has 32 bytes, not " + key.length);
    }
    this.key = key.clone();
  }

  /** The bytes themselves, for the vault. */
  byte[] bytes() {
    return key.clone();
  }

  /** Another secret, for one purpose alone. */
  byte[] derive(String purpose) {
    try {
      HKDFParameterSpec parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
      SecretKey derived = KDF.getInstance("HKDF-SHA256").deriveKey("Generic", parameters);
      return derived.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
    }
  }

  /** The key from a file beside the database; the first process to come makes it. */
  static InstanceKey inFile(Path file, byte[] fresh) {
    try {
      return read(file, fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("the instance key " + file + " cannot be kept", e);
    }
  }

  private static InstanceKey read(Path file, byte[] fresh) throws IOException {
    if (!Files.exists(file)) {
      create(file, fresh);
    }
    String text = Files.readString(file).strip();
    try {
      return new InstanceKey(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new IOException("it should hold 32 bytes in base64 and nothing else", e);
    }
  }

  /** Written whole under another name first, so that nobody reads half a key. */
  private static void create(Path file, byte[] fresh) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
