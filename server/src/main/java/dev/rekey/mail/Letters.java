package dev.rekey.mail;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.AccountDeleted;
import dev.rekey.core.letter.Letter.ConfirmLink;
import dev.rekey.core.letter.Letter.EmailChanged;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.letter.Letter.UnlockLink;
import dev.rekey.core.visit.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts letters into words. */
public final class Letters {

  private static final String LANGUAGE = "en";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}"
              + "\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]+");

  private static final int LONGEST_NAME = 60;

  private final Map<String, String> head;
  private final Templates templates;

  /**
   * @param overrides a folder of the operator's own templates, {@code en/reset-link.txt} and so on;
   *     what it lacks is taken from those that came along
   */
  public Letters(Letterhead head, Optional<Path> overrides) {
    this.head =
        Map.of(
            "service", head.service(),
            "reset-page", head.resetPage(),
            "contact", head.contact(),
            "name", "");
    this.templates = new Templates(LANGUAGE, overrides, this.head.keySet());
  }

  Written write(Letter letter) {
    Form form = Form.of(letter);
    Map<String, String> words = new HashMap<>(head);
    words.putAll(words(letter));
    words.replaceAll((_, word) -> tidy(word));
    return new Written(
        tidy(templates.get(form, Part.SUBJECT).fill(words)),
        templates.get(form, Part.TEXT).fill(words),
        templates.get(form, Part.HTML).fill(words));
  }

  private static Map<String, String> words(Letter letter) {
    return switch (letter) {
      case ResetLink(var to, var name, var link, var expiresAt) ->
          ofLink(greet(name, to), link, expiresAt);
      case ConfirmLink(var to, var name, var link, var expiresAt) ->
          ofLink(greet(name, to), link, expiresAt);
      case UnlockLink(var to, var name, var link, var expiresAt) ->
          ofLink(greet(name, to), link, expiresAt);
      case PasswordChanged(var to, var name, var at, var origin) ->
          ofDeed(greet(name, to), at, origin);
      case ResetDone(var to, var name, var at, var origin) -> ofDeed(greet(name, to), at, origin);
      case EmailChanged(var to, var name, var at, var origin) ->
          ofDeed(greet(name, to), at, origin);
      case PasswordSetByAdministrator(var to, var name, var at) ->
          Map.of("name", greet(name, to), "time", TIME.format(at));
      case AccountDeleted(var to, var name, var at) ->
          Map.of("name", greet(name, to), "time", TIME.format(at));
    };
  }

  private static Map<String, String> ofLink(String name, String link, Instant expiresAt) {
    return Map.of("name", name, "link", link, "expires", TIME.format(expiresAt));
  }

  private static Map<String, String> ofDeed(String name, Instant at, Origin origin) {
    return Map.of("name", name, "time", TIME.format(at), "address", origin.address());
  }

  /**
   * The name, unless it could carry a message of its own: whoever makes an account in somebody
   * else's address chooses the name that we greet that person by.
   */
  private static String greet(String name, String to) {
    String tidy = tidy(name);
    boolean plain = !tidy.isEmpty() && tidy.length() <= LONGEST_NAME && !tidy.matches(".*[/:].*");
    return plain ? tidy : to;
  }

  /** On one line, without the characters that turn the direction of others. */
  private static String tidy(String word) {
    return STEERING.matcher(word).replaceAll(" ").strip();
  }
}
