package dev.rekey.config;

import java.util.Optional;
import java.util.Set;

/**
 * The answer to every key that is asked for. A wrong answer is noted, and the default stands in for
 * it, so that the reading goes on and finds what else is wrong.
 */
final class Answers {

  private final Sources sources;
  private final Notebook notebook;
  private final String prefix;

  Answers(Sources sources, Notebook notebook) {
    this(sources, notebook, "");
  }

  private Answers(Sources sources, Notebook notebook, String prefix) {
    this.sources = sources;
    this.notebook = notebook;
    this.prefix = prefix;
  }

  /** The same answers for keys whose names are written without this prefix. */
  Answers under(String more) {
    return new Answers(sources, notebook, prefix + more);
  }

  <T> T of(Key<T> key) {
    return find(key).orElseGet(() -> settle(key, key.standardValue(), key.standard()));
  }

  /** The answer to a key whose default follows from others. */
  <T> T of(Key<T> key, T standard) {
    return find(key).orElseGet(() -> settle(key, standard, key.kind().write(standard)));
  }

  private <T> T settle(Key<T> key, T standard, String text) {
    String shown = key.kind().discretion().shown(text);
    notebook.settle(new Setting(prefix + key.name(), shown, Place.STANDARD.words()));
    return standard;
  }

  /** The answer, if somebody gave a good one. */
  <T> Optional<T> find(Key<T> key) {
    Key<T> full = key.under(prefix);
    notebook.know(full.name());
    Optional<T> last = Optional.empty();
    for (Given given : sources.of(full.name())) {
      Optional<T> value = judge(full, given);
      last = value.isPresent() ? value : last;
    }
    return last;
  }

  private <T> Optional<T> judge(Key<T> key, Given given) {
    Optional<T> value = key.kind().read(given);
    String origin = given.place().words();
    if (value.isEmpty()) {
      String found = "found " + key.kind().quoted(given);
      notebook.note(new Mistake(key.name(), origin, found, key.kind().wanted() + " would do"));
    } else {
      notebook.settle(new Setting(key.name(), key.kind().shown(given), origin));
    }
    return value;
  }

  boolean isSound(Key<?> key) {
    return notebook.isSound(prefix + key.name());
  }

  /** Notes that a value, good in itself, does not go with another. */
  void contradiction(Key<?> key, String found, String remedy) {
    String name = prefix + key.name();
    if (notebook.isSound(name)) {
      notebook.note(new Mistake(name, notebook.origin(name), found, remedy));
    }
  }

  /** Notes that nothing can be made of what is given for this name and under it. */
  void refuse(String name, String found, String remedy) {
    String full = prefix + name;
    notebook.note(new Mistake(full, sources.place(full).words(), found, remedy));
    excuse(name);
  }

  /** Lets this name, and everything under it, pass unasked. */
  void excuse(String name) {
    notebook.excuse(prefix + name);
  }

  /** What follows the prefix in the names of the given keys. */
  Set<String> names() {
    return sources.keysUnder(prefix);
  }

  /** What follows the prefix in the names of the given environment variables. */
  Set<String> variables() {
    return sources.variablesUnder(prefix);
  }
}
