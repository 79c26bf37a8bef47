package dev.rekey.dialect.tokenauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An address of an application, to which a browser is led with something in its query. */
record Landing(URI address) {

  private static final int LONGEST = 2_000;
  private static final String HTTP = "http";
  private static final String HTTPS = "https";

  /** The address that a text is; none if it is not absolute, names a user, or is no plain ASCII. */
  static Optional<Landing> of(String text) {
    return Optional.of(text)
        .filter(one -> one.length() <= LONGEST)
        .filter(one -> one.chars().allMatch(c -> c > ' ' && c < 0x7f))
        .flatMap(Landing::parse)
        .filter(Landing::leadsSomewhere)
        .map(Landing::new);
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean leadsSomewhere(URI address) {
    String authority = address.getRawAuthority();
    return address.isAbsolute() && authority != null && authority.indexOf('@') < 0;
  }

  String text() {
    return address.toString();
  }

  boolean isOfTheWeb() {
    return HTTP.equalsIgnoreCase(address.getScheme())
        || HTTPS.equalsIgnoreCase(address.getScheme());
  }

  /** The host in lower case; none where the authority is of another kind. */
  Optional<String> host() {
    return Optional.ofNullable(address.getHost()).map(host -> host.toLowerCase(Locale.ROOT));
  }

  /**
   * The address with more parameters behind those that it has; where it has a fragment, all of them
   * once more behind that, for applications that route there.
   */
  String with(Map<String, String> parameters) {
    String own = address.getRawQuery() == null ? "" : address.getRawQuery();
    String query = '?' + (own.isEmpty() ? "" : own + '&') + Query.of(parameters);
    String fragment = address.getRawFragment();
    return address.getScheme()
        + "://"
        + authority()
        + address.getRawPath()
        + query
        + (fragment == null ? "" : '#' + fragment + query);
  }

  private String authority() {
    String authority = address.getRawAuthority();
    if (HTTP.equalsIgnoreCase(address.getScheme()) && authority.endsWith(":80")) {
      return authority.substring(0, authority.length() - ":80".length());
    }
    if (HTTPS.equalsIgnoreCase(address.getScheme()) && authority.endsWith(":443")) {
      return authority.substring(0, authority.length() - ":443".length());
    }
    return authority;
  }
}
