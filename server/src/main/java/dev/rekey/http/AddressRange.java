package dev.rekey.http;

import java.net.InetAddress;
import java.util.Optional;

/** All addresses that share their first bits with one: CIDR notation (RFC 4632 section 3.1). */
record AddressRange(InetAddress base, int bits) {

  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> base = Addresses.literal(slash < 0 ? text : text.substring(0, slash));
    int most = base.map(address -> address.getAddress().length * Byte.SIZE).orElse(-1);
    int bits = slash < 0 ? most : bits(text.substring(slash + 1));
    if (base.isEmpty() || bits < 0 || bits > most) {
      throw new IllegalArgumentException("neither an address nor a range: " + text);
    }
    return new AddressRange(base.get(), bits);
  }

  boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }
}
