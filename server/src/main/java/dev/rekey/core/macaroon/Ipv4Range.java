package dev.rekey.core.macaroon;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All IPv4 addresses that share their first bits with one (RFC 4632 section 3.1).
 *
 * @param text as it was written, such as {@code 192.0.2.0/24}
 */
public record Ipv4Range(String text, int base, int bits) {

  private static final int LENGTH = 32;
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern RANGE =
      Pattern.compile(
          String.join("\\.", BYTE, BYTE, BYTE, BYTE) + "(?:/(3[0-2]|[12][0-9]|[0-9]))?");

  /** The range of the text; empty when the text is none. */
  public static Optional<Ipv4Range> read(String text) {
    Matcher found = RANGE.matcher(text);
    return found.matches()
        ? Optional.of(
            new Ipv4Range(
                text,
                address(found),
                Optional.ofNullable(found.group(5)).map(Integer::parseInt).orElse(LENGTH)))
        : Optional.empty();
  }

  /** Whether the text is a single address. */
  public static boolean isAddress(String text) {
    return text.indexOf('/') < 0 && read(text).isPresent();
  }

  private static int address(Matcher found) {
    int address = 0;
    for (int i = 1; i <= 4; i++) {
      address = address << Byte.SIZE | Integer.parseInt(found.group(i));
    }
    return address;
  }

  /** Whether the address lies in it; an address of another kind never does. */
  public boolean contains(String address) {
    int mask = bits == 0 ? 0 : -1 << (LENGTH - bits);
    return isAddress(address)
        && read(address).filter(one -> (one.base & mask) == (base & mask)).isPresent();
  }
}
