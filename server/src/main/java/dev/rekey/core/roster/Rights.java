package dev.rekey.core.roster;

import static dev.rekey.core.roster.Right.Deed.CREATE;
import static dev.rekey.core.roster.Right.Deed.DELETE;
import static dev.rekey.core.roster.Right.Deed.READ;
import static dev.rekey.core.roster.Right.Deed.READ_ALL;
import static dev.rekey.core.roster.Right.Deed.RESET_PASSWORD;
import static dev.rekey.core.roster.Right.Deed.UPDATE;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import dev.rekey.core.account.Role;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Which role has which rights in the roster, as the gateway of OCARIoT gives them. */
public final class Rights {

  private static final List<String> ROLES =
      List.of("admin", "application", "child", "educator", "family", "healthprofessional");

  private static final Map<Role, SequencedSet<Right>> BY_ROLE = byRole();

  private Rights() {}

  /** All that the role may, in the order of the table; nothing for a role that is not in it. */
  public static SequencedSet<Right> of(Role role) {
    return BY_ROLE.getOrDefault(role, new LinkedHashSet<>());
  }

  /** A row a subject, a column a role, a letter a deed. */
  private static List<String> row(Subject subject) {
    return switch (subject) {
      case USERS -> List.of("dp", "", "", "", "", "");
      case EDUCATORS -> List.of("craud", "", "", "ru", "", "");
      case FAMILIES -> List.of("craud", "", "", "", "ru", "");
      case CHILDREN -> List.of("craud", "a", "r", "ra", "r", "ra");
      case HEALTH_PROFESSIONALS -> List.of("craud", "", "", "", "", "ru");
      case APPLICATIONS -> List.of("craud", "r", "", "", "", "");
      case INSTITUTIONS -> List.of("craud", "ra", "r", "rau", "r", "rau");
      case CHILDREN_GROUPS -> List.of("", "", "", "crud", "", "crud");
    };
  }

  private static Map<Role, SequencedSet<Right>> byRole() {
    Map<Role, SequencedSet<Right>> all = new HashMap<>();
    for (int column = 0; column < ROLES.size(); column++) {
      all.put(new Role(ROLES.get(column)), column(column));
    }
    return Map.copyOf(all);
  }

  private static SequencedSet<Right> column(int column) {
    return Stream.of(Subject.values())
        .flatMap(subject -> rights(subject, row(subject).get(column)))
        .collect(
            collectingAndThen(
                toCollection(LinkedHashSet::new), Collections::unmodifiableSequencedSet));
  }

  private static Stream<Right> rights(Subject subject, String letters) {
    return letters.chars().mapToObj(letter -> new Right(subject, deed((char) letter)));
  }

  private static Deed deed(char letter) {
    return switch (letter) {
      case 'c' -> CREATE;
      case 'r' -> READ;
      case 'a' -> READ_ALL;
      case 'u' -> UPDATE;
      case 'd' -> DELETE;
      case 'p' -> RESET_PASSWORD;
      default -> throw new IllegalArgumentException("no deed begins with " + letter);
    };
  }
}
