package dev.rekey.core.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tool that makes the shipped blocklist out of a text file with a password a line.
 *
 * <p>The same passwords give the same bytes, whatever their order and however often each occurs.
 */
final class BlocklistPress {

  private BlocklistPress() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "usage: java -cp … dev.rekey.core.policy.BlocklistPress <list.txt> <out.bin>");
    }
    press(Path.of(args[0]), Path.of(args[1]));
  }

  static void press(Path list, Path out) throws IOException {
    Files.write(out, Blocklist.none().plus(list).bytes());
  }
}
