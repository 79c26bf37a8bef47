package dev.rekey.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds that lead somewhere: addresses, URLs and paths of URLs. */
final class Urls {

  static final String TOKEN = "{token}";

  /** Stands for where people find the server, which a port of 0 leaves open until it listens. */
  static final String PUBLIC_URL = "{public-url}";

  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_PREFIX = 200;
  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_PAGE = 2_000;
  private static final String OWN_PAGES = "/rekey";
  private static final String OWN_API = OWN_PAGES + "/v1";

  private Urls() {}

  static Kind<String> host() {
    return Kinds.matching("a host's name or address", "[^\\s/@]+").shownAs(Discretion.ADDRESS);
  }

  /** Where this server is found from outside; a slash at the end is dropped. */
  static Kind<String> base() {
    return Kind.of(
            "an absolute http or https URL without user, query or fragment",
            text ->
                Optional.of(withoutSlashes(text))
                    .filter(url -> parse(url).filter(Urls::isBase).isPresent()),
            Function.identity())
        .shownAs(Discretion.ADDRESS);
  }

  private static String withoutSlashes(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isBase(URI url) {
    return isWeb(url)
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static boolean isWeb(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    return web && url.getHost() != null && url.getPort() != 0 && url.getPort() <= LAST_PORT;
  }

  /** A link in a letter; an application's own scheme is welcome. */
  static Kind<String> link() {
    return Kinds.text(
        "an absolute URL with {token} in it",
        text -> text.contains(TOKEN) && parse(filledIn(text)).filter(Urls::leads).isPresent());
  }

  private static String filledIn(String link) {
    String absolute = link.startsWith(PUBLIC_URL) ? link.replace(PUBLIC_URL, "http://host") : link;
    return absolute.replace(TOKEN, "token");
  }

  private static boolean leads(URI url) {
    return url.isAbsolute() && url.getRawAuthority() != null;
  }

  /** A page of an application, to which browsers are led; its own scheme is welcome. */
  static Kind<String> page() {
    return Kinds.text("an absolute URL without user", Urls::isPage);
  }

  private static boolean isPage(String text) {
    return text.length() <= LONGEST_PAGE
        && text.matches("[!-~]+")
        && parse(text).filter(Urls::leads).filter(url -> url.getRawUserInfo() == null).isPresent();
  }

  /** Pages of which a request may name one. */
  static Kind<String> pattern() {
    return Kinds.matching(
        "* alone, or an absolute URL in which * stands for any signs",
        "\\*|[A-Za-z*][A-Za-z0-9+.*-]{0,30}://[!-~]{1,500}");
  }

  static Kind<String> postgres() {
    return Kinds.matching("a URL that begins with jdbc:postgresql://", "jdbc:postgresql://[^\\s]*")
        .shownAs(Discretion.ADDRESS);
  }

  /** The path under which a mount answers. */
  static Kind<String> prefix() {
    return Kinds.text(
        "a path such as /api/v1, without a slash at the end, not under "
            + OWN_PAGES
            + " but for "
            + OWN_API,
        Urls::isPrefix);
  }

  private static boolean isPrefix(String text) {
    return text.startsWith("/")
        && text.length() <= LONGEST_PREFIX
        && (text.equals(OWN_API) || !(text + '/').startsWith(OWN_PAGES + '/'))
        && Stream.of(text.substring(1).split("/", -1)).allMatch(Urls::isStep);
  }

  private static boolean isStep(String text) {
    return text.matches("[A-Za-z0-9._~-]+") && !text.equals(".") && !text.equals("..");
  }

  static Kind<String> network() {
    return Kinds.text("an address, or a range such as 10.0.0.0/8", Urls::isNetwork);
  }

  private static boolean isNetwork(String text) {
    String[] parts = text.split("/", 2);
    Predicate<Integer> fits = most -> parts.length == 1 || isBits(parts[1], most);
    return bits(parts[0]).filter(fits).isPresent();
  }

  private static boolean isBits(String text, int most) {
    return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= most;
  }

  /** How many bits an address has, if it is one; no name is ever looked up. */
  private static Optional<Integer> bits(String address) {
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")
        || address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address).getAddress().length * Byte.SIZE);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
