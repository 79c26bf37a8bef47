package dev.rekey.mail;

import dev.rekey.core.letter.Specimens;
import dev.rekey.core.visit.Language;
import dev.rekey.mail.Carrier.Trial;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What an operator can do with letters: look at all of them, and send one to see it arrive. */
public record MailDesk(
    Letters letters,
    Stationery stationery,
    Carrier carrier,
    Specimens specimens,
    InstantSource clock) {

  /** Sends a test letter at once, past the outbox. */
  public Trial test(String to, Optional<Language> language) {
    Instant now = clock.instant();
    try {
      Written written = letters.writeTest(to, language, now);
      return carrier.tryOut(stationery.seal(0, Form.TEST, to, written, now));
    } catch (MessagingException e) {
      return new Trial.Failed(
          "`" + to + "` is not an address that a letter can go to; ada@example.org would be one.");
    }
  }
}
