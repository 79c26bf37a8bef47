package dev.rekey.core.policy;

import dev.rekey.core.password.Password;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Passwords that are common or known from breaches, as sorted fingerprints of eight bytes.
 *
 * <p>The whole password is looked up, without regard to case; a phrase that merely contains a
 * listed word is not on the list (NIST SP 800-63B-4 section 3.1.1.2).
 */
public final class Blocklist {

  private static final String SHIPPED = "common-passwords.bin";

  private final long[] fingerprints;

  private Blocklist(long[] sorted) {
    this.fingerprints = sorted;
  }

  /** The list with nothing on it. */
  public static Blocklist none() {
    return new Blocklist(new long[0]);
  }

  /** Reads the list that comes with the server; docs/blocklist.md says what is on it. */
  public static Blocklist shipped() {
    try (InputStream in = Blocklist.class.getResourceAsStream(SHIPPED)) {
      return ofBytes(Objects.requireNonNull(in, SHIPPED).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + SHIPPED, broken);
    }
  }

  /**
   * This list and a file of one's own: UTF-8, a password a line, blank lines skipped, every other
   * line taken whole. There are no comments, for a password may begin with any sign.
   *
   * @throws UnreadableBlocklistException when the file or a line of it cannot be read
   */
  public Blocklist plus(Path file) {
    LongStream more = Arrays.stream(PasswordLines.fingerprints(file));
    return new Blocklist(
        sortedOnce(LongStream.concat(Arrays.stream(fingerprints), more).toArray()));
  }

  /** True when the whole password is on the list, in whatever case. */
  public boolean contains(Password password) {
    return Arrays.binarySearch(fingerprints, password.fingerprint()) >= 0;
  }

  /** How many passwords are on it. */
  public int size() {
    return fingerprints.length;
  }

  /** The form in which a list is shipped: big-endian, ascending as signed numbers. */
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * fingerprints.length);
    bytes.asLongBuffer().put(fingerprints);
    return bytes.array();
  }

  private static Blocklist ofBytes(byte[] bytes) {
    long[] fingerprints = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(fingerprints);
    return new Blocklist(fingerprints);
  }

  /** In place: a list of one's own may be as large as the memory allows. */
  private static long[] sortedOnce(long[] all) {
    Arrays.sort(all);
    int kept = 0;
    for (long fingerprint : all) {
      if (kept == 0 || all[kept - 1] != fingerprint) {
        all[kept++] = fingerprint;
      }
    }
    return Arrays.copyOf(all, kept);
  }
}
