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
import dev.rekey.store.database.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as they lie in the tables: one row each, with the credential and the names. */
final class AccountRows implements RowMapper<Account> {

  /** In the order in which {@link #read} reads them; whatever else is selected stands behind. */
  static final String COLUMNS =
      """
      SELECT a.id, r.name AS realm, a.number, a.hex24, a.hex32, a.role, a.profile, a.privileges,
        a.confirmed_at, a.pending_email, a.disabled, a.created_at, a.updated_at,
        a.last_sign_in_at, a.sessions_ended_at, a.frozen_at, c.hash, c.version, c.password_login,
        c.changed_at, c.must_change, c.must_change_at, c.must_change_deed,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_email) AS email,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_username) AS username,
        (SELECT name FROM login_name WHERE account_id = a.id AND is_uid) AS uid
      """;

  static final String FROM =
      """
      FROM account a
      JOIN realm r ON r.id = a.realm_id
      JOIN credential c ON c.account_id = a.id
      """;

  private static final String TAG = "nfc_tag";

  /** What every query for accounts begins with. */
  static final String SELECT = COLUMNS + FROM;

  private static final TypeReference<LinkedHashMap<String, String>> FIELDS =
      new TypeReference<>() {};

  private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();
  private final ObjectReader fields = json.readerFor(FIELDS);
  private final ObjectReader names = json.readerFor(NAMES);

  String profileText(Profile profile) {
    return json.writeValueAsString(profile.fields());
  }

  /** What an index finds its owner by. */
  static Optional<String> tag(Profile profile) {
    return Optional.ofNullable(profile.fields().get(TAG));
  }

  String privilegesText(Set<String> privileges) {
    return privileges.isEmpty()
        ? "[]"
        : json.writeValueAsString(privileges.stream().sorted().toList());
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

  /** Those of them that are there, in no order. */
  List<Account> find(Handle handle, List<AccountId> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                SELECT
                    + """
                    WHERE a.id IN (<ids>)
                    """)
            .bindList("ids", ids.stream().map(AccountId::value).toList())
            .map(this)
            .list();
  }

  @Override
  public Account map(ResultSet row, StatementContext context) throws SQLException {
    return read(new Row(row));
  }

  /** Reads what {@link #COLUMNS} names, in that order. */
  Account read(Row row) throws SQLException {
    AccountId id = new AccountId(row.number());
    Realm realm = new Realm(row.text());
    WireIds ids = new WireIds(row.number(), row.text(), row.text());
    Role role = new Role(row.text());
    Profile profile = profile(row.text());
    Set<String> privileges = privileges(row.text());
    Confirmation confirmation = new Confirmation(row.maybeInstant(), row.maybeText());
    boolean disabled = row.flag();
    Moments moments =
        new Moments(
            row.instant(),
            row.instant(),
            row.maybeInstant(),
            row.maybeInstant(),
            row.maybeInstant());
    Credential credential =
        new Credential(
            row.maybeText().map(PasswordHash::of),
            row.number(),
            row.flag(),
            row.maybeInstant(),
            MustChangeColumns.read(row));
    Logins logins = new Logins(row.maybeText(), row.maybeText(), row.maybeText());
    return new Account(
        id,
        realm,
        ids,
        logins,
        role,
        profile,
        credential,
        privileges,
        confirmation,
        disabled,
        moments);
  }

  private Profile profile(String json) {
    return json.equals("{}") ? Profile.empty() : new Profile(fields.readValue(json));
  }

  Set<String> privileges(String json) {
    return json.equals("[]") ? Set.of() : names.readValue(json);
  }
}
