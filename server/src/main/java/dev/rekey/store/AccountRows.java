package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.store.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as they lie in the tables: one row each, with the credential and the names. */
final class AccountRows implements RowMapper<Account> {

  /** What every query for accounts begins with. */
  static final String SELECT =
      """
      SELECT a.id, r.name AS realm, a.number, a.hex24, a.hex32, a.role, a.profile, a.privileges,
        a.confirmed_at, a.pending_email, a.disabled, a.created_at, a.updated_at,
        a.last_sign_in_at, a.sessions_ended_at, c.hash, c.version, c.password_login, c.changed_at,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_email) AS email,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_username) AS username,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_uid) AS uid
      FROM account a
      JOIN realm r ON r.id = a.realm_id
      JOIN credential c ON c.account_id = a.id
      """;

  private static final TypeReference<LinkedHashMap<String, String>> FIELDS =
      new TypeReference<>() {};

  private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();

  String profileText(Profile profile) {
    return json.writeValueAsString(profile.fields());
  }

  String privilegesText(Set<String> privileges) {
    return json.writeValueAsString(privileges.stream().sorted().toList());
  }

  /** Locks the account's row until the commit, and reads it as the last who held it left it. */
  Optional<Account> hold(Handle handle, AccountId id) {
    return lock(handle, id) ? find(handle, id) : Optional.empty();
  }

  /** Locks the account's row until the commit; false when there is none. */
  static boolean lock(Handle handle, AccountId id) {
    return handle
        .createQuery(
            """
            SELECT id
            FROM account
            WHERE id = :id
            <locking>
            """)
        .bind("id", id.value())
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  Optional<Account> find(Handle handle, AccountId id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE a.id = :id
                """)
        .bind("id", id.value())
        .map(this)
        .findOne();
  }

  @Override
  public Account map(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        new AccountId(row.getLong("id")),
        new Realm(row.getString("realm")),
        new WireIds(row.getLong("number"), row.getString("hex24"), row.getString("hex32")),
        logins(row),
        new Role(row.getString("role")),
        new Profile(json.readValue(row.getString("profile"), FIELDS)),
        credential(row),
        json.readValue(row.getString("privileges"), NAMES),
        new Confirmation(
            Columns.maybeInstant(row, "confirmed_at"), Columns.maybeText(row, "pending_email")),
        row.getBoolean("disabled"),
        moments(row));
  }

  private static Moments moments(ResultSet row) throws SQLException {
    return new Moments(
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.maybeInstant(row, "last_sign_in_at"),
        Columns.maybeInstant(row, "sessions_ended_at"));
  }

  private static Logins logins(ResultSet row) throws SQLException {
    return new Logins(
        Columns.maybeText(row, "email"),
        Columns.maybeText(row, "username"),
        Columns.maybeText(row, "uid"));
  }

  private static Credential credential(ResultSet row) throws SQLException {
    return new Credential(
        Columns.maybeText(row, "hash").map(PasswordHash::of),
        row.getLong("version"),
        row.getBoolean("password_login"),
        Columns.maybeInstant(row, "changed_at"));
  }
}
