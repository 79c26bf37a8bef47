package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event.AccountCreated;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Creation.Created;
import dev.rekey.core.store.Accounts.Creation.Taken;
import dev.rekey.core.token.Mint;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Makes the rows of an account, inside somebody's transaction. */
final class Registrar {

  private final Mint mint;
  private final AccountRows rows;

  Registrar(Mint mint, AccountRows rows) {
    this.mint = mint;
    this.rows = rows;
  }

  Creation create(
      Handle handle, NewAccount draft, Visit visit, Optional<AccountId> by, Instant now) {
    long realm = Realms.idOf(handle, draft.realm());
    long next = holdNextNumber(handle, realm);
    Optional<String> taken = taken(handle, realm, draft);
    if (taken.isPresent()) {
      return new Taken(taken.get());
    }
    WireIds ids = idsFor(draft, next);
    AccountId id = insert(handle, realm, ids, draft, now);
    insertCredential(handle, id, draft, now);
    insertLogins(handle, realm, id, draft.logins());
    moveNextNumber(handle, realm, Math.max(next, ids.number() + 1));
    AccountCreated event = new AccountCreated(draft.role().name());
    SqlAuditTrail.append(handle, new AuditEntry(now, visit, Optional.of(id), by, event));
    return new Created(rows.find(handle, id).orElseThrow());
  }

  /** Locks the realm's row: nobody else makes an account in it until the commit. */
  private static long holdNextNumber(Handle handle, long realm) {
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

  private static void moveNextNumber(Handle handle, long realm, long next) {
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
                INSERT INTO account (realm_id, number, hex24, hex32, role, profile, disabled,
                  created_at, updated_at)
                VALUES (:realm, :number, :hex24, :hex32, :role, :profile, FALSE, :now, :now)
                RETURNING id
                """)
            .bind("realm", realm)
            .bind("number", ids.number())
            .bind("hex24", ids.hex24())
            .bind("hex32", ids.hex32())
            .bind("role", draft.role().name())
            .bind("profile", rows.profileText(draft.profile()))
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

  /** A name that serves as two kinds, such as an address that is the uid as well, is one row. */
  private static void insertLogins(Handle handle, long realm, AccountId id, Logins logins) {
    for (String name : logins.all()) {
      handle
          .createUpdate(
              """
              INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)
              VALUES (:realm, :name, :account, :isEmail, :isUsername, :isUid)
              """)
          .bind("realm", realm)
          .bind("name", name)
          .bind("account", id.value())
          .bind("isEmail", logins.email().filter(name::equals).isPresent())
          .bind("isUsername", logins.username().filter(name::equals).isPresent())
          .bind("isUid", logins.uid().filter(name::equals).isPresent())
          .execute();
    }
  }
}
