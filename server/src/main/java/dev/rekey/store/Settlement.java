package dev.rekey.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.token.Mint;
import dev.rekey.store.database.Statements;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes the rows of arrivals, many at a time, inside somebody's transaction. */
final class Settlement implements Scribe {

  private static final String ACCOUNT =
      """
      INSERT INTO account (id, realm_id, number, hex24, hex32, role, profile, nfc_tag, privileges,
        confirmed_at, pending_email, disabled, created_at, updated_at, last_sign_in_at,
        sessions_ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int[] ACCOUNT_TYPES = {
    Types.BIGINT,
    Types.BIGINT,
    Types.BIGINT,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.BIGINT,
    Types.VARCHAR,
    Types.BOOLEAN,
    Types.BIGINT,
    Types.BIGINT,
    Types.BIGINT,
    Types.BIGINT
  };

  private static final String CREDENTIAL =
      """
      INSERT INTO credential (account_id, hash, version, password_login, changed_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  private static final int[] CREDENTIAL_TYPES = {
    Types.BIGINT, Types.VARCHAR, Types.BIGINT, Types.BOOLEAN, Types.BIGINT
  };

  private static final String NAME =
      """
      INSERT INTO login_name (realm_id, name, account_id, is_email, is_username, is_uid)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final int[] NAME_TYPES = {
    Types.BIGINT, Types.VARCHAR, Types.BIGINT, Types.BOOLEAN, Types.BOOLEAN, Types.BOOLEAN
  };

  private static final int NAME_COLUMN = 1;

  private final Handle handle;
  private final long realm;
  private final AccountRows rows;
  private final Editor editor;
  private final Mint mint;
  private final Instant now;
  private final List<Object[]> accounts = new ArrayList<>();
  private final List<Object[]> credentials = new ArrayList<>();
  private final List<Object[]> names = new ArrayList<>();
  private final List<Runnable> belongings = new ArrayList<>();

  Settlement(Handle handle, long realm, AccountRows rows, Editor editor, Mint mint, Instant now) {
    this.handle = handle;
    this.realm = realm;
    this.rows = rows;
    this.editor = editor;
    this.mint = mint;
    this.now = now;
  }

  /** Gets an account ready; nothing is written before {@link #write}. */
  @Override
  public long add(AccountId id, Arrival arrival, long nextNumber) {
    WireIds ids = idsFor(arrival, nextNumber);
    accounts.add(
        new Object[] {
          id.value(),
          realm,
          ids.number(),
          ids.hex24(),
          ids.hex32(),
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
          arrival.moments().sessionsEndedAt()
        });
    credentials.add(
        new Object[] {
          id.value(),
          arrival.credential().hash().map(hash -> hash.encoded()),
          arrival.credential().version(),
          arrival.credential().passwordLogin(),
          arrival.credential().changedAt()
        });
    arrival.logins().all().forEach(name -> names.add(name(id, arrival.logins(), name)));
    if (!arrival.tokens().isEmpty() || !arrival.letters().isEmpty()) {
      belongings.add(() -> bring(id, arrival));
    }
    return ids.number();
  }

  private Object[] name(AccountId id, Logins logins, String name) {
    return new Object[] {
      realm,
      name,
      id.value(),
      is(logins.email(), name),
      is(logins.username(), name),
      is(logins.uid(), name)
    };
  }

  private static boolean is(Optional<String> one, String name) {
    return one.filter(name::equals).isPresent();
  }

  /** What is made up begins with the time: rows that are made together then lie together. */
  private WireIds idsFor(Arrival arrival, long nextNumber) {
    return new WireIds(
        arrival.ids().number().orElse(nextNumber),
        arrival.ids().hex24().orElseGet(() -> seconds() + mint.hex(8)),
        arrival.ids().hex32().orElseGet(() -> seconds() + mint.hex(12)));
  }

  private String seconds() {
    return HexFormat.of().toHexDigits((int) now.getEpochSecond());
  }

  /** Writes what is ready, the names in the order of their index, or nearly. */
  @Override
  public void write() {
    names.sort(Comparator.comparing(row -> (String) row[NAME_COLUMN]));
    Statements.with(handle, this::write);
    belongings.forEach(Runnable::run);
    accounts.clear();
    credentials.clear();
    names.clear();
    belongings.clear();
  }

  private boolean write(Statements statements) throws java.sql.SQLException {
    if (!accounts.isEmpty()) {
      statements.changeAll(ACCOUNT, ACCOUNT_TYPES, accounts);
      statements.changeAll(CREDENTIAL, CREDENTIAL_TYPES, credentials);
      statements.changeAll(NAME, NAME_TYPES, names);
    }
    return true;
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
