package dev.rekey.jose;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Puts the bare numbers of PKCS#1 (RFC 8017 appendix A.1) into the envelopes that the JDK opens,
 * which say in front that they are an RSA key.
 */
final class Der {

  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;

  /** The integer 0. */
  private static final byte[] VERSION = HexFormat.of().parseHex("020100");

  /** A sequence of the identifier rsaEncryption and null. */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  private Der() {}

  /** A private key in PKCS#8 (RFC 5208 section 5). */
  static byte[] pkcs8(byte[] pkcs1) {
    return element(SEQUENCE, VERSION, ALGORITHM, element(OCTET_STRING, pkcs1));
  }

  /** A public key in SPKI (RFC 5280 section 4.1.2.7). */
  static byte[] spki(byte[] pkcs1) {
    byte[] noUnusedBits = {0};
    return element(SEQUENCE, ALGORITHM, element(BIT_STRING, noUnusedBits, pkcs1));
  }

  private static byte[] element(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] prefix = prefix(tag, length);
    ByteBuffer element = ByteBuffer.allocate(prefix.length + length).put(prefix);
    Arrays.stream(parts).forEach(element::put);
    return element.array();
  }

  /** The tag and the length: one byte below 128, else the count of bytes and the bytes. */
  private static byte[] prefix(int tag, int length) {
    if (length < 0x80) {
      return new byte[] {(byte) tag, (byte) length};
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    ByteBuffer prefix = ByteBuffer.allocate(2 + bytes).put((byte) tag).put((byte) (0x80 | bytes));
    for (int i = bytes - 1; i >= 0; i--) {
      prefix.put((byte) (length >> (8 * i)));
    }
    return prefix.array();
  }
}
