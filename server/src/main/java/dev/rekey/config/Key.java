package dev.rekey.config;

import java.util.Locale;

/**
 * One thing that an operator can set.
 *
 * @param name such as {@code http.port}
 * @param sentence what it is
 * @param kind what it must be
 * @param standard the text that holds when nothing is set
 * @param secret never shown, in messages neither
 */
record Key<T>(String name, String sentence, Kind<T> kind, String standard, boolean secret) {

  static <T> Key<T> of(String name, Kind<T> kind, String standard, String sentence) {
    return new Key<>(name, sentence, kind, standard, false);
  }

  static <T> Key<T> secret(String name, Kind<T> kind, String sentence) {
    return new Key<>(name, sentence, kind, "", true);
  }

  /** The environment variable that sets it, such as {@code REKEY_HTTP_PORT}. */
  String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return "REKEY_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
