package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.bulk.Progress;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.visit.Origin;
import dev.rekey.store.database.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is done to many accounts, as it lies in its table. */
final class BulkDeedRows implements RowMapper<BulkDeed> {

  /** In the order in which they are read. */
  static final String SELECT =
      """
      SELECT id, deed, target, target_value, own_too, reach,
        proposed_by, proposed_at, proposed_why, proposed_address, proposed_agent,
        decided_by, decided_at, decided_why, decided_address, decided_agent,
        undo_by, undo_at, undo_why, undo_address, undo_agent,
        state, planned, done, undone, place, last_account, since, done_before
      FROM bulk_deed
      """;

  private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();

  BulkDeed insert(Handle handle, BulkDeed deed) {
    var insert =
        handle.createQuery(
            """
            INSERT INTO bulk_deed (deed, target, target_value, own_too, reach,
              proposed_by, proposed_at, proposed_why, proposed_address, proposed_agent,
              state, planned, done, undone, place, last_account, since, done_before, lease_until)
            VALUES (:deed, :target, :targetValue, :ownToo, :reach,
              :proposedBy, :proposedAt, :proposedWhy, :proposedAddress, :proposedAgent,
              :state, :planned, :done, :undone, :place, :last, :since, :before, 0)
            RETURNING id
            """);
    long id =
        bindProgress(insert, deed)
            .bind("deed", deed.deed().text())
            .bind("target", kindOf(deed.target()))
            .bind("targetValue", valueOf(deed.target()))
            .bind("ownToo", deed.ownToo())
            .bind("reach", json.writeValueAsString(deed.reach().stream().sorted().toList()))
            .bind("proposedBy", deed.proposal().by().map(AccountId::value))
            .bind("proposedAt", deed.proposal().at())
            .bind("proposedWhy", deed.proposal().why())
            .bind("proposedAddress", deed.proposal().origin().address())
            .bind("proposedAgent", deed.proposal().origin().agent())
            .mapTo(Long.class)
            .one();
    return find(handle, id).orElseThrow();
  }

  Optional<BulkDeed> find(Handle handle, long id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE id = :id
                """)
        .bind("id", id)
        .map(this)
        .findOne();
  }

  /** Locks the deed's row until the commit. */
  Optional<BulkDeed> hold(Handle handle, long id) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE id = :id
                <locking>
                """)
        .bind("id", id)
        .map(this)
        .findOne();
  }

  /** Writes what may have become different of a deed whose row is locked. */
  void update(Handle handle, BulkDeed deed) {
    var update =
        handle.createUpdate(
            """
            UPDATE bulk_deed
            SET state = :state, planned = :planned, done = :done, undone = :undone,
              place = :place, last_account = :last, since = :since, done_before = :before,
              decided_by = :decidedBy, decided_at = :decidedAt, decided_why = :decidedWhy,
              decided_address = :decidedAddress, decided_agent = :decidedAgent,
              undo_by = :undoBy, undo_at = :undoAt, undo_why = :undoWhy,
              undo_address = :undoAddress, undo_agent = :undoAgent
            WHERE id = :id
            """);
    bindMandate(bindProgress(update, deed), "decided", deed.decision());
    bindMandate(update, "undo", deed.undo()).bind("id", deed.id()).execute();
  }

  private static <S extends SqlStatement<S>> S bindProgress(S statement, BulkDeed deed) {
    Progress progress = deed.progress();
    return statement
        .bind("state", deed.state().name())
        .bind("planned", progress.all())
        .bind("done", progress.done())
        .bind("undone", progress.undone())
        .bind("place", progress.place().value())
        .bind("last", progress.last().value())
        .bind("since", progress.since())
        .bind("before", progress.before());
  }

  private static <S extends SqlStatement<S>> S bindMandate(
      S statement, String whose, Optional<Mandate> mandate) {
    return statement
        .bind(whose + "By", mandate.flatMap(Mandate::by).map(AccountId::value))
        .bind(whose + "At", mandate.map(Mandate::at))
        .bind(whose + "Why", mandate.map(Mandate::why))
        .bind(whose + "Address", mandate.map(one -> one.origin().address()))
        .bind(whose + "Agent", mandate.map(one -> one.origin().agent()));
  }

  @Override
  public BulkDeed map(ResultSet result, StatementContext context) throws SQLException {
    Row row = new Row(result);
    return new BulkDeed(
        row.number(),
        deed(row.text()),
        target(row.text(), row.text()),
        row.flag(),
        reach(row.text()),
        mandate(row).orElseThrow(),
        mandate(row),
        mandate(row),
        BulkDeed.State.valueOf(row.text()),
        new Progress(
            row.number(),
            row.number(),
            row.number(),
            new AccountId(row.number()),
            new AccountId(row.number()),
            row.instant(),
            row.number()));
  }

  private static Optional<Mandate> mandate(Row row) throws SQLException {
    Optional<AccountId> by = row.maybeNumber().map(AccountId::new);
    Optional<Instant> at = row.maybeInstant();
    String why = row.maybeText().orElse("");
    String address = row.maybeText().orElse("");
    String agent = row.maybeText().orElse("");
    return at.map(moment -> new Mandate(by, moment, why, new Origin(address, agent)));
  }

  private static Deed deed(String text) {
    return Stream.of(
            new Deed.ForceChange(false), new Deed.ForceChange(true), new Deed.EndSessions())
        .filter(one -> one.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such deed: " + text));
  }

  private static String kindOf(Target target) {
    return switch (target) {
      case Target.Everybody() -> "everybody";
      case Target.OfRealm _ -> "realm";
      case Target.OfRole _ -> "role";
      case Target.WeakHashes _ -> "weak-hashes";
      case Target.OtherSchemes() -> "other-schemes";
    };
  }

  private static String valueOf(Target target) {
    return switch (target) {
      case Target.OfRealm(Realm realm) -> realm.name();
      case Target.OfRole(Role role) -> role.name();
      case Target.WeakHashes(HashCost least) ->
          least.memoryKiB() + "," + least.passes() + "," + least.lanes();
      case Target.Everybody(), Target.OtherSchemes() -> "";
    };
  }

  private static Target target(String kind, String value) {
    return switch (kind) {
      case "everybody" -> new Target.Everybody();
      case "realm" -> new Target.OfRealm(new Realm(value));
      case "role" -> new Target.OfRole(new Role(value));
      case "weak-hashes" -> new Target.WeakHashes(cost(value));
      case "other-schemes" -> new Target.OtherSchemes();
      default -> throw new IllegalStateException("no such target: " + kind);
    };
  }

  private static HashCost cost(String value) {
    int[] parts = Stream.of(value.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    return new HashCost(parts[0], parts[1], parts[2]);
  }

  /** A capability that is not known any more reaches nothing. */
  private Set<Capability> reach(String text) {
    Set<String> names = json.readerFor(NAMES).readValue(text);
    return Stream.of(Capability.values())
        .filter(one -> names.contains(one.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
