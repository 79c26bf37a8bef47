package dev.rekey.store;

import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.token.Grant;
import dev.rekey.store.HolderRows.Stamped;
import dev.rekey.store.HolderRows.Stamps;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps who was found last, and asks the database each time whether it still holds: two numbers
 * that differ after every change of what was read, whoever made it, in place of all the columns.
 *
 * <p>What is answered is what the database holds at that moment, as if nothing were kept: the
 * numbers are read as all else is, from the last commit of any process. It has a fixed number of
 * places; only who has a grant gets in, and takes the place of another who happens to share it.
 */
final class KeptHolders implements Holders {

  private static final int PLACES = 4_096;

  private static final String STAMPS =
      """
      SELECT a.stamp, g.stamp
      FROM access_grant g
      JOIN account a ON a.id = g.account_id
      WHERE g.account_id = ?
      AND g.kind = ?
      AND g.key = ?
      """;

  private final HolderRows rows;
  private final AtomicReferenceArray<Optional<Kept>> places = new AtomicReferenceArray<>(PLACES);

  KeptHolders(HolderRows rows) {
    this.rows = rows;
    for (int i = 0; i < PLACES; i++) {
      places.set(i, Optional.empty());
    }
  }

  /** An answer, what it answers, and whose stamps tell whether it is still right. */
  private record Kept(Asked asked, Holder holder, Grant.Ref ref, Stamps stamps) {}

  @Override
  public Optional<Holder> find(Statements statements, Asked asked) throws SQLException {
    Optional<Kept> kept = places.get(place(asked)).filter(one -> one.asked().equals(asked));
    return kept.isPresent() && holds(statements, kept.get())
        ? kept.map(Kept::holder)
        : ask(statements, asked);
  }

  private static boolean holds(Statements statements, Kept kept) throws SQLException {
    Grant.Ref ref = kept.ref();
    return statements
        .first(STAMPS, Stamps::read, ref.account().value(), ref.kind().name(), ref.key())
        .filter(kept.stamps()::equals)
        .isPresent();
  }

  private Optional<Holder> ask(Statements statements, Asked asked) throws SQLException {
    Optional<Stamped> found = rows.findStamped(statements, asked);
    found.ifPresent(one -> keep(asked, one));
    return found.map(Stamped::holder);
  }

  private void keep(Asked asked, Stamped found) {
    Holder holder = found.holder();
    holder
        .grant()
        .ifPresent(grant ->
            places.set(
                place(asked), Optional.of(new Kept(asked, holder, grant.ref(), found.stamps()))));
  }

  private static int place(Asked asked) {
    int hash = asked.hashCode();
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
