package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rekey.core.visit.Language;
import dev.rekey.mail.Carrier.Trial;
import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator hears of a test letter. */
@Timeout(60)
class TrialTest {

  private final ScriptedServer scripted = new ScriptedServer();

  @AfterEach
  void close() throws IOException {
    scripted.close();
  }

  @Test
  void aTestLetterArrivesAtOnceInTheLanguageThatWasAskedFor() throws MessagingException {
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try {
      int port = server.getSmtp().getPort();
      Trial trial = desk(settings(port, Security.NONE)).test("jo@example.com", german());

      assertThat(trial)
          .isEqualTo(
              new Trial.Passed("localhost:" + port + " has taken the letter, and delivers it."));
      assertThat(server.getReceivedMessages()[0].getSubject())
          .isEqualTo("Eine Probenachricht von Example Rides");
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAMailServerTheLetterIsAFile(@TempDir Path folder) throws IOException {
    Trial trial = desk(new FolderCarrier(folder)).test("jo@example.com", german());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(trial.words())
          .contains("reached nobody", "mail.smtp.host")
          .endsWith("It was written to " + files.findFirst().orElseThrow() + '.');
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 5.1.1 no such user  | refuses the recipient: 550 5.1.1 no such user",
        "RCPT | 554 5.7.1 relay denied  | refuses the recipient: 554 5.7.1 relay denied",
        "MAIL | 550 sender unknown      | refuses the sender, which is `mail.from`: 550 sender",
        ".    | 554 looks like spam     | refuses the letter: 554 looks like spam",
      })
  void aRefusalIsToldInTheServersWords(String verb, String answer, String words) {
    scripted.answer(verb, answer);

    assertThat(failure(settings(scripted.port(), Security.NONE)))
        .contains("localhost:" + scripted.port() + ' ' + words);
  }

  @Test
  void nobodyAtHomeIsToldSo() throws IOException {
    try (Socket silent = new Socket()) {
      silent.bind(null); // its port is nobody else's, and nobody listens there

      assertThat(failure(settings(silent.getLocalPort(), Security.NONE)))
          .contains("cannot be reached: the connection was refused", "`mail.smtp.port`");
    }
  }

  @Test
  void aHostThatIsNotThereIsToldSo() {
    SmtpSettings nowhere =
        new SmtpSettings("mail.invalid", 25, Optional.empty(), Security.NONE, "rekey.example");

    assertThat(failure(nowhere)).startsWith("There is no host mail.invalid.");
  }

  @Test
  void aServerWithoutTlsIsToldSo() {
    assertThat(failure(settings(scripted.port(), Security.STARTTLS)))
        .contains("could not agree on TLS with us, so nothing was sent.", "465");
    assertThat(failure(settings(scripted.port(), Security.IMPLICIT)))
        .contains("could not agree on TLS with us, so nothing was sent.", "587");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsToldSo(@TempDir Path folder) throws IOException {
    Certificate certificate = Certificate.of("localhost", folder);
    try (ScriptedServer server = new ScriptedServer(Optional.of(certificate.shown()), true)) {
      assertThat(failure(settings(server.port(), Security.IMPLICIT)))
          .contains("a certificate that nobody vouches for");
    }
  }

  @Test
  void aCertificateForAnotherNameIsToldSo(@TempDir Path folder) throws IOException {
    Certificate certificate = Certificate.of("mail.evil.example", folder);
    try (ScriptedServer server = new ScriptedServer(Optional.of(certificate.shown()), true)) {
      SmtpCarrier carrier =
          new SmtpCarrier(
              settings(server.port(), Security.IMPLICIT),
              certificate.believed().getSocketFactory());

      assertThat(desk(carrier).test("jo@example.com", german()).words())
          .contains("a certificate that does not hold for that name");
    }
  }

  @Test
  void aWrongPasswordIsToldSoAndNeverShown() {
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try {
      server.setUser("rides", "geheim");
      server.getUserManager().setAuthRequired(true);
      SmtpSettings wrong =
          new SmtpSettings(
              "localhost",
              server.getSmtp().getPort(),
              Optional.of(new SmtpLogin("rides", "falsch-falsch")),
              Security.NONE,
              "rekey.example");

      assertThat(failure(wrong))
          .contains("does not accept the name and the password", "`mail.smtp.password`")
          .doesNotContain("falsch");
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({"jo", "'jo@example.com\r\nBcc: x@evil.example'", "''"})
  void whatIsNoAddressIsToldSo(String to) {
    assertThat(desk(new Bag()).test(to, german()))
        .isInstanceOfSatisfying(
            Trial.Failed.class, failed -> assertThat(failed.words()).contains("is not an address"));
  }

  private static Optional<Language> german() {
    return Optional.of(Language.GERMAN);
  }

  private static String failure(SmtpSettings settings) {
    Trial trial = desk(settings).test("jo@example.com", german());
    assertThat(trial).isInstanceOf(Trial.Failed.class);
    return trial.words();
  }

  private static SmtpSettings settings(int port, Security security) {
    return new SmtpSettings("localhost", port, Optional.empty(), security, "rekey.example");
  }

  private static MailDesk desk(SmtpSettings settings) {
    return desk(new SmtpCarrier(settings));
  }

  private static MailDesk desk(Carrier carrier) {
    InstantSource clock = InstantSource.fixed(Post.NOW);
    Letters letters = Post.letters();
    return new MailDesk(
        letters,
        Post.stationery(),
        carrier,
        new SampleLetters(letters, "https://rekey.example", clock),
        clock);
  }
}
