package dev.rekey.core.roster;

import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a member of the roster is: each kind is an account's role, with fields of its own. */
public enum MemberKind {
  CHILD("child"),
  FAMILY("family"),
  EDUCATOR("educator"),
  HEALTH_PROFESSIONAL("healthprofessional"),
  APPLICATION("application");

  private final String role;

  MemberKind(String role) {
    this.role = role;
  }

  public Role role() {
    return new Role(role);
  }

  /** The fields of the account's profile that are the roster's. */
  public Set<String> fields() {
    return switch (this) {
      case CHILD ->
          Set.of(
              "gender",
              "age",
              "age_calc_date",
              "last_sync",
              "fitbit_status",
              "nfc_tag",
              "tag_ass_time");
      case APPLICATION -> Set.of("application_name");
      case FAMILY, EDUCATOR, HEALTH_PROFESSIONAL -> Set.of();
    };
  }

  /** The fields that a new member has without being asked. */
  public Map<String, String> atFirst() {
    return this == CHILD ? Map.of("fitbit_status", "none") : Map.of();
  }

  /** Whether it has children. */
  public boolean hasChildren() {
    return this == FAMILY;
  }

  /** Whether it makes groups of children. */
  public boolean keepsGroups() {
    return this == EDUCATOR || this == HEALTH_PROFESSIONAL;
  }

  /** Refuses fields that members of this kind do not have. */
  public void require(Set<String> names) {
    if (!fields().containsAll(names)) {
      throw new IllegalArgumentException("a " + role + " has none of " + names);
    }
  }

  /** Refuses children to all but families. */
  public void requireChildless(List<Handle.Hex24> children) {
    if (!hasChildren() && !children.isEmpty()) {
      throw new IllegalArgumentException("only a family has children, not a " + role);
    }
  }

  /** The kind of this role; empty for a role that the roster does not know. */
  public static Optional<MemberKind> of(Role role) {
    return Stream.of(values()).filter(kind -> kind.role.equals(role.name())).findFirst();
  }
}
