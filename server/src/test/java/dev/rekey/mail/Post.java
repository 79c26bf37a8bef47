package dev.rekey.mail;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Letters and the paper to write them on, for the stories of this room. */
final class Post {

  static final String LINK =
      "https://rekey.example/reset?reset_password_token=ouHfoTvN6xg7zx2xrnuq&from=mail";

  static final Instant NOW = Instant.parse("2026-03-03T14:05:06.789Z");

  /** When the links end. */
  static final Instant END = Instant.parse("2026-03-03T20:05:06Z");

  static final Origin ORIGIN = new Origin("192.0.2.7", "curl/8.14");

  private static final Letters LETTERS = letters();

  private static final Stationery STATIONERY = stationery();

  private Post() {}

  static Letter resetLink(String to) {
    return new ResetLink(to, "Lettie", LINK, END);
  }

  static Letter changed(String to, String name) {
    return new PasswordChanged(to, name, NOW, ORIGIN);
  }

  static Letters letters() {
    return new Letters(head(), Optional.empty(), Language.ENGLISH);
  }

  static Letterhead head() {
    return new Letterhead("Example Rides", "https://rekey.example/forgot", "help@example.com");
  }

  static Stationery stationery() {
    return new Stationery(
        "Example Rides <rides@example.com>", "rekey.example", new Mint(new SecureRandom()));
  }

  static Envelope envelope(Letter letter) {
    return envelope(1, letter, NOW);
  }

  static Envelope envelope(long id, Letter letter, Instant now) {
    try {
      Written written = LETTERS.write(letter);
      return STATIONERY.seal(id, Form.of(letter), letter.to(), written, now);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The mail as it goes over the wire. */
  static String raw(Envelope envelope) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      envelope.message().writeTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
