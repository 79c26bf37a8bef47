package dev.rekey.core.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.password.Password;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads a file of passwords, one a line, and never holds more of its text than a line. */
final class PasswordLines {

  /**
   * No password that is accepted has so many bytes, and a file without lines must not fill memory.
   */
  private static final int LONGEST = 16_384;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final InputStream in;
  private int number;

  private PasswordLines(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  static long[] fingerprints(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new PasswordLines(file, in).fingerprints();
    } catch (IOException broken) {
      throw new UnreadableBlocklistException(file, broken);
    }
  }

  private long[] fingerprints() throws IOException {
    LongStream.Builder found = LongStream.builder();
    for (var line = next(); line.isPresent(); line = next()) {
      Password password = Password.of(line.get());
      if (!password.isBlank()) {
        found.add(password.fingerprint());
      }
    }
    return found.build().toArray();
  }

  private Optional<String> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    number++;
    return Optional.of(withoutMarks(decode(rest(first))));
  }

  private byte[] rest(int first) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == LONGEST) {
        throw new UnreadableBlocklistException(
            file, number, "is longer than " + LONGEST + " bytes");
      }
      line.write(next);
    }
    return line.toByteArray();
  }

  private String decode(byte[] line) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException foreign) {
      throw new UnreadableBlocklistException(file, number, "is not UTF-8");
    }
  }

  /** What editors of another system leave at the start of a file and at the end of a line. */
  private String withoutMarks(String line) {
    String start = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    return start.endsWith("\r") ? start.substring(0, start.length() - 1) : start;
  }
}
