package dev.rekey;

import dev.rekey.core.password.Pepper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the pepper's keys: a line {@code id: base64} each, the current one first. */
final class PepperFile {

  private PepperFile() {}

  static Pepper read(Path file) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] parts = line.split(":", 2);
      if (parts.length != 2) {
        throw wrong(file, keys.size() + 1);
      }
      keys.put(parts[0].strip(), decode(parts[1].strip(), file, keys.size() + 1));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("the pepper file " + file + " holds no key");
    }
    return Pepper.of(keys.keySet().iterator().next(), keys);
  }

  private static Iterable<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the pepper file " + file + " cannot be read", e);
    }
  }

  private static byte[] decode(String base64, Path file, int number) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong(file, number);
    }
  }

  private static IllegalArgumentException wrong(Path file, int number) {
    return new IllegalArgumentException(
        "key " + number + " of the pepper file " + file + " is not `id: base64`");
  }
}
