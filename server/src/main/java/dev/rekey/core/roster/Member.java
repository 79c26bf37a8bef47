package dev.rekey.core.roster;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import java.util.List;
import java.util.Optional;

/**
 * An account that stands in the roster, and whom it belongs with. Its last sign-in is one of the
 * account's moments, the fields of its kind are in the account's profile.
 *
 * @param institution where it belongs; empty for applications, and for accounts that were made
 *     without one on another wire
 * @param children of a family, in the order in which they were named; else none
 * @param groups of an educator or a health professional, the oldest first; else none
 */
public record Member(
    Account account,
    Optional<InstitutionId> institution,
    List<Member> children,
    List<ChildrenGroup> groups) {

  public Member {
    children = List.copyOf(children);
    groups = List.copyOf(groups);
  }

  /** What it is, if it is of a kind that the roster knows. */
  public Optional<MemberKind> kind() {
    return MemberKind.of(account.role());
  }

  /** The same member with whom it has. */
  public Member with(List<Member> itsChildren, List<ChildrenGroup> itsGroups) {
    return new Member(account, institution, itsChildren, itsGroups);
  }

  /** The id that the wire shows. */
  public Handle.Hex24 id() {
    return new Handle.Hex24(account.ids().hex24());
  }

  /** The field of its kind, as the profile has it. */
  public Optional<String> field(String name) {
    return account.profile().get(name);
  }
}
