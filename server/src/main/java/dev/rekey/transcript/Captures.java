package dev.rekey.transcript;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a story: filled in requests, captured from answers. */
public final class Captures {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(.+?)}}");

  private static final Map<String, String> KINDS =
      Map.of(
          "any", ".+",
          "jwt", "[\\w-]+\\.[\\w-]+\\.[\\w-]+",
          "uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          "hex", "[0-9a-f]+",
          "int", "\\d+",
          "b64url", "[\\w-]+",
          "seconds", "\\d+\\.\\d{6}",
          "email", "[^\\s@]+@[^\\s@]+",
          "time", "[-+:.,\\w /]+",
          "cookie", "[A-Za-z0-9%._~-]+--[A-Za-z0-9%._~-]+--[A-Za-z0-9%._~-]+");

  /** The place of the token that was last taken from the mail. */
  private static final String LAST_MAIL = "mail";

  /** What a letter of a kind calls its token. */
  private static final Map<String, String> MAIL =
      Map.of(
          "mail:reset", "reset_password_token",
          "mail:confirm", "confirmation_token",
          "mail:unlock", "unlock_token",
          "mail:ticket", "ticket");

  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final Source source;
  private final InstantSource clock;

  public Captures(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Where a story gets what no answer has told it. */
  @FunctionalInterface
  public interface Source {

    /**
     * The token of the newest letter.
     *
     * @param parameter what it is called in the letter's link
     */
    String newestToken(String parameter);

    /** What stands in a place that nothing was captured for. */
    default Optional<String> standIn(String place) {
      return Optional.empty();
    }
  }

  /** A request has a place that no answer has filled so far. */
  public static final class Uncaptured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Uncaptured(String place) {
      super("nothing was captured as " + place);
    }
  }

  /** What was captured, by its name; and what stood in. */
  public Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** The text with every place filled. */
  String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(valueOf(match.group(1))));
  }

  /** The text with the places filled that were captured already; the others stay places. */
  String fillKnown(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  private String valueOf(String place) {
    if (MAIL.containsKey(place)) {
      String token = source.newestToken(MAIL.get(place));
      values.put(LAST_MAIL, token);
      return token;
    }
    if (place.startsWith("in:")) {
      Duration ahead = Duration.ofSeconds(Long.parseLong(place.substring("in:".length())));
      return Long.toString(clock.instant().plus(ahead).getEpochSecond());
    }
    if (place.startsWith("basic:")) {
      byte[] pair = place.substring("basic:".length()).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(pair);
    }
    if (place.startsWith("repeat:")) {
      int star = place.lastIndexOf('*');
      return place
          .substring("repeat:".length(), star)
          .repeat(Integer.parseInt(place.substring(star + 1)));
    }
    return values.computeIfAbsent(nameOf(place), this::standIn);
  }

  private String standIn(String name) {
    return source.standIn(name).orElseThrow(() -> new Uncaptured(name));
  }

  /** In a request as well, a place may say of what kind it is. */
  private static String nameOf(String place) {
    int colon = place.indexOf(':');
    return colon < 0 ? place : place.substring(0, colon);
  }

  /** Whether the found text is the written one, with its places standing for what was found. */
  boolean matches(String written, String found) {
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher places = PLACE.matcher(written);
    int from = 0;
    while (places.find()) {
      regex.append(Pattern.quote(written.substring(from, places.start())));
      regex.append('(').append(regexOf(places.group(1), names)).append(')');
      from = places.end();
    }
    regex.append(Pattern.quote(written.substring(from)));
    // Groups inside kinds do not count: they are made non-capturing.
    Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(found);
    if (!matcher.matches()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      String before = values.putIfAbsent(names.get(i), matcher.group(i + 1));
      if (before != null && !names.get(i).isEmpty() && !before.equals(matcher.group(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static String regexOf(String place, List<String> names) {
    String[] parts = place.split(":", 2);
    names.add(parts[0]);
    String kind = parts.length > 1 ? parts[1] : "any";
    String regex = KINDS.get(kind);
    if (regex == null) {
      throw new IllegalArgumentException("no kind of place is called " + kind);
    }
    return regex.replace("(", "(?:");
  }
}
