package dev.rekey.core.secretary;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.roster.Right;
import dev.rekey.core.roster.Right.Deed;
import dev.rekey.core.roster.Rights;
import dev.rekey.core.store.Members;
import java.util.Optional;

/**
 * Says who may do what with which entry of the roster: the role must have the right, the entry must
 * be within reach, and whoever acts on accounts needs the capability for it, so that configuration
 * can take it away.
 */
public final class RosterRights {

  private final Members members;

  public RosterRights(Members members) {
    this.members = members;
  }

  /** Whether somebody may do it at all; some entries may be out of reach. */
  public boolean may(Caller by, Right right) {
    return !by.byTicket()
        && !by.mustChange()
        && Rights.of(by.account().role()).contains(right)
        && capability(right).map(by::may).orElse(true);
  }

  /** Making and deleting accounts, and setting their passwords, are capabilities as well. */
  private static Optional<Capability> capability(Right right) {
    boolean ofAccounts =
        switch (right.subject()) {
          case USERS, EDUCATORS, FAMILIES, CHILDREN, HEALTH_PROFESSIONALS, APPLICATIONS -> true;
          case INSTITUTIONS, CHILDREN_GROUPS -> false;
        };
    return ofAccounts ? capability(right.deed()) : Optional.empty();
  }

  private static Optional<Capability> capability(Deed deed) {
    return switch (deed) {
      case CREATE -> Optional.of(Capability.CREATE_ACCOUNTS);
      case DELETE -> Optional.of(Capability.DELETE_ACCOUNTS);
      case RESET_PASSWORD -> Optional.of(Capability.SET_PASSWORDS);
      case READ, READ_ALL, UPDATE -> Optional.empty();
    };
  }

  /**
   * Whether somebody may do it with this member, or with what is this member's.
   *
   * @param whose the member, whether there is one or not
   */
  public boolean may(Caller by, Right right, Handle.Hex24 whose) {
    return may(by, right) && reaches(by, right, whose) && mayUpdate(by, right, whose);
  }

  private boolean reaches(Caller by, Right right, Handle.Hex24 whose) {
    return switch (right.subject()) {
      case USERS -> right.deed() != Deed.DELETE || !by.is(whose);
      case EDUCATORS, FAMILIES, HEALTH_PROFESSIONALS, APPLICATIONS ->
          reachesAll(by, right) || by.is(whose);
      case CHILDREN ->
          reachesAll(by, right)
              || by.is(whose)
              || (isFamily(by) && members.hasChild(by.account().id(), whose));
      case CHILDREN_GROUPS -> by.is(whose);
      case INSTITUTIONS -> false;
    };
  }

  private static boolean isFamily(Caller by) {
    return by.account().role().equals(MemberKind.FAMILY.role());
  }

  private static boolean mayUpdate(Caller by, Right right, Handle.Hex24 whose) {
    return right.deed() != Deed.UPDATE
        || right.subject() == Right.Subject.CHILDREN_GROUPS
        || by.may(by.is(whose) ? Capability.EDIT_OWN_PROFILE : Capability.UPDATE_ACCOUNTS);
  }

  /** Whether somebody may do it with this institution, whether there is one or not. */
  public boolean may(Caller by, Right right, InstitutionId which) {
    return may(by, right) && (reachesAll(by, right) || belongsTo(by, which));
  }

  private boolean belongsTo(Caller by, InstitutionId which) {
    return members.institutionOf(by.account().id()).filter(which::equals).isPresent();
  }

  /** Who may list all may read each; who may make some may do anything else with all. */
  private static boolean reachesAll(Caller by, Right right) {
    Deed token = right.deed() == Deed.READ ? Deed.READ_ALL : Deed.CREATE;
    return right.deed() == Deed.READ_ALL
        || Rights.of(by.account().role()).contains(new Right(right.subject(), token));
  }
}
