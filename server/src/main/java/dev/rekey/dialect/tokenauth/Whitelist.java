package dev.rekey.dialect.tokenauth;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses that a request may name, where {@code *} stands for any signs; letter case does not
 * count. In the part of an address that names the host it stands for signs of a name alone, so that
 * {@code https://*.example.org/*} is no other domain with this one's name in its path.
 */
final class Whitelist {

  private static final String EVERYTHING = "*";
  private static final String SCHEME_END = "://";
  private static final String SIGNS_OF_A_HOST = "[a-z0-9._-]*";
  private static final String ANY_SIGNS = ".*";
  private static final String ANY_PORT = "(?::[0-9]+)?";
  private static final String ANY_WAY = "(?:[/?#].*)?";

  private final List<Pattern> patterns;

  Whitelist(List<String> texts) {
    this.patterns = texts.stream().map(Whitelist::pattern).toList();
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean names(Landing landing) {
    return patterns.stream().anyMatch(one -> one.matcher(landing.text()).matches());
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        text.equals(EVERYTHING) ? ANY_SIGNS : regex(text),
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private static String regex(String text) {
    int start = text.indexOf(SCHEME_END);
    if (start < 0) {
      throw new IllegalArgumentException("an absolute address is needed, found: " + text);
    }
    int end = endOfHost(text, start + SCHEME_END.length());
    return end == text.length() && text.endsWith(EVERYTHING)
        ? originAndAnyWay(text.substring(0, end - 1))
        : quoted(text.substring(0, end), SIGNS_OF_A_HOST) + quoted(text.substring(end), ANY_SIGNS);
  }

  /** A pattern that ends amid the host's part goes on with a port or a path, not with the name. */
  private static String originAndAnyWay(String origin) {
    String regex = quoted(origin, SIGNS_OF_A_HOST);
    if (origin.endsWith(":")) {
      return regex + "[0-9]+" + ANY_WAY;
    }
    return regex + (origin.endsWith("/") ? SIGNS_OF_A_HOST : "") + ANY_PORT + ANY_WAY;
  }

  private static int endOfHost(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if ("/?#".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static String quoted(String text, String star) {
    StringBuilder regex = new StringBuilder();
    for (String piece : text.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : star).append(Pattern.quote(piece));
    }
    return regex.toString();
  }
}
