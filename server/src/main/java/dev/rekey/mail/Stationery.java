package dev.rekey.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.token.Mint;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Puts written letters into envelopes: sender, recipient, date and the two forms of the text. */
public final class Stationery {

  /** RFC 5322 section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String ENCODING = "Content-Transfer-Encoding";

  /**
   * A line has at most 998 bytes (RFC 5322 section 2.1.1), and 330 characters never have more. A
   * longer one is broken at its blanks; what has none, such as a link, stays whole.
   */
  private static final int LONGEST_LINE = 330;

  private static final Pattern TOO_LONG = Pattern.compile("(?=.{331})(.{1,330})[ \t]+");

  private final Session session = Session.getInstance(new Properties());
  private final InternetAddress from;
  private final String host;
  private final Mint mint;

  /**
   * @param from the sender, such as {@code Example Rides <rides@example.com>}
   * @param host the public name of this server, which the mails' ids end with
   */
  public Stationery(String from, String host, Mint mint) {
    this.from = sender(from);
    this.host = host;
    this.mint = mint;
  }

  /**
   * @throws AddressException when {@code to} is not one plain address
   */
  Envelope seal(long id, Form form, String to, Written written, Instant now)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, recipient(to));
    message.setSubject(written.subject(), UTF_8.name());
    message.setHeader("Date", DATE.format(now));
    // RFC 3834 section 5: nobody's absence notice shall answer this.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setContent(body(written));
    message.saveChanges();
    message.setHeader("Message-ID", "<" + mint.token(16) + '@' + host + '>');
    return new Envelope(id, form.title(), now, message);
  }

  private static MimeMultipart body(Written written) throws MessagingException {
    return new MimeMultipart(
        "alternative", part(written.text(), "plain"), part(written.html(), "html"));
  }

  /** As it is: an encoding would break the link apart for whoever reads the mail as a file. */
  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    String lines = inLines(text);
    MimeBodyPart part = new MimeBodyPart();
    part.setText(lines, UTF_8.name(), subtype);
    part.setHeader(ENCODING, isAscii(lines) ? "7bit" : "8bit");
    return part;
  }

  /**
   * Encodes what is not ASCII for the way through servers that may take nothing else (RFC 5321
   * section 2.3.1); whoever decodes it finds every line whole.
   */
  static void inSevenBits(MimeMessage message) throws MessagingException {
    try {
      MimeMultipart body = (MimeMultipart) message.getContent();
      for (int i = 0; i < body.getCount(); i++) {
        if ("8bit".equals(body.getBodyPart(i).getHeader(ENCODING)[0])) {
          body.getBodyPart(i).setHeader(ENCODING, "quoted-printable");
        }
      }
    } catch (IOException e) {
      throw new MessagingException("a letter of our own cannot be read", e);
    }
  }

  private static String inLines(String text) {
    StringBuilder lines = new StringBuilder();
    text.strip().lines().map(Stationery::broken).forEach(line -> lines.append(line).append("\r\n"));
    return lines.toString();
  }

  private static String broken(String line) {
    return line.length() > LONGEST_LINE ? TOO_LONG.matcher(line).replaceAll("$1\r\n") : line;
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress sender = plain(from);
      return sender.getPersonal() == null
          ? sender
          : new InternetAddress(sender.getAddress(), sender.getPersonal(), UTF_8.name());
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(
          "a sender is an address or a name and an address, such as Example Rides"
              + " <rides@example.com>, found: "
              + from,
          e);
    }
  }

  private static InternetAddress recipient(String to) throws AddressException {
    String ascii = asciiDomain(to);
    InternetAddress recipient = plain(ascii);
    if (!ascii.equals(recipient.getAddress()) || !isAscii(ascii)) {
      throw new AddressException("more than an address");
    }
    return recipient;
  }

  private static InternetAddress plain(String text) throws AddressException {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new AddressException("control characters");
    }
    InternetAddress address = new InternetAddress(text, true);
    if (address.isGroup()) {
      throw new AddressException("a group");
    }
    return address;
  }

  /** Every server understands a domain in ASCII (RFC 5891), few one in another script. */
  private static String asciiDomain(String address) throws AddressException {
    int at = address.lastIndexOf('@');
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new AddressException("a domain that cannot be");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
