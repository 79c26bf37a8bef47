package dev.rekey.migrate.shadow;

import dev.rekey.transcript.Captures;
import dev.rekey.transcript.Transcript;
import dev.rekey.transcript.Transcript.Asked;
import dev.rekey.transcript.Transcript.Exchange;
import dev.rekey.transcript.Transcript.Expected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording as a story: what the old system answered is what should be answered, and every value
 * that somebody typed is another, made of its digest, wherever it stood.
 */
public final class Replay {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(x[0-9a-f]{20}):(\\w+)}}");
  private static final int SIGNIFICANT = 12;

  private final List<Exchange> exchanges = new ArrayList<>();
  private final Set<String> handedOut = new HashSet<>();
  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> accounts = new LinkedHashMap<>();
  private final Set<String> registered = new HashSet<>();
  private int unreadable;

  private Replay() {}

  /**
   * Reads a recording.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Replay of(Path file) {
    Replay replay = new Replay();
    Line.readAll(file, replay::add);
    return replay;
  }

  private void add(Line line) {
    if (line.body("request").startsWith("@") || line.requestLine().startsWith("OTHER ")) {
      unreadable++;
      return;
    }
    String asked = line.requestLine() + line.headers("request") + line.body("request");
    PLACE.matcher(asked).results().forEach(place -> kinds.put(place.group(1), place.group(2)));
    addAccount(line);
    exchanges.add(
        new Exchange(
            line.at() + ' ' + line.route(),
            1,
            new Asked(line.requestLine(), line.headers("request"), line.body("request")),
            expected(line)));
    PLACE
        .matcher(line.headers("upstream") + line.body("upstream"))
        .results()
        .map(place -> place.group(1))
        .filter(name -> !kinds.containsKey(name))
        .forEach(handedOut::add);
  }

  private static Expected expected(Line line) {
    String body = line.body("upstream");
    boolean unread = body.startsWith("@");
    List<String> headers =
        line.headers("upstream").stream()
            .filter(header -> !header.toLowerCase(Locale.ROOT).startsWith("set-cookie"))
            .filter(header -> !header.endsWith(": "))
            .toList();
    return new Expected(
        line.status("upstream"), List.of(), headers, List.of(), false, false, unread, body);
  }

  /** Who signs in without having been made in the recording must be there before. */
  private void addAccount(Line line) {
    Map<String, String> said = Members.of(line.body("request"));
    Optional<String> name =
        List.of("email", "login", "username", "uid").stream().filter(said::containsKey).findFirst();
    if (name.isEmpty() || !said.containsKey("password") || line.status("upstream") >= 300) {
      return;
    }
    String who = said.get(name.get());
    if (said.containsKey("password_confirmation")) {
      registered.add(who);
    } else if (!registered.contains(who)) {
      accounts.putIfAbsent(who, Map.of(name.get(), who, "password", said.get("password")));
    }
  }

  /** The recording as a story; the accounts that it begins with are {@link #accounts()}. */
  public Transcript story() {
    return new Transcript("recording", Map.of(), List.of(), List.copyOf(exchanges));
  }

  /** How many exchanges had a body that was not kept. */
  public int leftOut() {
    return unreadable;
  }

  /** The accounts that must be there before, a line each, as other commands read them. */
  public List<String> accounts() {
    return accounts.values().stream()
        .map(account -> {
          StringBuilder line = new StringBuilder("@account");
          account.forEach((name, value) ->
              line.append(' ').append(name).append("=\"").append(fill(value)).append('"'));
          return line.toString();
        })
        .toList();
  }

  private String fill(String text) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(made(place.group(1))));
  }

  /** What stands in for values that were typed, and for letters nothing. */
  public Captures.Source source() {
    return new Captures.Source() {
      @Override
      public String newestToken(String parameter) {
        throw new IllegalStateException("a recording has no letters");
      }

      @Override
      public Optional<String> standIn(String place) {
        return handedOut.contains(place) || !kinds.containsKey(place)
            ? Optional.empty()
            : Optional.of(made(place));
      }
    };
  }

  /** A value of the same kind, always the same for one place. */
  private String made(String name) {
    String digest = name.substring(1);
    return switch (kinds.getOrDefault(name, "any")) {
      case "email" -> "rk-" + digest.substring(0, SIGNIFICANT) + "@example.com";
      case "int" ->
          String.valueOf(Long.parseLong(digest.substring(0, SIGNIFICANT), 16) % 1_000_000);
      case "hex" -> digest + digest.substring(0, 4);
      case "uuid" -> digest.substring(0, 8) + "-0000-4000-8000-" + digest.substring(8, 20);
      case "jwt" -> "eyJhbGciOiJIUzI1NiJ9." + digest + '.' + digest;
      case "time" -> "2000-01-01T00:00:00Z";
      default -> "Rk-" + digest.substring(0, SIGNIFICANT) + "-aA1!";
    };
  }
}
