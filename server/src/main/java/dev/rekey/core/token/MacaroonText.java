package dev.rekey.core.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How a macaroon is written down: the packets of libmacaroons' first format, in base64url without
 * padding, of which whatever is no letter and no digit is written as a zero and another digit.
 */
public final class MacaroonText {

  private static final String LOCATION = "location";
  private static final String IDENTIFIER = "identifier";
  private static final String CAVEAT = "cid";
  private static final String SIGNATURE = "signature";

  /** The digits that a packet's length has, itself included. */
  private static final int LENGTH_DIGITS = 4;

  private static final int LONGEST_PACKET = 0xffff;
  private static final int SIGNATURE_BYTES = 32;

  /** What stands behind a zero tells which of these is meant. */
  private static final String ESCAPED = "0_-";

  private MacaroonText() {}

  public static String write(Macaroon macaroon) {
    ByteArrayOutputStream packets = new ByteArrayOutputStream();
    write(packets, LOCATION, bytes(macaroon.location()));
    write(packets, IDENTIFIER, bytes(macaroon.identifier()));
    macaroon.caveats().forEach(caveat -> write(packets, CAVEAT, bytes(caveat)));
    write(packets, SIGNATURE, macaroon.signature());
    return escaped(Base64.getUrlEncoder().withoutPadding().encodeToString(packets.toByteArray()));
  }

  /** The macaroon of the text; empty when the text is none. */
  public static Optional<Macaroon> read(String text) {
    return plain(text).flatMap(MacaroonText::decode).flatMap(MacaroonText::macaroon);
  }

  /** Whether a text of this kind fits into a packet. */
  public static boolean fits(String caveat) {
    return LENGTH_DIGITS + CAVEAT.length() + 2 + bytes(caveat).length <= LONGEST_PACKET;
  }

  private static void write(ByteArrayOutputStream packets, String name, byte[] value) {
    int length = LENGTH_DIGITS + name.length() + 1 + value.length + 1;
    if (length > LONGEST_PACKET) {
      throw new IllegalArgumentException("too long for a packet: " + name);
    }
    packets.writeBytes(bytes("%04x%s ".formatted(length, name)));
    packets.writeBytes(value);
    packets.write('\n');
  }

  private static String escaped(String base64) {
    StringBuilder text = new StringBuilder(base64.length());
    base64.chars().forEach(c -> text.append(escaped((char) c)));
    return text.toString();
  }

  private static String escaped(char c) {
    int place = ESCAPED.indexOf(c);
    return place < 0 ? String.valueOf(c) : "0" + place;
  }

  private static Optional<String> plain(String text) {
    StringBuilder base64 = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '0') {
        i++;
        int place = i < text.length() ? text.charAt(i) - '0' : -1;
        if (place < 0 || place >= ESCAPED.length()) {
          return Optional.empty();
        }
        base64.append(ESCAPED.charAt(place));
      } else if (isLetterOrDigit(c)) {
        base64.append(c);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(base64.toString());
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares packets
  private record Packet(String name, byte[] value) {}

  /** A place, an identifier, any number of caveats that need no third party, and the signature. */
  private static Optional<Macaroon> macaroon(byte[] bytes) {
    List<Packet> packets = packets(bytes);
    int caveats = packets.size() - 3;
    if (caveats < 0
        || !packets.get(0).name().equals(LOCATION)
        || !packets.get(1).name().equals(IDENTIFIER)
        || !packets.subList(2, 2 + caveats).stream().allMatch(one -> one.name().equals(CAVEAT))
        || !packets.getLast().name().equals(SIGNATURE)
        || packets.getLast().value().length != SIGNATURE_BYTES) {
      return Optional.empty();
    }
    List<String> texts =
        packets.subList(0, 2 + caveats).stream()
            .flatMap(packet -> text(packet.value()).stream())
            .toList();
    return texts.size() < 2 + caveats
        ? Optional.empty()
        : Optional.of(
            new Macaroon(
                texts.get(0),
                texts.get(1),
                texts.subList(2, texts.size()),
                packets.getLast().value()));
  }

  /** All packets; none when anything is wrong with one. */
  private static List<Packet> packets(byte[] bytes) {
    List<Packet> packets = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      Optional<byte[]> content = content(bytes, start);
      Optional<Packet> packet = content.flatMap(MacaroonText::packet);
      if (packet.isEmpty()) {
        return List.of();
      }
      packets.add(packet.get());
      start += LENGTH_DIGITS + content.get().length + 1;
    }
    return packets;
  }

  /** What stands between the length and the line feed. */
  private static Optional<byte[]> content(byte[] bytes, int start) {
    int begin = start + LENGTH_DIGITS;
    if (begin > bytes.length) {
      return Optional.empty();
    }
    String digits = new String(bytes, start, LENGTH_DIGITS, StandardCharsets.ISO_8859_1);
    int end = digits.matches("[0-9a-f]{4}") ? start + Integer.parseInt(digits, 16) : 0;
    boolean whole = end > begin && end <= bytes.length && bytes[end - 1] == '\n';
    return whole ? Optional.of(Arrays.copyOfRange(bytes, begin, end - 1)) : Optional.empty();
  }

  private static Optional<Packet> packet(byte[] content) {
    int space = 0;
    while (space < content.length && content[space] != ' ') {
      space++;
    }
    return space == content.length
        ? Optional.empty()
        : Optional.of(
            new Packet(
                new String(content, 0, space, StandardCharsets.ISO_8859_1),
                Arrays.copyOfRange(content, space + 1, content.length)));
  }

  private static Optional<String> text(byte[] utf8) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
