package dev.rekey.http;

import java.util.Arrays;
import java.util.Optional;

/** The cookies that a request brings (RFC 6265 section 4.2). */
public final class Cookies {

  private Cookies() {}

  /** The value of the first cookie of this name, as it was sent. */
  public static Optional<String> first(Request request, String name) {
    return request.headers().every("cookie").stream()
        .flatMap(field -> Arrays.stream(field.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + '='))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  /** The same for a value that was percent-encoded as a form's values are; none if it was not. */
  public static Optional<String> firstDecoded(Request request, String name) {
    return first(request, name).flatMap(Percent::decodeForm);
  }
}
