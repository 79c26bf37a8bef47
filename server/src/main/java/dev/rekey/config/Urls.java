package dev.rekey.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds that lead somewhere: addresses, URLs and paths of URLs. */
final class Urls {

  static final String TOKEN = "{token}";

  private static final int LAST_PORT = 65_535;

  private Urls() {}

  static Kind<String> host() {
    return Kinds.matching("a host's name or address", "[^\\s/@]+").shownAs(Discretion.ADDRESS);
  }

  /** Where this server is found from outside; a slash at the end is dropped. */
  static Kind<String> base() {
    return Kind.of(
            "an absolute http or https URL without user, query or fragment",
            text ->
                Optional.of(text.replaceFirst("/+$", ""))
                    .filter(url -> parse(url).filter(Urls::isBase).isPresent()),
            Function.identity())
        .shownAs(Discretion.ADDRESS);
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
    return web && url.getHost() != null && url.getPort() <= LAST_PORT;
  }

  /** A link in a letter; an application's own scheme is welcome. */
  static Kind<String> link() {
    return Kinds.text(
        "an absolute URL with {token} in it",
        text ->
            text.contains(TOKEN)
                && parse(text.replace(TOKEN, "token")).filter(Urls::leads).isPresent());
  }

  private static boolean leads(URI url) {
    return url.isAbsolute() && url.getRawAuthority() != null;
  }

  static Kind<String> postgres() {
    return Kinds.matching("a URL that begins with jdbc:postgresql://", "jdbc:postgresql://[^\\s]*")
        .shownAs(Discretion.ADDRESS);
  }

  /** The path under which a mount answers. */
  static Kind<String> prefix() {
    return Kinds.matching(
        "a path such as /api/v1, without a slash at the end",
        "(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");
  }

  static Kind<String> network() {
    return Kinds.text("an address, or a range such as 10.0.0.0/8", Urls::isNetwork);
  }

  private static boolean isNetwork(String text) {
    String[] parts = text.split("/", 2);
    Predicate<Integer> fits =
        most -> parts.length == 1 || Kinds.integer(0, most).read(parts[1]).isPresent();
    return bits(parts[0]).filter(fits).isPresent();
  }

  /** How many bits an address has, if it is one; no name is ever looked up. */
  private static Optional<Integer> bits(String address) {
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
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
