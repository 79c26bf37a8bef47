package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Role;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Right.Subject;
import dev.rekey.core.roster.Rights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gateway writes into the token of each kind of user: its rights here, and what clients
 * and the other services of an OCARIoT system look for. What somebody may do here, the core says.
 */
final class Scopes {

  private static final Map<Character, String> VERBS =
      Map.of('c', "create", 'r', "read", 'u', "update", 'd', "delete", 's', "sync");

  /** What belongs to other services: a row a resource, a column a kind of user, a letter a verb. */
  private static final String ELSEWHERE =
      """
                          | admin | application | child | educator | family | healthprofessional
      devices             | crd   |             |       |          |        |
      notifications       | crd   |             | crd   | crd      | crd    | crd
      external            |       | s           | s     | s        | s      | s
      socioquest          | rd    | r           |       |          | crud   | r
      healthquest         | rd    | r           |       |          | crud   | r
      parentphyquest      | rd    | r           |       |          | crud   | r
      childrenphyquest    | rd    | r           |       | r        | rd     | cru
      habitsquest         | rd    | r           |       | cru      | crud   | r
      foodhabitsquest     | rd    | cr          |       | cru      | crud   | r
      perceptionquest     | rd    | r           |       | cru      | crud   | r
      foodtracking        | crud  | crud        | crud  | crud     | crud   | crud
      physicalactivities  | r     | crud        | cr    | crud     | crud   | r
      sleep               | r     | crud        | cr    | crud     | crud   | r
      measurements        | r     | crd         | cr    | crd      | crd    | r
      environment         | r     | crud        | r     | r        | r      | r
      missions            | r     | crud        | r     | crud     | cru    | r
      gamificationprofile | r     | crud        | ru    | cru      | cru    | r
      """;

  private static final Map<Role, List<String>> BY_ROLE = read(ELSEWHERE);

  private Scopes() {}

  /** The scopes with blanks between; empty for a role that is no kind of user here. */
  static String of(Role role) {
    Stream<String> here = Rights.of(role).stream().map(Scopes::scope);
    Stream<String> elsewhere = BY_ROLE.getOrDefault(role, List.of()).stream();
    return Stream.concat(here, elsewhere).collect(Collectors.joining(" "));
  }

  private static String scope(Right right) {
    return resource(right.subject()) + ':' + verb(right.deed());
  }

  private static String resource(Subject subject) {
    return switch (subject) {
      case USERS -> "users";
      case EDUCATORS -> "educators";
      case FAMILIES -> "families";
      case CHILDREN -> "children";
      case HEALTH_PROFESSIONALS -> "healthprofessionals";
      case APPLICATIONS -> "applications";
      case INSTITUTIONS -> "institutions";
      case CHILDREN_GROUPS -> "childrengroups";
    };
  }

  private static String verb(Deed deed) {
    return switch (deed) {
      case CREATE -> "create";
      case READ -> "read";
      case READ_ALL -> "readAll";
      case UPDATE -> "update";
      case DELETE -> "delete";
      case RESET_PASSWORD -> "resetPassword";
    };
  }

  private static Map<Role, List<String>> read(String table) {
    List<List<String>> rows = table.lines().map(Scopes::cells).toList();
    List<String> kinds = rows.getFirst();
    Map<Role, List<String>> byRole = new HashMap<>();
    for (int column = 1; column < kinds.size(); column++) {
      byRole.put(new Role(kinds.get(column)), scopes(rows.subList(1, rows.size()), column));
    }
    return Map.copyOf(byRole);
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
  }

  private static List<String> scopes(List<List<String>> rows, int column) {
    return rows.stream()
        .flatMap(row -> verbs(row.get(column)).map(verb -> row.getFirst() + ':' + verb))
        .toList();
  }

  private static Stream<String> verbs(String letters) {
    return letters.chars().mapToObj(letter -> Objects.requireNonNull(VERBS.get((char) letter)));
  }
}
