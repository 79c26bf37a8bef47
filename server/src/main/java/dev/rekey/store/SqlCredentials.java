package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Footing;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Credentials on SQL. */
final class SqlCredentials implements Credentials {

  private final Database database;
  private final AccountRows rows;
  private final Editor editor;
  private final Finisher finisher;
  private final AlarmRows alarms;

  SqlCredentials(
      Database database, AccountRows rows, Editor editor, Finisher finisher, AlarmRows alarms) {
    this.database = database;
    this.rows = rows;
    this.editor = editor;
    this.finisher = finisher;
    this.alarms = alarms;
  }

  @Override
  public Commit swap(Swap swap) {
    try {
      database.run(handle -> swap(handle, swap));
      return Commit.DONE;
    } catch (Overtaken _) {
      return Commit.OVERTAKEN;
    } catch (NameTaken taken) {
      return taken.what().equals("email") ? Commit.EMAIL_TAKEN : Commit.USERNAME_TAKEN;
    }
  }

  private void swap(Handle handle, Swap swap) {
    AccountId account = swap.account();
    touch(handle, swap);
    Account held = rows.find(handle, account).orElseThrow();
    change(handle, swap);
    swap.spent().ifPresent(ticket -> spend(handle, account, ticket));
    settle(handle, held, swap);
    alarms.hang(handle, swap.alarms(), Footing.of(held));
    if (!swap.edit().isNothing()) {
      editor.apply(handle, held, swap.edit(), swap.entry().at());
    }
    finisher.finish(handle, account, swap.sequel());
    swap.issued().ifPresent(issued -> GrantRows.put(handle, issued));
  }

  /** Whoever came with a letter reads the address; a steward's word holds against everybody's. */
  private void settle(Handle handle, Account held, Swap swap) {
    Account changed = held.withPassword(swap.hash(), swap.entry().at());
    if (isStewards(swap.entry().event())) {
      alarms.settlePassword(handle, changed, _ -> true);
    } else if (swap.spent().isPresent()) {
      Optional<String> address = held.logins().email();
      alarms.settlePassword(handle, changed, before -> before.email().equals(address));
      DisputeRows.forgetWaysBack(handle, held.id());
    }
  }

  private static boolean isStewards(Event event) {
    return event instanceof Event.PasswordSetBySteward
        || event instanceof Event.TemporaryPasswordGiven;
  }

  /**
   * Locks the account's row as well, before any other of its rows is looked at. Only whoever has a
   * letter changes what is frozen, and then it is not any more.
   */
  private static void touch(Handle handle, Swap swap) {
    int open =
        handle
            .createUpdate(
                """
                UPDATE account
                SET updated_at = :at, frozen_at = NULL
                WHERE id = :account
                AND NOT disabled
                AND (frozen_at IS NULL OR :byLetter)
                """)
            .bind("account", swap.account().value())
            .bind("at", swap.entry().at())
            .bind("byLetter", swap.spent().isPresent())
            .execute();
    mustBeOne(open);
  }

  private static void change(Handle handle, Swap swap) {
    int unchanged =
        handle
            .createUpdate(
                """
                UPDATE credential
                SET hash = :hash, version = version + 1, changed_at = :at,
                  must_change = NULL, must_change_at = NULL, must_change_deed = NULL
                WHERE account_id = :account
                AND version = :expected
                """)
            .bind("account", swap.account().value())
            .bind("expected", swap.expectedVersion())
            .bind("hash", swap.hash().encoded())
            .bind("at", swap.entry().at())
            .execute();
    mustBeOne(unchanged);
  }

  private static void spend(Handle handle, AccountId account, TokenDigest ticket) {
    if (!SqlTickets.spend(handle, account, ticket)) {
      throw new Overtaken();
    }
  }

  private static void mustBeOne(int rows) {
    if (rows != 1) {
      throw new Overtaken();
    }
  }

  @Override
  public void remake(AccountId account, PasswordHash old, PasswordHash fresh) {
    database.run(handle ->
        handle
            .createUpdate(
                """
                UPDATE credential
                SET hash = :fresh
                WHERE account_id = :account
                AND hash = :old
                """)
            .bind("account", account.value())
            .bind("old", old.encoded())
            .bind("fresh", fresh.encoded())
            .execute());
  }

  /** Thrown so that the transaction undoes what it had done; never leaves this class. */
  private static final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overtaken() {
      super("somebody was quicker", null, false, false);
    }
  }
}
