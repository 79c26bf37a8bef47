package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.Occupied;
import dev.rekey.core.arrival.Occupied.Holder;
import dev.rekey.core.arrival.Occupied.Name;
import dev.rekey.core.arrival.Reception;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.store.Intake;
import dev.rekey.store.Progresses.Entry;
import dev.rekey.store.database.Database;
import dev.rekey.store.database.Row;
import dev.rekey.store.database.Statements;
import dev.rekey.store.sqlite.ScratchPad;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/**
 * An intake that judges as the true one does and writes nothing into the database: what would have
 * been taken is noted on a scratch pad, so that later rows find it taken.
 */
final class Rehearsal implements Intake {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE name (folded TEXT, text TEXT, is_email INTEGER, is_username INTEGER,"
              + " is_uid INTEGER, holder INTEGER, newcomer INTEGER, PRIMARY KEY (holder, text))"
              + " WITHOUT ROWID",
          "CREATE INDEX name_folded ON name (folded)",
          "CREATE TABLE id (wire TEXT, id TEXT, holder INTEGER, newcomer INTEGER,"
              + " PRIMARY KEY (wire, id)) WITHOUT ROWID");

  private static final String PUT_NAME =
      "INSERT OR REPLACE INTO name (folded, text, is_email, is_username, is_uid, holder, newcomer)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final int[] NAME_TYPES = {
    Types.VARCHAR,
    Types.VARCHAR,
    Types.BOOLEAN,
    Types.BOOLEAN,
    Types.BOOLEAN,
    Types.BIGINT,
    Types.BOOLEAN
  };

  private static final String PUT_ID =
      "INSERT OR REPLACE INTO id (wire, id, holder, newcomer) VALUES (?, ?, ?, ?)";

  private static final int[] ID_TYPES = {Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.BOOLEAN};

  private final Database database;
  private final ScratchPad pad;
  private final Map<String, Long> nextNumbers = new HashMap<>();
  private long lastHolder;

  Rehearsal(Database database) {
    this.database = database;
    this.pad = ScratchPad.open();
    Statements.with(
        pad.handle(),
        statements -> {
          for (String table : TABLES) {
            statements.change(table);
          }
          return true;
        });
  }

  @Override
  public Optional<Progress> progress(Source source) {
    return database.read(handle -> Progresses.find(handle, source)).map(Entry::progress);
  }

  /** There is nothing to forget: where it begins is not written down. */
  @Override
  public void forget(Source source) {}

  @Override
  public List<Verdict> take(
      Source source, Batch batch, Instant now, Consumer<List<Verdict>> witness) {
    List<Verdict> verdicts = database.read(handle -> take(handle, source, batch));
    witness.accept(verdicts);
    return verdicts;
  }

  private List<Verdict> take(Handle handle, Source source, Batch batch) {
    Optional<Long> realm = Realms.find(handle, source.realm());
    long first = Progresses.find(handle, source).map(Entry::firstAccount).orElse(Long.MAX_VALUE);
    Register there = new SqlRegister(handle, realm.orElse(0L), first);
    PadRegister both = new PadRegister(there);
    long next = nextNumbers.computeIfAbsent(source.realm().name(), _ -> nextNumber(handle, realm));
    PadScribe scribe = new PadScribe();
    Turn turn =
        new Turn(
            Occupancy.of(both, batch.arrivals()), scribe, new Reception(source.policy()), next);
    batch.arrivals().forEach(arrival -> turn.receive(arrival, --lastHolder));
    turn.end();
    nextNumbers.put(source.realm().name(), turn.nextNumber());
    return turn.verdicts();
  }

  private static long nextNumber(Handle handle, Optional<Long> realm) {
    return realm
        .map(id ->
            handle
                .createQuery("SELECT next_number FROM realm WHERE id = :realm")
                .bind("realm", id)
                .mapTo(Long.class)
                .one())
        .orElse(1L);
  }

  @Override
  public void close() {
    pad.close();
  }

  /** What is in the database, and what is on the pad. */
  private final class PadRegister implements Register {

    private final Register there;

    PadRegister(Register there) {
      this.there = there;
    }

    @Override
    public List<Name> names(Collection<String> folded) {
      List<Name> all = new ArrayList<>(there.names(folded));
      all.addAll(
          pad.handle()
              .createQuery("SELECT text, is_email, holder, newcomer FROM name WHERE folded <among>")
              .bind("list", JsonMapper.shared().writeValueAsString(folded))
              .map((result, _) -> {
                Row row = new Row(result);
                return new Name(row.text(), row.flag(), holder(row));
              })
              .list());
      return all;
    }

    @Override
    public Map<String, Holder> ids(Wire wire, Collection<String> ids) {
      Map<String, Holder> all = new HashMap<>(there.ids(wire, ids));
      pad.handle()
          .createQuery("SELECT id, holder, newcomer FROM id WHERE wire = :wire AND id <among>")
          .bind("wire", wire.name())
          .bind("list", JsonMapper.shared().writeValueAsString(ids))
          .map((result, _) -> {
            Row row = new Row(result);
            return Map.entry(row.text(), holder(row));
          })
          .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
      return all;
    }

    private static Holder holder(Row row) throws SQLException {
      return new Holder(row.number(), row.flag());
    }

    @Override
    public Logins namesOf(Holder holder) {
      return onPad(holder).orElseGet(() -> there.namesOf(holder));
    }

    private Optional<Logins> onPad(Holder holder) {
      return pad.handle()
          .createQuery(
              "SELECT MAX(CASE WHEN is_email THEN text END),"
                  + " MAX(CASE WHEN is_username THEN text END),"
                  + " MAX(CASE WHEN is_uid THEN text END)"
                  + " FROM name WHERE holder = :holder HAVING COUNT(*) > 0")
          .bind("holder", holder.key())
          .map((result, _) -> {
            Row row = new Row(result);
            Optional<String> email = row.maybeText();
            return new Logins(email, row.maybeText(), row.maybeText());
          })
          .findOne();
    }
  }

  /** Notes on the pad. */
  private final class PadScribe implements Scribe {

    private final List<Object[]> names = new ArrayList<>();
    private final List<Object[]> ids = new ArrayList<>();

    @Override
    public long add(AccountId id, Arrival arrival, long nextNumber) {
      long number = arrival.ids().number().orElse(nextNumber);
      note(id, true, arrival.logins());
      note(
          id,
          true,
          new Arrival.Ids(Optional.of(number), arrival.ids().hex24(), arrival.ids().hex32()));
      return number;
    }

    @Override
    public void merge(AccountId id, Arrival arrival, Logins called, Arrival.Ids given) {
      boolean newcomer = id.value() < 0;
      note(id, newcomer, called);
      note(id, newcomer, given);
    }

    private void note(AccountId id, boolean newcomer, Logins logins) {
      for (String name : logins.all()) {
        names.add(
            new Object[] {
              Occupied.fold(name),
              name,
              logins.email().filter(name::equals).isPresent(),
              logins.username().filter(name::equals).isPresent(),
              logins.uid().filter(name::equals).isPresent(),
              id.value(),
              newcomer
            });
      }
    }

    private void note(AccountId id, boolean newcomer, Arrival.Ids given) {
      given.number().ifPresent(number -> note("NUMBER", Long.toString(number), id, newcomer));
      given.hex24().ifPresent(digits -> note("HEX24", digits, id, newcomer));
      given.hex32().ifPresent(digits -> note("HEX32", digits, id, newcomer));
    }

    private void note(String wire, String digits, AccountId id, boolean newcomer) {
      ids.add(new Object[] {wire, digits, id.value(), newcomer});
    }

    @Override
    public void write() {
      Statements.with(
          pad.handle(),
          statements -> {
            statements.changeAll(PUT_NAME, NAME_TYPES, names);
            statements.changeAll(PUT_ID, ID_TYPES, ids);
            return true;
          });
      names.clear();
      ids.clear();
    }
  }
}
