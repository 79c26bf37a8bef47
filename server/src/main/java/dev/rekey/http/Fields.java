package dev.rekey.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Name-value pairs in their order: header fields (names without regard to case) and parameters.
 *
 * @param all the pairs, in the order in which they were sent or are to be written
 */
public record Fields(List<Field> all) {

  /** One name with one value. */
  public record Field(String name, String value) {}

  private static final Fields NONE = new Fields(List.of());

  public Fields {
    all = List.copyOf(all);
  }

  public static Fields none() {
    return NONE;
  }

  public Optional<String> first(String name) {
    for (Field field : all) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  public List<String> every(String name) {
    List<String> values = new ArrayList<>(1);
    for (Field field : all) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return List.copyOf(values);
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  public Fields with(String name, String value) {
    Field[] more = all.toArray(new Field[all.size() + 1]);
    more[all.size()] = new Field(name, value);
    return new Fields(List.of(more));
  }

  public Fields with(Fields others) {
    if (all.isEmpty() || others.all.isEmpty()) {
      return all.isEmpty() ? others : this;
    }
    Field[] more = all.toArray(new Field[all.size() + others.all.size()]);
    System.arraycopy(others.all.toArray(), 0, more, all.size(), others.all.size());
    return new Fields(List.of(more));
  }

  /** The same without the fields of this name. */
  public Fields without(String name) {
    return new Fields(all.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList());
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    return all.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList().toString();
  }
}
