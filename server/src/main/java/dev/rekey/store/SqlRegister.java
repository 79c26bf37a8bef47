package dev.rekey.store;

import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Occupied.Holder;
import dev.rekey.core.arrival.Occupied.Name;
import dev.rekey.store.database.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names and ids of a realm, as one transaction sees them.
 *
 * @param firstNewcomer the account from which on all count as newcomers
 */
record SqlRegister(Handle handle, long realm, long firstNewcomer) implements Register {

  @Override
  public List<Name> names(Collection<String> folded) {
    return folded.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                """
                SELECT name, is_email, account_id
                FROM login_name
                WHERE realm_id = :realm
                AND folded <among>
                """)
            .bind("realm", realm)
            .bind("list", array(folded))
            .map((result, _) -> {
              Row row = new Row(result);
              return new Name(row.text(), row.flag(), holder(row.number()));
            })
            .list();
  }

  @Override
  public Map<String, Holder> ids(Wire wire, Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : find(wire, ids);
  }

  private Map<String, Holder> find(Wire wire, Collection<String> ids) {
    String column =
        switch (wire) {
          case NUMBER -> "number";
          case HEX24 -> "hex24";
          case HEX32 -> "hex32";
        };
    return handle
        .createQuery(
            """
            SELECT %1$s, id
            FROM account
            WHERE realm_id = :realm
            AND %1$s %2$s
            """
                .formatted(column, wire == Wire.NUMBER ? "<among_numbers>" : "<among>"))
        .bind("realm", realm)
        .bind("list", array(ids))
        .map((result, _) -> {
          Row row = new Row(result);
          return Map.entry(row.text(), holder(row.number()));
        })
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Logins namesOf(Holder holder) {
    return handle
        .createQuery(
            """
            SELECT
              (SELECT name FROM login_name WHERE account_id = :id AND is_email) AS email,
              (SELECT name FROM login_name WHERE account_id = :id AND is_username) AS username,
              (SELECT name FROM login_name WHERE account_id = :id AND is_uid) AS uid
            """)
        .bind("id", holder.key())
        .map((result, _) -> logins(new Row(result)))
        .one();
  }

  private static Logins logins(Row row) throws java.sql.SQLException {
    Optional<String> email = row.maybeText();
    return new Logins(email, row.maybeText(), row.maybeText());
  }

  private Holder holder(long account) {
    return new Holder(account, account >= firstNewcomer);
  }

  private static String array(Collection<String> texts) {
    return JsonMapper.shared().writeValueAsString(texts);
  }
}
