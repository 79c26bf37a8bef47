package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.token.Mint;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationeryTest {

  private final Stationery stationery = Post.stationery();

  @Test
  void saysWhoToWhomAndWhen() {
    String head = head(Post.raw(Post.envelope(Post.resetLink("lettie+a@example.org"))));

    assertThat(head.lines())
        .contains(
            "From: Example Rides <rides@example.com>",
            "To: lettie+a@example.org",
            "Subject: A new password for Example Rides",
            "Date: Tue, 3 Mar 2026 14:05:06 +0000",
            "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All")
        .anyMatch(line -> line.matches("Message-ID: <[A-Za-z0-9_-]{22}@rekey\\.example>"))
        .anyMatch(line -> line.startsWith("Content-Type: multipart/alternative;"));
    assertThat(head).doesNotContain("Sender:", "Bcc:", "X-Mailer");
  }

  @Test
  void noTwoMailsHaveOneId() throws MessagingException {
    assertThat(Post.envelope(Post.resetLink("jo@example.com")).message().getMessageID())
        .isNotEqualTo(Post.envelope(Post.resetLink("jo@example.com")).message().getMessageID());
  }

  @Test
  void theLinkStandsOnALineOfItsOwnAsItIs() {
    String raw = Post.raw(Post.envelope(Post.resetLink("jo@example.com")));

    assertThat(raw).contains("\r\n\r\n" + Post.LINK + "\r\n\r\n");
    assertThat(raw).contains("Content-Transfer-Encoding: 7bit");
    assertThat(raw).doesNotContain("quoted-printable", "base64", "=3D");
  }

  @Test
  void aMailWithOtherLettersIsEightBitAndNotEncoded() {
    String raw = Post.raw(Post.envelope(Post.changed("jo@example.com", "Žofie Ελένη 😀")));

    assertThat(raw).contains("\r\nHello Žofie Ελένη 😀,\r\n");
    assertThat(raw).contains("Content-Transfer-Encoding: 8bit");
    assertThat(raw).doesNotContain("quoted-printable", "base64");
  }

  @Test
  void theTextComesBeforeTheHtml() throws MessagingException, IOException {
    Envelope envelope = Post.envelope(Post.resetLink("jo@example.com"));

    MimeMultipart body = (MimeMultipart) envelope.message().getContent();
    assertThat(body.getCount()).isEqualTo(2);
    assertThat(body.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(body.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
  }

  @Test
  void aLongLineIsBrokenAtItsBlanksAndALinkNever() throws MessagingException {
    String link = "https://rekey.example/" + "x".repeat(600);
    String text = "wörd ".repeat(300) + link + " Ende".repeat(100);

    String raw = Post.raw(seal("jo@example.com", new Written("Hi", text, text)));

    assertThat(raw.lines())
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(998));
    assertThat(raw.lines()).contains(link);
    assertThat(raw.replaceAll("\\s+", " ")).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jo",
        "jo@",
        "@example.com",
        "jo@example.com\r\nBcc: evil@evil.example",
        "jo@example.com\nBcc: evil@evil.example",
        "jo@example.com\r",
        "jo\u0000@example.com",
        "jo@example.com, evil@evil.example",
        "jo@example.com evil@evil.example",
        "jo@example.com> SIZE=1",
        "Jo <jo@example.com>",
        "<jo@example.com>",
        "all: jo@example.com, evil@evil.example;",
        "jo@example.com (evil)",
        "jö@example.com",
        "jo@exa mple.com",
        "jo@example..com",
        "jo@\u2028example.com"
      })
  void whatIsNotOnePlainAddressIsRefused(String to) {
    assertThatThrownBy(() -> seal(to, new Written("Hi", "text", "html")))
        .isInstanceOf(AddressException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jo@example.com", "a.b+c_d@sub.example.co", "\"a b\"@example.com"})
  void aPlainAddressIsAccepted(String to) throws MessagingException {
    assertThat(seal(to, new Written("Hi", "text", "html")).message().getAllRecipients())
        .extracting(address -> ((InternetAddress) address).getAddress())
        .containsExactly(to);
  }

  @Test
  void aDomainInAnotherScriptIsWrittenInAscii() throws MessagingException {
    assertThat(Post.raw(seal("jo@bücher.example", new Written("Hi", "text", "html"))))
        .contains("\r\nTo: jo@xn--bcher-kva.example\r\n");
  }

  @Test
  void aSubjectAddsNoHeader() throws MessagingException {
    Letters letters = Post.letters();
    Written written = letters.write(Post.changed("jo@example.com", "Jo\r\nBcc: evil@evil.example"));

    String head = head(Post.raw(seal("jo@example.com", written)));

    assertThat(head).doesNotContain("Bcc");
  }

  @Test
  void aSubjectInAnotherScriptIsReadable() throws MessagingException {
    Envelope envelope = seal("jo@example.com", new Written("Пароль изменён", "text", "html"));

    assertThat(envelope.message().getSubject()).isEqualTo("Пароль изменён");
    assertThat(head(Post.raw(envelope)).chars()).allMatch(c -> c < 0x80);
  }

  @Test
  void aSenderInAnotherScriptIsReadable() throws MessagingException {
    Stationery russian =
        new Stationery("Такси <rides@example.com>", "rekey.example", new Mint(new SecureRandom()));

    Envelope envelope =
        russian.seal(
            1, Form.RESET_LINK, "jo@example.com", new Written("Hi", "text", "html"), Post.NOW);

    assertThat(head(Post.raw(envelope))).contains("From: =?UTF-8?", "<rides@example.com>");
  }

  @Test
  void aSenderThatCannotBeStopsTheStart() {
    for (String from : List.of("", "rides", "a@b.c, d@e.f", "a@b.c\r\nBcc: x@y.z")) {
      assertThatThrownBy(() -> new Stationery(from, "host", new Mint(new SecureRandom())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("such as Example Rides <rides@example.com>");
    }
  }

  private Envelope seal(String to, Written written) throws MessagingException {
    return stationery.seal(1, Form.RESET_LINK, to, written, Post.NOW);
  }

  private static String head(String raw) {
    return raw.substring(0, raw.indexOf("\r\n\r\n"));
  }
}
