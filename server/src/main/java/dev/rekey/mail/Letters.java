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
import dev.rekey.core.visit.Device;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts letters into words. */
public final class Letters {

  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}"
              + "\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]+");

  private static final int LONGEST_NAME = 60;

  private final Map<String, String> head;
  private final Library library;
  private final Language fallback;

  /**
   * @param overrides a folder of the operator's own templates, {@code en/reset-link.txt} and so on;
   *     what it lacks is taken from those that came along
   * @param fallback for readers of whose language nothing is known
   */
  public Letters(Letterhead head, Optional<Path> overrides, Language fallback) {
    this.head =
        Map.of(
            "service", head.service(),
            "reset-page", head.resetPage(),
            "contact", head.contact(),
            "name", "");
    this.library = new Library(overrides, this.head.keySet());
    this.fallback = fallback;
  }

  Written write(Letter letter) {
    Language language = letter.language().orElse(fallback);
    return write(Form.of(letter), language, words(letter, new Times(language)));
  }

  /** What an operator sends to see whether letters arrive. */
  Written writeTest(String to, Optional<Language> wanted, Instant now) {
    Language language = wanted.orElse(fallback);
    return write(Form.TEST, language, ofMoment(to, new Times(language).of(now)));
  }

  private Written write(Form form, Language language, Map<String, String> own) {
    Map<String, String> words = new HashMap<>(head);
    words.putAll(own);
    words.replaceAll((_, word) -> tidy(word));
    Templates templates = library.in(language);
    String subject = tidy(templates.subject(form).fill(words));
    Writer writer = new Writer(form, words, library.frame(), templates);
    return new Written(subject, writer.text(), writer.html(language, subject));
  }

  private static Map<String, String> words(Letter letter, Times times) {
    return switch (letter) {
      case ResetLink(var to, var name, var link, var end, var code, var number, _) ->
          ofReset(ofLink(greet(name, to), link, times.of(end)), code, number);
      case ConfirmLink(var to, var name, var link, var end, _) ->
          ofLink(greet(name, to), link, times.of(end));
      case UnlockLink(var to, var name, var link, var end, _) ->
          ofLink(greet(name, to), link, times.of(end));
      case PasswordChanged(var to, var name, var at, var origin, var alarm, _) ->
          ofDeed(greet(name, to), times.of(at), origin, alarm);
      case ResetDone(var to, var name, var at, var origin, var alarm, _) ->
          ofDeed(greet(name, to), times.of(at), origin, alarm);
      case EmailChanged(var to, var name, var at, var origin, var alarm, _) ->
          ofDeed(greet(name, to), times.of(at), origin, alarm);
      case NewDevice(var to, var name, var at, var origin, var alarm, _) ->
          and(
              ofDeed(greet(name, to), times.of(at), origin, alarm),
              "device",
              Device.recognised(origin.agent()).orElse(""));
      case PasswordSetByAdministrator(var to, var name, var at, var alarm, _) ->
          and(ofMoment(greet(name, to), times.of(at)), "alarm", alarm);
      case WayBack(var to, var name, var link, var end, var code, _) ->
          and(ofLink(greet(name, to), link, times.of(end)), "code", code);
      case AccountDeleted(var to, var name, var at, _) -> ofMoment(greet(name, to), times.of(at));
    };
  }

  private static Map<String, String> ofMoment(String name, String time) {
    return Map.of("name", name, "time", time);
  }

  private static Map<String, String> ofLink(String name, String link, String end) {
    return Map.of("name", name, "link", link, "expires", end);
  }

  private static Map<String, String> ofReset(
      Map<String, String> words, String code, String number) {
    return and(and(words, "code", code), "number", number);
  }

  private static Map<String, String> ofDeed(String name, String time, Origin origin, String alarm) {
    return Map.of("name", name, "time", time, "address", origin.address(), "alarm", alarm);
  }

  private static Map<String, String> and(Map<String, String> words, String key, String word) {
    Map<String, String> all = new HashMap<>(words);
    all.put(key, word);
    return all;
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
