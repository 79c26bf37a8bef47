package dev.rekey.config;

import java.util.Locale;

/** How names are spelt here. */
final class Words {

  private Words() {}

  /** {@code SIGN_IN} as {@code sign-in}. */
  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code http.body-limit} as {@code HTTP_BODY_LIMIT}. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** True for a text that holds something, and no control characters. */
  static boolean isPlain(String text) {
    return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
  }
}
