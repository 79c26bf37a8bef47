package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gateway writes into the token of each kind of user. Clients and the other services of an
 * OCARIoT system look for it there; what somebody may do here, the core says.
 */
final class Scopes {

  private static final Map<Character, String> VERBS =
      Map.of(
          'c', "create",
          'r', "read",
          'a', "readAll",
          'u', "update",
          'd', "delete",
          'p', "resetPassword",
          's', "sync");

  /** A row a resource, a column a kind of user, a letter a verb. */
  private static final String TABLE =
      """
                          | admin | application | child | educator | family | healthprofessional
      users               | dp    |             |       |          |        |
      educators           | craud |             |       | ru       |        |
      families            | craud |             |       |          | ru     |
      children            | craud | a           | r     | ra       | r      | ra
      healthprofessionals | craud |             |       |          |        | ru
      applications        | craud | r           |       |          |        |
      institutions        | craud | ra          | r     | rau      | r      | rau
      childrengroups      |       |             |       | crud     |        | crud
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

  private static final Map<Role, String> BY_ROLE = read(TABLE);

  private Scopes() {}

  /** The scopes with blanks between; empty for a role that is no kind of user here. */
  static String of(Role role) {
    return BY_ROLE.getOrDefault(role, "");
  }

  private static Map<Role, String> read(String table) {
    List<List<String>> rows = table.lines().map(Scopes::cells).toList();
    List<String> kinds = rows.getFirst();
    Map<Role, String> byRole = new HashMap<>();
    for (int column = 1; column < kinds.size(); column++) {
      byRole.put(new Role(kinds.get(column)), scopes(rows.subList(1, rows.size()), column));
    }
    return Map.copyOf(byRole);
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
  }

  private static String scopes(List<List<String>> rows, int column) {
    return rows.stream()
        .flatMap(row -> verbs(row.get(column)).map(verb -> row.getFirst() + ':' + verb))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> verbs(String letters) {
    return letters.chars().mapToObj(letter -> Objects.requireNonNull(VERBS.get((char) letter)));
  }
}
