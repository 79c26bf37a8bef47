package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.store.AccountSearch;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the accounts that somebody looks for, by what their names begin with. */
final class Searcher {

  static final String OF_NAME =
      """
      AND a.id IN (
        SELECT account_id
        FROM login_name
        WHERE realm_id = (SELECT id FROM realm WHERE name = :realm)
        AND folded >= :first
        AND folded < :behind)
      """;

  static final String OF_ROLE =
      """
      AND a.role = :role
      """;

  static final String OF_STATE =
      """
      AND a.disabled = :disabled
      """;

  private final AccountRows rows;

  Searcher(AccountRows rows) {
    this.rows = rows;
  }

  /** Each part that was asked for is a condition of its own, so that its index is used. */
  List<Account> search(Handle handle, Realm realm, AccountSearch search) {
    Optional<String> prefix = search.text().map(LoginNames::fold).filter(text -> !text.isEmpty());
    Query query =
        handle
            .createQuery(
                AccountRows.SELECT
                    + """
                    WHERE r.name = :realm
                    AND a.id > :after
                    <ofName><ofRole><ofState>
                    ORDER BY a.id
                    LIMIT :limit
                    """)
            .define("ofName", prefix.map(_ -> OF_NAME).orElse(""))
            .define("ofRole", search.role().map(_ -> OF_ROLE).orElse(""))
            .define("ofState", search.disabled().map(_ -> OF_STATE).orElse(""))
            .bind("realm", realm.name())
            .bind("after", search.after().map(AccountId::value).orElse(0L))
            .bind("limit", search.limit());
    prefix.ifPresent(first -> query.bind("first", first).bind("behind", behind(first)));
    search.role().map(Role::name).ifPresent(role -> query.bind("role", role));
    search.disabled().ifPresent(disabled -> query.bind("disabled", disabled));
    return query.map(rows).list();
  }

  /**
   * The first text, in the order of code points, behind all that begins with the prefix. What ends
   * with the last code point is as far as its head goes; nobody's name is made of that one alone.
   */
  private static String behind(String prefix) {
    if (prefix.isEmpty()) {
      return prefix;
    }
    int last = prefix.codePointBefore(prefix.length());
    String head = prefix.substring(0, prefix.length() - Character.charCount(last));
    return last == Character.MAX_CODE_POINT ? behind(head) : head + Character.toString(next(last));
  }

  /** No text has half a surrogate pair. */
  private static int next(int point) {
    return point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
  }
}
