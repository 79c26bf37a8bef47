package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Sequel;
import dev.rekey.core.token.Ending;
import dev.rekey.core.visit.Visit;
import dev.rekey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts on SQL. */
final class SqlAccounts implements Accounts {

  private final Database database;
  private final AccountRows rows;
  private final Lookup lookup;
  private final Searcher searcher;
  private final Registrar registrar;
  private final Editor editor;

  SqlAccounts(
      Database database, AccountRows rows, Lookup lookup, Registrar registrar, Editor editor) {
    this.database = database;
    this.rows = rows;
    this.lookup = lookup;
    this.searcher = new Searcher(rows);
    this.registrar = registrar;
    this.editor = editor;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return database.look(statements -> lookup.account(statements, id));
  }

  @Override
  public Optional<Account> find(Realm realm, Handle pointer) {
    return database.look(statements -> lookup.account(statements, realm, pointer));
  }

  @Override
  public Optional<Account> findByLogin(Realm realm, String typed) {
    return database.look(statements -> lookup.account(statements, realm, typed));
  }

  @Override
  public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                AccountRows.SELECT
                    + """
                    WHERE r.name = :realm
                    AND a.id > :after
                    ORDER BY a.id
                    LIMIT :limit
                    """)
            .bind("realm", realm.name())
            .bind("after", after.map(AccountId::value).orElse(0L))
            .bind("limit", limit)
            .map(rows)
            .list());
  }

  @Override
  public AccountSearch.Page search(Realm realm, AccountSearch search) {
    return database.read(handle -> searcher.search(handle, realm, search));
  }

  @Override
  public boolean isEmpty(Realm realm) {
    return list(realm, Optional.empty(), 1).isEmpty();
  }

  @Override
  public long count(Realm realm) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*)
                FROM account a
                JOIN realm r ON r.id = a.realm_id
                WHERE r.name = :realm
                """)
            .bind("realm", realm.name())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public Creation create(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    try {
      return database.write(handle -> registrar.create(handle, draft, visit, by, now, welcome));
    } catch (NameTaken taken) {
      return new Creation.Taken(taken.what());
    }
  }

  @Override
  public Revision revise(AccountId id, AccountEdit edit, Sequel sequel) {
    try {
      return database.write(handle -> editor.revise(handle, id, edit, sequel));
    } catch (NameTaken taken) {
      return new Revision.Taken(taken.what());
    }
  }

  @Override
  public boolean delete(AccountId id, Sequel sequel) {
    return database.write(handle -> editor.delete(handle, id, sequel));
  }

  @Override
  public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    return database.write(handle -> {
      int found =
          handle
              .createUpdate(
                  """
                  UPDATE account
                  SET disabled = :disabled, updated_at = :at
                  WHERE id = :id
                  """)
              .bind("id", id.value())
              .bind("disabled", disabled)
              .bind("at", entry.at())
              .execute();
      if (found == 0) {
        return false;
      }
      if (disabled) {
        GrantRows.end(handle, id, new Ending.All(), entry.at());
        SqlTickets.endAll(handle, id);
      }
      SqlAuditTrail.append(handle, entry);
      return true;
    });
  }
}
