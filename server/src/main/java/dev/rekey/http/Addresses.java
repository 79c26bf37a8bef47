package dev.rekey.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** Internet addresses in text, never asking a name server. */
final class Addresses {

  private static final int GROUPS = 8;

  private Addresses() {}

  /** An address without brackets, port or zone; an IPv4-mapped one is IPv4. */
  static Optional<InetAddress> literal(String text) {
    boolean numeric = text.indexOf(':') >= 0 || text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    if (!numeric || text.indexOf('%') >= 0 || text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An entry of {@code X-Forwarded-For}, where some proxies write a port as well. */
  static Optional<InetAddress> forwarded(String entry) {
    if (entry.startsWith("[")) {
      int end = entry.indexOf(']');
      return end < 0 ? Optional.empty() : literal(entry.substring(1, end));
    }
    int colon = entry.indexOf(':');
    boolean port = colon >= 0 && colon == entry.lastIndexOf(':');
    return literal(port ? entry.substring(0, colon) : entry);
  }

  /** The one text form of an address (RFC 5952 section 4), without a zone. */
  static String canonical(InetAddress address) {
    return address instanceof Inet4Address ? address.getHostAddress() : ipv6(groups(address));
  }

  private static int[] groups(InetAddress address) {
    byte[] bytes = address.getAddress();
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    return groups;
  }

  private static String ipv6(int[] groups) {
    int start = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    return length < 2
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, start) + "::" + hex(groups, start + length, GROUPS);
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String hex(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
