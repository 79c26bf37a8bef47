package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rekey.mail.Carrier.Receipt;
import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Never;
import dev.rekey.mail.Carrier.Receipt.Taken;
import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpCarrierTest {

  private final GreenMail greenMail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final ScriptedServer scripted = new ScriptedServer();

  @BeforeEach
  void open() {
    greenMail.start();
  }

  @AfterEach
  void close() throws IOException {
    greenMail.stop();
    scripted.close();
  }

  @Test
  void aMailArrivesAsItWasWritten() throws MessagingException, IOException {
    Receipt receipt = carrier(greenMail()).carry(Post.envelope(Post.resetLink("jo@example.com")));

    assertThat(receipt).isEqualTo(new Taken());
    MimeMessage arrived = greenMail.getReceivedMessages()[0];
    assertThat(new String(arrived.getRawInputStream().readAllBytes(), StandardCharsets.US_ASCII))
        .contains("\r\n" + Post.LINK + "\r\n");
    assertThat(arrived.getSubject()).isEqualTo("A new password for Example Rides");
    assertThat(arrived.getFrom()[0]).hasToString("Example Rides <rides@example.com>");
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void greetsByItsOwnNameAndUsesThePlainAddresses() {
    carrier(scripted()).carry(Post.envelope(Post.changed("jo@example.com", "Žofie")));

    assertThat(scripted.heard())
        .containsSubsequence(
            "EHLO rekey.example", "MAIL FROM:<rides@example.com>", "RCPT TO:<jo@example.com>");
  }

  @Test
  void aLoginIsShownAndAWrongOneIsForTheOperator() {
    greenMail.setUser("rides", "geheim");
    greenMail.getUserManager().setAuthRequired(true);

    assertThat(carry(login("geheim"))).isEqualTo(new Taken());
    assertThat(carry(login("falsch"))).isEqualTo(new Later("AuthenticationFailedException"));
    assertThat(login("geheim").toString()).doesNotContain("geheim");
  }

  @Test
  void nobodyAtHomeIsForLater() throws IOException {
    try (Socket silent = new Socket()) {
      silent.bind(null); // its port is nobody else's, and nobody listens there

      assertThat(carry(settings(silent.getLocalPort(), Security.NONE)))
          .isInstanceOfSatisfying(
              Later.class, later -> assertThat(later.why()).contains("ConnectException"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 5.1.1 jo@example.com unknown       | Never | SMTP 550 to RCPT",
        "RCPT | 553 bad                                | Never | SMTP 553 to RCPT",
        "RCPT | 554 no                                 | Never | SMTP 554 to RCPT",
        "RCPT | 501 5.1.3 bad syntax                   | Never | SMTP 501 to RCPT",
        "RCPT | 450 4.2.1 later jo@example.com         | Later | SMTP 450 to RCPT",
        "RCPT | 452 4.2.2 full                         | Later | SMTP 452 to RCPT",
        "RCPT | 550 5.7.1 relaying denied              | Later | SMTP 550 to RCPT",
        "RCPT | 554 5.7.1 jo@example.com: Relay denied | Later | SMTP 554 to RCPT",
        "RCPT | 530 authenticate first                 | Later | SMTP 530 to RCPT",
        "RCPT | 503 sequence                           | Later | SMTP 503 to RCPT",
        "MAIL | 550 5.1.8 sender unknown               | Later | SMTP 550 to MAIL",
        "MAIL | 553 not yours                          | Later | SMTP 553 to MAIL",
        "DATA | 554 no                                 | Never | SMTP 554 to DATA",
        "DATA | 451 no                                 | Later | SMTP 451 to DATA",
        ".    | 552 5.3.4 too big                      | Never | SMTP 552 to DATA",
        ".    | 554 5.7.1 looks like spam              | Later | SMTP 554 to DATA",
        ".    | 421 going down                         | Later | SMTP 421 to DATA",
        ".    | hang up                                | Later | no answer to DATA",
      })
  void onlyARefusalOfTheRecipientOrTheMailIsForGood(
      String verb, String answer, String expected, String why) {
    scripted.answer(verb, answer);

    Receipt receipt = carry(scripted());

    assertThat(receipt).isEqualTo(expected.equals("Never") ? new Never(why) : new Later(why));
  }

  @Test
  void aCallThatFailsSaysWhy() {
    scripted.answer("hello", "554 no mail here");

    assertThat(carry(scripted()))
        .isInstanceOfSatisfying(
            Later.class, later -> assertThat(later.why()).contains("554 no mail here"));
  }

  @Test
  void whatTheServerDoesAfterTheMailIsOfNoConcern() {
    scripted.answer("QUIT", ScriptedServer.HANG_UP);

    assertThat(carry(scripted())).isEqualTo(new Taken());
  }

  @Test
  void withStarttlsNothingIsSaidInTheClear() {
    assertThat(carry(settings(scripted.port(), Security.STARTTLS)))
        .isInstanceOfSatisfying(
            Later.class, later -> assertThat(later.why()).contains("STARTTLS is required"));
    assertThat(scripted.heard()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS, false", "IMPLICIT, true"})
  void speaksTlsWithAServerThatIsWhoItShouldBe(
      Security security, boolean atOnce, @TempDir Path folder) throws IOException {
    Certificate certificate = Certificate.of("localhost", folder);
    try (ScriptedServer server = secure(certificate, atOnce)) {
      SmtpCarrier carrier =
          new SmtpCarrier(
              settings(server.port(), security), certificate.believed().getSocketFactory());

      assertThat(carrier.carry(Post.envelope(Post.resetLink("jo@example.com"))))
          .isEqualTo(new Taken());
      assertThat(server.heard()).contains("MAIL FROM:<rides@example.com>");
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS, false", "IMPLICIT, true"})
  void hangsUpOnAServerWithAnothersCertificate(
      Security security, boolean atOnce, @TempDir Path folder) throws IOException {
    Certificate certificate = Certificate.of("mail.evil.example", folder);
    try (ScriptedServer server = secure(certificate, atOnce)) {
      SmtpCarrier carrier =
          new SmtpCarrier(
              settings(server.port(), security), certificate.believed().getSocketFactory());

      assertThat(carrier.carry(Post.envelope(Post.resetLink("jo@example.com"))))
          .isInstanceOf(Later.class);
      assertThat(server.heard()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS, false", "IMPLICIT, true"})
  void hangsUpOnAServerThatNobodyVouchesFor(Security security, boolean atOnce, @TempDir Path folder)
      throws IOException {
    try (ScriptedServer server = secure(Certificate.of("localhost", folder), atOnce)) {
      assertThat(carry(settings(server.port(), security))).isInstanceOf(Later.class);
      assertThat(server.heard()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void aPortThatCannotBeStopsTheStart() {
    assertThatThrownBy(() -> settings(65_536, Security.NONE))
        .hasMessage("a port is 1 to 65535, found: 65536");
  }

  private static ScriptedServer secure(Certificate certificate, boolean atOnce) {
    return new ScriptedServer(Optional.of(certificate.shown()), atOnce)
        .answer("EHLO", "250-here\r\n250 STARTTLS")
        .answer("STARTTLS", "220 go on");
  }

  private Receipt carry(SmtpSettings settings) {
    return carrier(settings).carry(Post.envelope(Post.resetLink("jo@example.com")));
  }

  private static SmtpCarrier carrier(SmtpSettings settings) {
    return new SmtpCarrier(settings);
  }

  private SmtpSettings greenMail() {
    return settings(greenMail.getSmtp().getPort(), Security.NONE);
  }

  private SmtpSettings scripted() {
    return settings(scripted.port(), Security.NONE);
  }

  private SmtpSettings login(String password) {
    return new SmtpSettings(
        "localhost",
        greenMail.getSmtp().getPort(),
        Optional.of(new SmtpLogin("rides", password)),
        Security.NONE,
        "rekey.example");
  }

  private static SmtpSettings settings(int port, Security security) {
    return new SmtpSettings("localhost", port, Optional.empty(), security, "rekey.example");
  }
}
