package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.store.database.Columns;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of the names that somebody may type, inside somebody's transaction. */
final class LoginNames {

  private LoginNames() {}

  /**
   * Gives the account these names. A name that serves as two kinds, such as an address that is the
   * uid as well, is one row.
   *
   * @throws NameTaken when one is another account's, even if since a moment ago
   */
  static void insert(Handle handle, long realm, AccountId account, Logins logins) {
    logins.all().forEach(name -> insert(handle, realm, account, logins, name));
  }

  /** Gives the account these names in place of those that it has. */
  static void replace(Handle handle, long realm, AccountId account, Logins logins) {
    handle
        .createUpdate(
            """
            DELETE FROM login_name
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .execute();
    insert(handle, realm, account, logins);
  }

  /** As the databases fold the names: A to Z alone. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Columns.storable(text)
        .chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
        .forEach(c -> folded.append((char) c));
    return folded.toString();
  }

  /** Another spelling of somebody's address is no name for anybody else. */
  private static boolean isAnothersAddress(
      Handle handle, long realm, AccountId account, Logins logins, String name) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1
              FROM login_name
              WHERE realm_id = :realm
              AND folded = :folded
              AND account_id <> :account
              AND (is_email OR :isEmail))
            """)
        .bind("realm", realm)
        .bind("folded", fold(name))
        .bind("account", account.value())
        .bind("isEmail", is(logins.email(), name))
        .mapTo(Boolean.class)
        .one();
  }

  /** Whoever is about to take the same name is waited for. */
  private static void insert(
      Handle handle, long realm, AccountId account, Logins logins, String name) {
    if (isAnothersAddress(handle, realm, account, logins, name)) {
      throw new NameTaken(kindOf(logins, name));
    }
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)
                VALUES (:realm, :name, :account, :isEmail, :isUsername, :isUid)
                ON CONFLICT (realm_id, name) DO NOTHING
                """)
            .bind("realm", realm)
            .bind("name", name)
            .bind("account", account.value())
            .bind("isEmail", is(logins.email(), name))
            .bind("isUsername", is(logins.username(), name))
            .bind("isUid", is(logins.uid(), name))
            .execute();
    if (inserted == 0) {
      throw new NameTaken(kindOf(logins, name));
    }
  }

  private static String kindOf(Logins logins, String name) {
    if (is(logins.email(), name)) {
      return "email";
    }
    return is(logins.username(), name) ? "username" : "uid";
  }

  private static boolean is(Optional<String> one, String name) {
    return one.filter(name::equals).isPresent();
  }
}
