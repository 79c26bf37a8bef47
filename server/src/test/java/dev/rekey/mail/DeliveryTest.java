package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
