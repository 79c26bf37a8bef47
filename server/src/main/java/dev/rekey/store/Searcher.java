package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.AccountSearch.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the accounts that somebody looks for, by what their names begin with.
 *
 * <p>Each page is a walk along an index that begins behind the page before. What the index does not
 * know is looked at as the walk goes, and only so far: a page costs the same however many accounts
 * there are, and however few of them fit.
 */
final class Searcher {

  /** So many are looked at for a page, and so many are few enough to be put in order. */
  static final int MOST_LOOKED_AT = 2_000;

  private static final String OF_REALM =
      """
      a.realm_id = (SELECT id FROM realm WHERE name = :realm)
      """;

  private static final String OF_ROLE =
      """
      AND a.role = :role
      """;

  /** In the words of the index of those that are. */
  private static final String OF_DISABLED =
      """
      AND a.disabled
      """;

  private static final String OF_ENABLED =
      """
      AND NOT a.disabled
      """;

  private static final String OF_CONFIRMED =
      """
      AND a.confirmed_at IS NOT NULL
      """;

  /** In the words of the index of those that are not. */
  private static final String OF_UNCONFIRMED =
      """
      AND a.confirmed_at IS NULL
      """;

  private static final String BY_MAKING =
      """
      SELECT '' AS name, a.id AS id, TRUE <looked> AS fits
      FROM account a
      WHERE <realm> <walked>
      AND a.id > :after
      ORDER BY a.id
      LIMIT :most
      """;

  /** An account stands where the first of its names does, and nowhere else. */
  private static final String NAMED =
      """
      AND l.folded >= :from
      AND l.folded < :behind
      AND (l.folded > :from OR l.account_id > :after)
      AND NOT EXISTS (
        SELECT 1
        FROM login_name o
        WHERE o.account_id = l.account_id
        AND o.folded >= :first
        AND (o.folded < l.folded OR o.folded = l.folded AND o.name < l.name))
      ORDER BY l.folded, l.account_id
      LIMIT :most
      """;

  private static final String BY_NAME =
      """
      SELECT l.folded AS name, l.account_id AS id,
        (SELECT TRUE <looked> FROM account a WHERE a.id = l.account_id) AS fits
      FROM login_name l
      WHERE l.realm_id = (SELECT id FROM realm WHERE name = :realm)
      """
          + NAMED;

  /** The few are walked as they are, and put in order afterwards. */
  private static final String BY_NAME_AMONG_FEW =
      """
      SELECT l.folded AS name, l.account_id AS id, TRUE AS fits
      FROM account a
      CROSS JOIN login_name l
      WHERE <realm> <looked>
      AND l.account_id = a.id
      """
          + NAMED;

  private static final String FEW =
      """
      SELECT COUNT(*)
      FROM (
        SELECT 1
        FROM account a
        WHERE <realm> <walked>
        LIMIT :most) AS few
      """;

  private final AccountRows rows;

  Searcher(AccountRows rows) {
    this.rows = rows;
  }

  /** An account by the way, and whether it is one of those that are looked for. */
  private record Passed(Place place, boolean fits) {}

  Page search(Handle handle, Realm realm, AccountSearch search) {
    Walk walk = new Walk(search.limit());
    try (Query query = query(handle, realm, search);
        var way =
            query
                .map((row, _) ->
                    new Passed(
                        new Place(row.getString("name"), new AccountId(row.getLong("id"))),
                        row.getBoolean("fits")))
                .iterator()) {
      while (way.hasNext() && !walk.isFull()) {
        Passed passed = way.next();
        walk.pass(passed.place(), passed.fits());
      }
    }
    return new Page(accounts(handle, walk.found()), walk.next(most(search)));
  }

  private List<Account> accounts(Handle handle, List<AccountId> ids) {
    Map<AccountId, Account> found =
        rows.find(handle, ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Query query(Handle handle, Realm realm, AccountSearch search) {
    return search
        .text()
        .map(LoginNames::fold)
        .filter(text -> !text.isEmpty())
        .map(prefix -> byName(handle, realm, search, prefix))
        .orElseGet(() -> byMaking(handle, realm, search));
  }

  private static Query byMaking(Handle handle, Realm realm, AccountSearch search) {
    return asked(handle, BY_MAKING, realm, search)
        .bind("after", search.after().map(place -> place.account().value()).orElse(0L))
        .bind("most", most(search));
  }

  private static Query byName(Handle handle, Realm realm, AccountSearch search, String first) {
    Optional<Place> after = search.after().filter(place -> place.name().compareTo(first) >= 0);
    boolean few = isNarrow(search) && isFew(handle, realm, search);
    return asked(handle, few ? BY_NAME_AMONG_FEW : BY_NAME, realm, search)
        .bind("first", first)
        .bind("from", after.map(Place::name).orElse(first))
        .bind("after", after.map(place -> place.account().value()).orElse(0L))
        .bind("behind", behind(first))
        .bind("most", most(search));
  }

  private static boolean isFew(Handle handle, Realm realm, AccountSearch search) {
    try (Query query = asked(handle, FEW, realm, search)) {
      return query.bind("most", MOST_LOOKED_AT + 1).mapTo(Integer.class).one() <= MOST_LOOKED_AT;
    }
  }

  /** Whether an index knows them, who may be few. */
  private static boolean isNarrow(AccountSearch search) {
    return search.role().isPresent()
        || search.disabled().orElse(false)
        || !search.confirmed().orElse(true);
  }

  private static Query asked(Handle handle, String sql, Realm realm, AccountSearch search) {
    Query query =
        handle
            .createQuery(sql)
            .define("realm", OF_REALM)
            .define("walked", walked(search))
            .define("looked", ofRole(search) + ofState(search) + ofConfirmation(search))
            .bind("realm", realm.name());
    search.role().map(Role::name).ifPresent(role -> query.bind("role", role));
    return query;
  }

  /** What an index is walked for; only one of them can be. */
  private static String walked(AccountSearch search) {
    if (search.role().isPresent()) {
      return ofRole(search);
    }
    boolean disabled = search.disabled().orElse(false);
    boolean unconfirmed = !search.confirmed().orElse(true);
    return disabled ? OF_DISABLED : unconfirmed ? OF_UNCONFIRMED : "";
  }

  private static String ofRole(AccountSearch search) {
    return search.role().map(_ -> OF_ROLE).orElse("");
  }

  private static String ofState(AccountSearch search) {
    return search.disabled().map(disabled -> disabled ? OF_DISABLED : OF_ENABLED).orElse("");
  }

  private static String ofConfirmation(AccountSearch search) {
    return search
        .confirmed()
        .map(confirmed -> confirmed ? OF_CONFIRMED : OF_UNCONFIRMED)
        .orElse("");
  }

  /** Where the index knows everything, one more than the page holds says whether there is more. */
  private static int most(AccountSearch search) {
    boolean looking =
        search.role().isPresent()
            || search.disabled().isPresent()
            || search.confirmed().isPresent();
    return looking ? Math.max(MOST_LOOKED_AT, search.limit() + 1) : search.limit() + 1;
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
