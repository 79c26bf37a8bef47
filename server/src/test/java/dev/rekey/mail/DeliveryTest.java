package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.visit.Language;
import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a letter, from the outbox to a mailbox. */
@Timeout(60)
class DeliveryTest {

  private final Clock clock = new Clock();
  private final Tray tray = new Tray();

  @Test
  void aHundredLettersArriveOnceEach() {
    GreenMail server = mailServer(0);
    server.start();
    try (Postman postman = postman(smtp(server.getSmtp().getPort()))) {
      postman.start();
      IntStream.range(0, 100).forEach(i -> owe("user" + i + "@example.com"));
      postman.nudge();
      tray.awaitEmpty();

      TreeSet<String> recipients = new TreeSet<>();
      for (MimeMessage mail : server.getReceivedMessages()) {
        assertThat(recipients.add(recipient(mail))).isTrue();
      }
      assertThat(recipients).hasSize(100);
    } finally {
      server.stop();
    }
  }

  @Test
  void aDeadServerDelaysALetterAndNoMore() throws IOException {
    int port = freePort();
    GreenMail server = mailServer(port);
    try (Postman postman = postman(smtp(port))) {
      postman.start();
      owe("jo@example.com");
      postman.nudge();
      tray.awaitPostponements(1);

      server.start();
      clock.forward(Duration.ofSeconds(10));
      postman.nudge();
      tray.awaitEmpty();

      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatFallsSilentIsHungUpOn() throws IOException, InterruptedException {
    try (ScriptedServer silent = new ScriptedServer().answer("hello", ScriptedServer.SILENCE);
        Postman postman = postman(smtp(silent.port()))) {
      postman.start();
      owe("jo@example.com");
      postman.nudge();
      silent.awaitCall();

      clock.forward(Duration.ofMinutes(4));
      postman.nudge();

      tray.awaitPostponements(1);
      assertThat(tray.waiting()).isEqualTo(1);
    }
  }

  @Test
  void aFolderDoesForAMailServer(@TempDir Path folder) throws IOException {
    try (Postman postman = postman(new FolderCarrier(folder))) {
      postman.start();
      owe("jo@example.com");
      postman.nudge();
      tray.awaitEmpty();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(file -> assertThat(Files.readAllLines(file)).contains(Post.LINK));
    }
  }

  @Test
  void bothPartsArriveInTheLanguageOfTheLetter() throws MessagingException, IOException {
    MimeMessage mail = sent(Post.resetLink("jo@example.com").in(Optional.of(Language.POLISH)));

    assertThat(mail.getSubject()).isEqualTo("Nowe hasło do Example Rides");
    assertThat(new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
        .contains("Content-Transfer-Encoding: quoted-printable")
        .matches("\\p{ASCII}+");
    MimeMultipart body = (MimeMultipart) mail.getContent();
    assertThat(body.getContentType()).startsWith("multipart/alternative");
    assertThat(body.getCount()).isEqualTo(2);
    assertThat(body.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) body.getBodyPart(0).getContent())
        .startsWith("Dzień dobry, Lettie,\r\n")
        .contains("\r\n\r\n" + Post.LINK + "\r\n\r\n");
    assertThat(body.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat((String) body.getBodyPart(1).getContent())
        .contains("<html lang=\"pl\">", "Dzień dobry, Lettie,", "Wybierz nowe hasło");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo\r\nBcc: evil@evil.example",
        "Jo\r\n\r\n<h1>You won</h1>",
        "<script>alert(1)</script>",
        "\"><a href=x>",
        "{{link}}",
        "\u202egnp.exe",
        "=?UTF-8?Q?Jo=0D=0ABcc:_evil@evil.example?="
      })
  void whateverSomebodyCallsThemselvesIsAName(String name) throws MessagingException, IOException {
    MimeMessage plain = sent(Post.changed("jo@example.com", "Jo"));
    MimeMessage mail = sent(Post.changed("jo@example.com", name));

    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("jo@example.com");
    assertThat(headers(mail)).isEqualTo(headers(plain));
    assertThat(html(mail).chars().filter(c -> c == '<').count())
        .isEqualTo(html(plain).chars().filter(c -> c == '<').count());
  }

  @Test
  void nothingOfALetterIsLogged() throws MessagingException {
    try (LogBook postman = LogBook.of(Postman.class);
        LogBook carrier = LogBook.of(SmtpCarrier.class);
        LogBook angus = LogBook.of("org.eclipse.angus.mail")) {
      sent(Post.resetLink("jo@example.com"));

      assertThat(postman.everything() + carrier.everything() + angus.everything())
          .doesNotContain("ouHfoTvN6xg7zx2xrnuq", "jo@example.com", "Lettie");
    }
  }

  /** What arrives of a letter, over a wire. */
  private MimeMessage sent(Letter letter) {
    GreenMail server = mailServer(0);
    server.start();
    try (Postman postman = postman(smtp(server.getSmtp().getPort()))) {
      postman.start();
      tray.put(letter, clock.instant());
      postman.nudge();
      tray.awaitEmpty();
      return server.getReceivedMessages()[0];
    } finally {
      server.stop();
    }
  }

  private static List<String> headers(MimeMessage mail) throws MessagingException {
    return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).toList();
  }

  private static String html(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
  }

  private void owe(String to) {
    tray.put(Post.resetLink(to), clock.instant());
  }

  private Postman postman(Carrier carrier) {
    return new Postman(tray, Post.letters(), Post.stationery(), carrier, clock);
  }

  private static SmtpCarrier smtp(int port) {
    return new SmtpCarrier(
        new SmtpSettings("localhost", port, Optional.empty(), Security.NONE, "rekey.example"));
  }

  private static GreenMail mailServer(int port) {
    return new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
