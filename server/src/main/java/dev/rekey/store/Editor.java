package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Footing;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Sequel;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Changes and deletes the rows of an account, inside somebody's transaction. */
final class Editor {

  private final AccountRows rows;
  private final Finisher finisher;
  private final AlarmRows alarms;

  Editor(AccountRows rows, Finisher finisher, AlarmRows alarms) {
    this.rows = rows;
    this.finisher = finisher;
    this.alarms = alarms;
  }

  /**
   * The whole revision.
   *
   * @throws NameTaken when a name is another account's
   */
  Revision revise(Handle handle, AccountId id, AccountEdit edit, Sequel sequel) {
    Optional<Account> held = rows.hold(handle, id).filter(account -> isOpenTo(sequel, account));
    if (held.isEmpty()) {
      return new Revision.Gone();
    }
    if (!sequel.suits(held.get())) {
      return new Revision.Overtaken();
    }
    if (!mayGoOn(handle, id, sequel)) {
      return new Revision.TicketGone();
    }
    apply(handle, held.get(), edit, sequel.entry().at());
    if (sequel.entry().by().isPresent() && edit.email().isPresent()) {
      alarms.settleEmail(handle, edit.applyTo(held.get(), sequel.entry().at()));
    }
    alarms.hang(handle, sequel.alarms(), Footing.of(held.get()));
    finisher.finish(handle, id, sequel);
    return new Revision.Revised(rows.find(handle, id).orElseThrow());
  }

  /** What is frozen is a steward's alone to change. */
  private static boolean isOpenTo(Sequel sequel, Account account) {
    return !account.frozen() || sequel.entry().by().isPresent();
  }

  /** What is not asked for in the name of a ticket needs none. */
  private static boolean mayGoOn(Handle handle, AccountId id, Sequel sequel) {
    return sequel.spent().map(ticket -> SqlTickets.spend(handle, id, ticket)).orElse(true);
  }

  /**
   * Applies the edit to an account whose row is locked.
   *
   * @throws NameTaken when a name is another account's
   */
  void apply(Handle handle, Account before, AccountEdit edit, Instant at) {
    Account after = edit.applyTo(before, at);
    if (!after.logins().equals(before.logins())) {
      long realm = Realms.idOf(handle, after.realm());
      LoginNames.replace(handle, realm, after.id(), after.logins());
    }
    write(handle, after);
    edit.passwordLogin().ifPresent(may -> writePasswordLogin(handle, after.id(), may));
    edit.mustChange().ifPresent(why -> MustChangeColumns.write(handle, after.id(), why));
  }

  private void write(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            UPDATE account
            SET role = :role, profile = :profile, nfc_tag = :nfcTag, privileges = :privileges,
              confirmed_at = :confirmedAt, pending_email = :pendingEmail, disabled = :disabled,
              updated_at = :updatedAt
            WHERE id = :id
            """)
        .bind("id", account.id().value())
        .bind("role", account.role().name())
        .bind("profile", rows.profileText(account.profile()))
        .bind("nfcTag", AccountRows.tag(account.profile()))
        .bind("privileges", rows.privilegesText(account.privileges()))
        .bind("confirmedAt", account.confirmation().confirmedAt())
        .bind("pendingEmail", account.confirmation().pendingEmail())
        .bind("disabled", account.disabled())
        .bind("updatedAt", account.updatedAt())
        .execute();
  }

  /** Writes an account as it is to be from now on, with its ids and its password. */
  void overwrite(Handle handle, Account account) {
    write(handle, account);
    writeIds(handle, account);
    writeCredential(handle, account);
    MustChangeColumns.write(handle, account.id(), account.credential().mustChange());
  }

  private static void writeIds(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            UPDATE account
            SET number = :number, hex24 = :hex24, hex32 = :hex32, last_sign_in_at = :lastSignInAt
            WHERE id = :id
            """)
        .bind("id", account.id().value())
        .bind("number", account.ids().number())
        .bind("hex24", account.ids().hex24())
        .bind("hex32", account.ids().hex32())
        .bind("lastSignInAt", account.moments().lastSignInAt())
        .execute();
  }

  private static void writeCredential(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            UPDATE credential
            SET hash = :hash, version = :version, password_login = :passwordLogin,
              changed_at = :changedAt
            WHERE account_id = :account
            """)
        .bind("account", account.id().value())
        .bind("hash", account.credential().hash().map(hash -> hash.encoded()))
        .bind("version", account.credential().version())
        .bind("passwordLogin", account.credential().passwordLogin())
        .bind("changedAt", account.credential().changedAt())
        .execute();
  }

  private static void writePasswordLogin(Handle handle, AccountId account, boolean may) {
    handle
        .createUpdate(
            """
            UPDATE credential
            SET password_login = :may
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .bind("may", may)
        .execute();
  }

  /** The whole deletion; the rows that belong to the account go with it. */
  boolean delete(Handle handle, AccountId id, Sequel sequel) {
    Optional<Account> held = rows.hold(handle, id).filter(account -> isOpenTo(sequel, account));
    if (held.isEmpty() || !mayGoOn(handle, id, sequel)) {
      return false;
    }
    DisputeRows.forgetWaysBack(handle, id);
    handle
        .createUpdate(
            """
            DELETE FROM account
            WHERE id = :id
            """)
        .bind("id", id.value())
        .execute();
    finisher.tell(handle, sequel);
    SqlAttempts.forget(handle, sequel.forgiven());
    return true;
  }
}
