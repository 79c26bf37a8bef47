package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.store.database.Database;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Credentials on SQL. */
final class SqlCredentials implements Credentials {

  private final Database database;
  private final AccountRows rows;
  private final Editor editor;
  private final Finisher finisher;

  SqlCredentials(Database database, AccountRows rows, Editor editor, Finisher finisher) {
    this.database = database;
    this.rows = rows;
    this.editor = editor;
    this.finisher = finisher;
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
    touch(handle, account, swap.entry().at());
    change(handle, swap);
    swap.spent().ifPresent(ticket -> spend(handle, account, ticket));
    if (!swap.edit().isNothing()) {
      Account held = rows.find(handle, account).orElseThrow();
      editor.apply(handle, held, swap.edit(), swap.entry().at());
    }
    finisher.finish(handle, account, sequel(swap));
    swap.issued().ifPresent(issued -> GrantRows.put(handle, issued));
  }

  private static Sequel sequel(Swap swap) {
    return new Sequel(
        swap.entry(),
        swap.letters(),
        swap.ending(),
        true,
        swap.opened(),
        swap.spent(),
        swap.forgiven(),
        Optional.empty());
  }

  /** Locks the account's row as well, before any other of its rows is looked at. */
  private static void touch(Handle handle, AccountId account, Instant at) {
    int enabled =
        handle
            .createUpdate(
                """
                UPDATE account
                SET updated_at = :at
                WHERE id = :account
                AND NOT disabled
                """)
            .bind("account", account.value())
            .bind("at", at)
            .execute();
    mustBeOne(enabled);
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
