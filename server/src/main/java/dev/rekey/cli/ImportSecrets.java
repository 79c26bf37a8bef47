package dev.rekey.cli;

import dev.rekey.migrate.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The peppers and keys of other systems: from a file or the environment, never from the command
 * line, which others can read.
 */
final class ImportSecrets {

  @Option(
      names = "--pepper-file",
      paramLabel = "FILE",
      description =
          "Holds the pepper that was appended to passwords before bcrypt (Devise), and nothing else;"
              + " or else REKEY_IMPORT_PEPPER does.")
  private Optional<Path> pepperFile = Optional.empty();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "Holds OCARIoT's ENCRYPT_SECRET_KEY, or Firebase's signer key in base64; or else"
              + " REKEY_IMPORT_OCARIOT_KEY or REKEY_IMPORT_FIREBASE_KEY does.")
  private Optional<Path> keyFile = Optional.empty();

  Optional<byte[]> pepper() {
    return secret(pepperFile, "REKEY_IMPORT_PEPPER").map(ImportSecrets::bytes);
  }

  Optional<String> ocariotKey(Origin origin) {
    return secret(keyFile.filter(_ -> origin == Origin.OCARIOT), "REKEY_IMPORT_OCARIOT_KEY");
  }

  Optional<byte[]> firebaseKey(Origin origin) {
    return secret(keyFile.filter(_ -> origin == Origin.GENERIC), "REKEY_IMPORT_FIREBASE_KEY")
        .map(text -> base64(text, "The signer key of Firebase"));
  }

  static byte[] base64(String text, String what) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Refusal(what + " should be base64.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> secret(Optional<Path> file, String variable) {
    return file.map(ImportSecrets::read)
        .or(() -> Settings.variable(variable))
        .filter(text -> !text.isEmpty());
  }

  /** One line feed at the end is the editor's. */
  private static String read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      end -= end > 0 && bytes[end - 1] == '\n' ? 1 : 0;
      end -= end > 0 && bytes[end - 1] == '\r' ? 1 : 0;
      return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of the key, " + file + ", cannot be read", e);
    }
  }
}
