package dev.rekey.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Keys that belong together, for people to read.
 *
 * @param prefix what stands before the keys' own names
 */
record Section(String title, String words, String prefix, List<Key<?>> keys) {

  Section {
    keys = List.copyOf(keys);
  }

  static Section of(String title, String words, Key<?>... keys) {
    return new Section(title, words, "", List.of(keys));
  }

  Section under(String other) {
    return new Section(title, words, other + prefix, keys);
  }

  Section and(List<Key<?>> more) {
    return new Section(title, words, prefix, Stream.concat(keys.stream(), more.stream()).toList());
  }

  List<Key<?>> fullKeys() {
    return keys.stream().<Key<?>>map(key -> key.under(prefix)).toList();
  }
}
