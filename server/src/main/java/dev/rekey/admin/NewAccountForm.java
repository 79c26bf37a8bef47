package dev.rekey.admin;

import dev.rekey.http.Fields;
import dev.rekey.page.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The form of an account that is to be made.
 *
 * @param names its fields
 * @param ways how it may get its first password here, the best first
 * @param password the field for one that is typed
 */
public record NewAccountForm(
    List<Field> names, List<String> roles, String role, List<Way> ways, Way way, Field password) {

  public NewAccountForm {
    names = List.copyOf(names);
    roles = List.copyOf(roles);
    ways = List.copyOf(ways);
  }

  /** How an account gets its first password. */
  public enum Way {
    /** By a letter, so that nobody but its owner ever knows it. */
    LETTER,
    /** Not now. */
    NONE,
    /** It is typed here. */
    TYPED;

    /** How its phrases are called. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Way of(Fields form, Way otherwise) {
      String key = form.first("way").orElse("");
      return Arrays.stream(values())
          .filter(way -> way.key().equals(key))
          .findFirst()
          .orElse(otherwise);
    }
  }
}
