package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.limit.Doorkeeper.Standing;
import java.util.List;

/**
 * One account as it lies on somebody's desk, and what of it the page may offer there; the core
 * judges again.
 *
 * @param within whether whoever sits there may lay hands on it
 * @param lines what was done with it of late, newest first
 */
public record Dossier(
    Desk desk, Account account, boolean within, Standing standing, List<AuditLine> lines) {

  public Dossier {
    lines = List.copyOf(lines);
  }

  /** Where its page lies. */
  public String path() {
    return ConsoleRoom.ACCOUNTS.path() + '/' + account.ids().number();
  }

  /** What its owner is called. */
  public String name() {
    return account.logins().display();
  }

  Handle handle() {
    return new Handle.Number(account.ids().number());
  }

  /** Whether it is the account of whoever sits there. */
  public boolean own() {
    return desk.caller().account().id().equals(account.id());
  }

  /** Names and profile. */
  public boolean mayEdit() {
    return within && desk.may(Capability.UPDATE_ACCOUNTS);
  }

  /** Role and privileges. */
  public boolean mayGiveRights() {
    return within && desk.may(Capability.SET_PRIVILEGES);
  }

  /** A password that is typed here. */
  public boolean maySetPassword() {
    return within && !account.closed() && desk.may(Capability.SET_PASSWORDS);
  }

  /** What can be done with a button, a reason and no more. */
  public List<AccountAct> acts() {
    return List.of(AccountAct.values()).stream().filter(act -> act.offeredBy(this)).toList();
  }
}
