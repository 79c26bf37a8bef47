package dev.rekey.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** The kinds whose values nobody is shown. */
final class Secrets {

  private Secrets() {}

  static Kind<Optional<Secret>> password() {
    return secret("a text without control characters", _ -> true);
  }

  static Kind<Optional<Secret>> ofAtLeast(int bytes) {
    return secret(
        "a text of at least " + bytes + " bytes, without control characters",
        text -> text.getBytes(StandardCharsets.UTF_8).length >= bytes);
  }

  static Kind<Optional<Secret>> base64Of(int bytes) {
    return secret(bytes + " bytes in base64", text -> decodedLength(text) == bytes);
  }

  private static Kind<Optional<Secret>> secret(String wanted, Predicate<String> test) {
    Kind<String> text = Kinds.text(wanted, test);
    return Kind.of(wanted, value -> text.read(value).map(Secret::new), Secret::reveal)
        .shownAs(Discretion.SECRET)
        .orEmpty();
  }

  private static int decodedLength(String text) {
    try {
      return Base64.getDecoder().decode(text).length;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
