package dev.rekey.browser;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real mail server, and the letters that came to it. */
final class Mailbox implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Pattern CODE = Pattern.compile("(?<=\\s)[A-Z0-9]{4}-[A-Z0-9]{4}(?=\\s)");

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  Mailbox() {
    server.start();
  }

  /** By which a server of ours finds it. */
  Map<String, String> settings() {
    return Map.of(
        "mail.smtp.host", "127.0.0.1",
        "mail.smtp.port", Integer.toString(server.getSmtp().getPort()),
        "mail.smtp.security", "none");
  }

  /**
   * Waits for a letter to this address with a link to such a path, and takes the newest one's.
   *
   * @param path the beginning of the path
   */
  String linkTo(String recipient, String path) {
    return find(recipient, Pattern.compile("https?://[^\\s\"<>]*" + path + "[A-Za-z0-9_-]+"));
  }

  /** Waits for a letter to this address with a code to type, and takes the newest one's. */
  String codeTo(String recipient) {
    return find(recipient, CODE);
  }

  private String find(String recipient, Pattern pattern) {
    while (true) {
      List<MimeMessage> letters = List.of(server.getReceivedMessages());
      for (MimeMessage letter : letters.reversed()) {
        Matcher matcher = pattern.matcher(text(letter));
        if (isTo(letter, recipient) && matcher.find()) {
          return matcher.group();
        }
      }
      awaitMoreThan(letters.size());
    }
  }

  private void awaitMoreThan(int known) {
    if (!server.waitForIncomingEmail(PATIENCE.toMillis(), known + 1)) {
      throw new AssertionError("none of " + known + " letters was the one, and no other came");
    }
  }

  private static boolean isTo(MimeMessage letter, String recipient) {
    return GreenMailUtil.getHeaders(letter).contains(recipient);
  }

  private static String text(Part part) {
    try {
      return switch (part.getContent()) {
        case String text -> text;
        case Multipart parts -> text(parts);
        case Object _ -> "";
      };
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Multipart parts) throws MessagingException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      text.append(text(parts.getBodyPart(i))).append('\n');
    }
    return text.toString();
  }

  /** Forgets what came. */
  void empty() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
