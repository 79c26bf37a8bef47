package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Roles;
import dev.rekey.core.password.Password;
import dev.rekey.core.token.Grant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody whose claim was checked and found true. Only {@link Prover} makes one.
 *
 * @param grant what was shown, when it was a token
 * @param password what was shown, when it was name and password
 */
public record Caller(
    Account account, Roles roles, Optional<Grant> grant, Optional<Password> password) {

  /** What is left to somebody whose password has to be changed first. */
  private static final Set<Capability> UNTIL_CHANGED =
      Set.of(Capability.SIGN_IN, Capability.CHANGE_OWN_PASSWORD, Capability.RESET_OWN_PASSWORD);

  /**
   * Who came with a reset ticket may set the password, and nothing else; whose password has to be
   * changed may do that, and nothing else.
   */
  public boolean may(Capability capability) {
    return roles.may(account, capability)
        && (!byTicket() || capability == Capability.RESET_OWN_PASSWORD)
        && (!mustChange() || UNTIL_CHANGED.contains(capability));
  }

  /** Whether the password has to be changed before anything else. */
  public boolean mustChange() {
    return account.credential().mustChange().isPresent();
  }

  /** Whether what was shown is a reset ticket, and no session. */
  public boolean byTicket() {
    return grant.filter(one -> one.ref().kind() == Grant.Kind.TICKET).isPresent();
  }

  public boolean is(Handle handle) {
    return handle.pointsAt(account.ids());
  }
}
