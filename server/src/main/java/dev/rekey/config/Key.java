package dev.rekey.config;

/**
 * One thing that an operator may choose.
 *
 * @param name with dots between its parts, such as {@code http.port}
 * @param standard what holds unless something is chosen: a value, or words when it follows from
 *     other keys
 * @param derived true when {@code standard} is words
 * @param sentence what it is for
 */
record Key<T>(String name, Kind<T> kind, String standard, boolean derived, String sentence) {

  static final String VARIABLE_PREFIX = "REKEY_";

  static <T> Key<T> of(String name, Kind<T> kind, String standard, String sentence) {
    return new Key<>(name, kind, standard, false, sentence);
  }

  /** A key whose default follows from other keys. */
  static <T> Key<T> derived(String name, Kind<T> kind, String words, String sentence) {
    return new Key<>(name, kind, words, true, sentence);
  }

  /** The environment variable of the key with this name. */
  static String variable(String name) {
    return VARIABLE_PREFIX + Words.variable(name);
  }

  boolean secret() {
    return kind.discretion() == Discretion.SECRET;
  }

  Key<T> under(String prefix) {
    return new Key<>(prefix + name, kind, standard, derived, sentence);
  }

  /** The default itself. */
  T standardValue() {
    if (derived) {
      throw new IllegalStateException("the default of " + name + " follows from other keys");
    }
    return kind.read(standard)
        .orElseThrow(() -> new IllegalStateException("the default of " + name + " would not do"));
  }
}
