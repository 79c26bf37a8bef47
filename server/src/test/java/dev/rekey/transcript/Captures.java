package dev.rekey.transcript;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a story: filled in requests, captured from answers. */
final class Captures {

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

  private final Map<String, String> values = new HashMap<>();
  private final UnaryOperator<String> newestToken;

  /**
   * @param newestToken finds the token of the newest letter by what it is called in the link
   */
  Captures(UnaryOperator<String> newestToken) {
    this.newestToken = newestToken;
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
      String token = newestToken.apply(MAIL.get(place));
      values.put(LAST_MAIL, token);
      return token;
    }
    if (place.startsWith("in:")) {
      Duration ahead = Duration.ofSeconds(Long.parseLong(place.substring("in:".length())));
      return Long.toString(Instant.now().plus(ahead).getEpochSecond());
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
    String value = values.get(place);
    if (value == null) {
      throw new IllegalStateException("nothing was captured as " + place);
    }
    return value;
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
