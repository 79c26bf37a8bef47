package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event.AccountCreated;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Creation.Created;
import dev.rekey.core.store.Accounts.Creation.Taken;
import dev.rekey.core.store.Accounts.Welcome;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Makes the rows of an account, inside somebody's transaction. */
final class Registrar {

  private final Mint mint;
  private final AccountRows rows;
  private final SqlOutbox outbox;

  Registrar(Mint mint, AccountRows rows, SqlOutbox outbox) {
    this.mint = mint;
    this.rows = rows;
    this.outbox = outbox;
  }

  /**
   * The whole creation.
   *
   * @throws NameTaken when a name became another account's a moment ago
   */
  Creation create(
      Handle handle,
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    long realm = Realms.idOf(handle, draft.realm());
    long next = holdNextNumber(handle, realm);
    Optional<String> taken = taken(handle, realm, draft);
    if (taken.isPresent()) {
      return new Taken(taken.get());
    }
    WireIds ids = idsFor(draft, next);
    AccountId id = insert(handle, realm, ids, draft, now);
    insertCredential(handle, id, draft, now);
    LoginNames.insert(handle, realm, id, draft.logins());
    moveNextNumber(handle, realm, Math.max(next, ids.number() + 1));
    AccountCreated event = new AccountCreated(draft.role().name());
    SqlAuditTrail.append(handle, new AuditEntry(now, visit, Optional.of(id), by, event));
    Account account = rows.find(handle, id).orElseThrow();
    welcome(handle, welcome.apply(account), now);
    return new Created(account);
  }

  /** Locks the realm's row: nobody else makes an account in it until the commit. */
  static long holdNextNumber(Handle handle, long realm) {
    return handle
        .createQuery(
            """
            SELECT next_number
            FROM realm
            WHERE id = :realm
            <locking>
            """)
        .bind("realm", realm)
        .mapTo(Long.class)
        .one();
  }

  static void moveNextNumber(Handle handle, long realm, long next) {
    handle
        .createUpdate(
            """
            UPDATE realm
            SET next_number = :next
            WHERE id = :realm
            """)
        .bind("realm", realm)
        .bind("next", next)
        .execute();
  }

  private WireIds idsFor(NewAccount draft, long next) {
    return new WireIds(
        draft.number().orElse(next),
        draft.hex24().orElseGet(() -> mint.hex(12)),
        draft.hex32().orElseGet(() -> mint.hex(16)));
  }

  private static Optional<String> taken(Handle handle, long realm, NewAccount draft) {
    Logins logins = draft.logins();
    Set<String> names = takenNames(handle, realm, logins);
    if (logins.email().filter(names::contains).isPresent()) {
      return Optional.of("email");
    }
    if (logins.username().filter(names::contains).isPresent()) {
      return Optional.of("username");
    }
    if (logins.uid().filter(names::contains).isPresent()) {
      return Optional.of("uid");
    }
    return idTaken(handle, realm, draft) ? Optional.of("id") : Optional.empty();
  }

  private static Set<String> takenNames(Handle handle, long realm, Logins logins) {
    return handle
        .createQuery(
            """
            SELECT name
            FROM login_name
            WHERE realm_id = :realm
            AND name IN (<names>)
            """)
        .bind("realm", realm)
        .bindList("names", logins.all())
        .mapTo(String.class)
        .set();
  }

  private static boolean idTaken(Handle handle, long realm, NewAccount draft) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM account
              WHERE realm_id = :realm
              AND (number = :number OR hex24 = :hex24 OR hex32 = :hex32))
            """)
        .bind("realm", realm)
        .bind("number", draft.number())
        .bind("hex24", draft.hex24())
        .bind("hex32", draft.hex32())
        .mapTo(Boolean.class)
        .one();
  }

  private AccountId insert(Handle handle, long realm, WireIds ids, NewAccount draft, Instant now) {
    long id =
        handle
            .createQuery(
                """
                INSERT INTO account (realm_id, number, hex24, hex32, role, profile, nfc_tag,
                  confirmed_at, disabled, created_at, updated_at)
                VALUES (:realm, :number, :hex24, :hex32, :role, :profile, :nfcTag,
                  :confirmedAt, FALSE, :now, :now)
                RETURNING id
                """)
            .bind("realm", realm)
            .bind("number", ids.number())
            .bind("hex24", ids.hex24())
            .bind("hex32", ids.hex32())
            .bind("role", draft.role().name())
            .bind("profile", rows.profileText(draft.profile()))
            .bind("nfcTag", AccountRows.tag(draft.profile()))
            .bind("confirmedAt", Optional.of(now).filter(_ -> draft.confirmed()))
            .bind("now", now)
            .mapTo(Long.class)
            .one();
    return new AccountId(id);
  }

  private static void insertCredential(Handle handle, AccountId id, NewAccount draft, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO credential (account_id, hash, version, password_login, changed_at)
            VALUES (:account, :hash, 1, :passwordLogin, :changedAt)
            """)
        .bind("account", id.value())
        .bind("hash", draft.hash().map(hash -> hash.encoded()))
        .bind("passwordLogin", draft.passwordLogin())
        .bind("changedAt", draft.hash().map(_ -> now))
        .execute();
  }

  /** What the account starts with. */
  private void welcome(Handle handle, Welcome welcome, Instant now) {
    welcome.grant().ifPresent(grant -> GrantRows.put(handle, grant));
    welcome.ticket().ifPresent(ticket -> SqlTickets.put(handle, ticket));
    welcome.letters().forEach(letter -> outbox.post(handle, letter, now));
  }
}
