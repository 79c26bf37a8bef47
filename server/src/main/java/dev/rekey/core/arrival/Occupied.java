package dev.rekey.core.arrival;

import dev.rekey.core.account.Logins;
import java.util.List;
import java.util.Optional;

/** Which names and ids of a realm are somebody's at one moment. */
public interface Occupied {

  /** All that read the same but for A to Z in lower case. */
  List<Name> names(String folded);

  Optional<Holder> number(long number);

  Optional<Holder> hex24(String digits);

  Optional<Holder> hex32(String digits);

  /** What the holder is called. */
  Logins namesOf(Holder holder);

  /** A name that is somebody's. */
  record Name(String text, boolean isEmail, Holder holder) {}

  /**
   * Whose something is.
   *
   * @param key tells one from another; nothing else may be read from it
   * @param newcomer came in the same import
   */
  record Holder(long key, boolean newcomer) {}

  /** The name with A to Z in lower case, as the databases fold it. */
  static String fold(String name) {
    return hasCapital(name) ? folded(name) : name;
  }

  private static boolean hasCapital(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }
}
