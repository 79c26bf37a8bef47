package dev.rekey.mail;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.AccountDeleted;
import dev.rekey.core.letter.Letter.ConfirmLink;
import dev.rekey.core.letter.Letter.EmailChanged;
import dev.rekey.core.letter.Letter.NewDevice;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.letter.Letter.UnlockLink;
import dev.rekey.core.letter.Letter.WayBack;
import dev.rekey.core.letter.Specimens;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes every letter as it would be written to one Ada Lovelace. */
public final class SampleLetters implements Specimens {

  private static final String TO = "ada@example.org";
  private static final String NAME = "Ada";
  private static final Origin ORIGIN =
      new Origin("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
  private static final Duration LIFETIME = Duration.ofHours(6);

  /** As long as a real one. */
  private static final String TOKEN = "SAMPLE-sample-SAMPLE-smp";

  private final Letters letters;
  private final String publicUrl;
  private final InstantSource clock;

  public SampleLetters(Letters letters, String publicUrl, InstantSource clock) {
    this.letters = letters;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public List<Specimen> in(Language language) {
    Instant now = clock.instant();
    return samples(now, now.plus(LIFETIME)).stream()
        .map(letter -> letter.in(Optional.of(language)))
        .map(letter -> specimen(Form.of(letter), letters.write(letter)))
        .toList();
  }

  private List<Letter> samples(Instant now, Instant end) {
    return List.of(
        new ResetLink(TO, NAME, link("reset"), end, "7K3M-QX9T", "47"),
        new ConfirmLink(TO, NAME, link("confirm"), end),
        new UnlockLink(TO, NAME, link("unlock"), end),
        new PasswordChanged(TO, NAME, now, ORIGIN).withAlarm(link("alarm")),
        new ResetDone(TO, NAME, now, ORIGIN).withAlarm(link("alarm")),
        new EmailChanged(TO, NAME, now, ORIGIN).withAlarm(link("alarm")),
        new NewDevice(TO, NAME, now, ORIGIN).withAlarm(link("alarm")),
        new PasswordSetByAdministrator(TO, NAME, now).withAlarm(link("alarm")),
        new WayBack(TO, NAME, link("reset"), end, "7K3M-QX9T", Optional.empty()),
        new AccountDeleted(TO, NAME, now));
  }

  private String link(String page) {
    return publicUrl + "/account/" + page + '/' + TOKEN;
  }

  private static Specimen specimen(Form form, Written written) {
    return new Specimen(form.title(), written.subject(), written.text(), written.html());
  }
}
