package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.store.database.NewRows;
import dev.rekey.store.database.NewRows.Column;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes the rows of arrivals, many at a time, inside somebody's transaction. */
final class Settlement implements Scribe {

  private static final List<Column> ACCOUNT =
      List.of(
          new Column("id", Types.BIGINT),
          new Column("realm_id", Types.BIGINT),
          new Column("number", Types.BIGINT),
          new Column("hex24", Types.VARCHAR),
          new Column("hex32", Types.VARCHAR),
          new Column("role", Types.VARCHAR),
          new Column("profile", Types.VARCHAR),
          new Column("nfc_tag", Types.VARCHAR),
          new Column("privileges", Types.VARCHAR),
          new Column("confirmed_at", Types.BIGINT),
          new Column("pending_email", Types.VARCHAR),
          new Column("disabled", Types.BOOLEAN),
          new Column("created_at", Types.BIGINT),
          new Column("updated_at", Types.BIGINT),
          new Column("last_sign_in_at", Types.BIGINT),
          new Column("sessions_ended_at", Types.BIGINT),
          new Column("frozen_at", Types.BIGINT));

  private static final List<Column> CREDENTIAL =
      List.of(
          new Column("account_id", Types.BIGINT),
          new Column("hash", Types.VARCHAR),
          new Column("version", Types.BIGINT),
          new Column("password_login", Types.BOOLEAN),
          new Column("changed_at", Types.BIGINT),
          new Column("must_change", Types.VARCHAR),
          new Column("must_change_at", Types.BIGINT));

  private static final List<Column> NAME =
      List.of(
          new Column("realm_id", Types.BIGINT),
          new Column("name", Types.VARCHAR),
          new Column("account_id", Types.BIGINT),
          new Column("is_email", Types.BOOLEAN),
          new Column("is_username", Types.BOOLEAN),
          new Column("is_uid", Types.BOOLEAN));

  private final BiConsumer<Handle, NewRows> way;
  private final Handle handle;
  private final long realm;
  private final AccountRows rows;
  private final Editor editor;
  private final MadeUpIds madeUp;
  private final Instant now;
  private final List<Newcomer> newcomers = new ArrayList<>();
  private final List<NewName> names = new ArrayList<>();

  Settlement(
      BiConsumer<Handle, NewRows> way,
      Handle handle,
      long realm,
      AccountRows rows,
      Editor editor,
      MadeUpIds madeUp,
      Instant now) {
    this.way = way;
    this.handle = handle;
    this.realm = realm;
    this.rows = rows;
    this.editor = editor;
    this.madeUp = madeUp;
    this.now = now;
  }

  /** Somebody who waits to be written. */
  private record Newcomer(long id, Arrival arrival, WireIds ids) {}

  /** A name that waits to be written. */
  private record NewName(String name, long account, boolean email, boolean username, boolean uid) {

    static NewName of(String name, long account, Logins logins) {
      return new NewName(
          name,
          account,
          is(logins.email(), name),
          is(logins.username(), name),
          is(logins.uid(), name));
    }

    private static boolean is(Optional<String> one, String name) {
      return one.isPresent() && one.get().equals(name);
    }
  }

  /** Gets an account ready; nothing is written before {@link #write}. */
  @Override
  public long add(AccountId id, Arrival arrival, long nextNumber) {
    WireIds ids = idsFor(arrival, nextNumber);
    newcomers.add(new Newcomer(id.value(), arrival, ids));
    for (String name : arrival.logins().all()) {
      names.add(NewName.of(name, id.value(), arrival.logins()));
    }
    return ids.number();
  }

  private Object[] account(Newcomer one) {
    Arrival arrival = one.arrival();
    return new Object[] {
      one.id(),
      realm,
      one.ids().number(),
      one.ids().hex24(),
      one.ids().hex32(),
      arrival.role().name(),
      rows.profileText(arrival.profile()),
      AccountRows.tag(arrival.profile()),
      rows.privilegesText(arrival.privileges()),
      arrival.confirmation().confirmedAt(),
      arrival.confirmation().pendingEmail(),
      arrival.disabled(),
      arrival.moments().createdAt(),
      arrival.moments().updatedAt(),
      arrival.moments().lastSignInAt(),
      arrival.moments().sessionsEndedAt(),
      arrival.moments().frozenAt()
    };
  }

  private static Object[] credential(Newcomer one) {
    Credential credential = one.arrival().credential();
    return new Object[] {
      one.id(),
      credential.hash().map(PasswordHash::encoded),
      credential.version(),
      credential.passwordLogin(),
      credential.changedAt(),
      credential.mustChange().map(MustChangeColumns::kind),
      credential.mustChange().map(MustChangeColumns::at)
    };
  }

  private Object[] name(NewName one) {
    return new Object[] {realm, one.name(), one.account(), one.email(), one.username(), one.uid()};
  }

  private WireIds idsFor(Arrival arrival, long nextNumber) {
    return new WireIds(
        arrival.ids().number().orElse(nextNumber),
        arrival.ids().hex24().orElseGet(madeUp::hex24),
        arrival.ids().hex32().orElseGet(madeUp::hex32));
  }

  /** Writes what is ready, the names in the order of their index, or nearly. */
  @Override
  public void write() {
    if (newcomers.isEmpty()) {
      return;
    }
    names.sort(Comparator.comparing(NewName::name));
    load("account", ACCOUNT, newcomers, this::account);
    load("credential", CREDENTIAL, newcomers, Settlement::credential);
    load("login_name", NAME, names, this::name);
    newcomers.forEach(one -> bring(new AccountId(one.id()), one.arrival()));
    newcomers.clear();
    names.clear();
  }

  /** Each row is made when its turn comes. */
  private <T> void load(
      String table, List<Column> columns, List<T> all, Function<T, Object[]> row) {
    way.accept(handle, new NewRows(table, columns, () -> all.stream().map(row).iterator()));
  }

  private void bring(AccountId id, Arrival arrival) {
    arrival.tokens().forEach(token -> GrantRows.put(handle, token.grantOf(id)));
    arrival.letters().forEach(letter -> SqlTickets.putAlone(handle, letter.ticketOf(id)));
  }

  /** Fills up an account that is there. */
  @Override
  public void merge(AccountId id, Arrival arrival, Logins called, Arrival.Ids given) {
    Account before = rows.hold(handle, id).orElseThrow();
    Account after = arrival.into(before, called, given.or(before.ids()), now);
    if (!called.equals(before.logins())) {
      LoginNames.replace(handle, realm, id, called);
    }
    editor.overwrite(handle, after);
    bring(id, arrival);
  }
}
