package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.MustChange;
import dev.rekey.store.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Why a password has to be changed, as it lies in three columns of its credential. */
final class MustChangeColumns {

  static final String TEMPORARY = "TEMPORARY";
  static final String FORCED = "FORCED";

  private MustChangeColumns() {}

  /** Reads the three in their order. */
  static Optional<MustChange> read(Row row) throws SQLException {
    Optional<String> kind = row.maybeText();
    Optional<Instant> at = row.maybeInstant();
    Optional<Long> deed = row.maybeNumber();
    return kind.map(name -> of(name, at.orElseThrow(), deed));
  }

  private static MustChange of(String kind, Instant at, Optional<Long> deed) {
    return switch (kind) {
      case TEMPORARY -> new MustChange.Temporary(at);
      case FORCED -> new MustChange.Forced(at, deed);
      default -> throw new IllegalStateException("no reason to change a password: " + kind);
    };
  }

  static void write(Handle handle, AccountId account, Optional<MustChange> why) {
    handle
        .createUpdate(
            """
            UPDATE credential
            SET must_change = :kind, must_change_at = :at, must_change_deed = :deed
            WHERE account_id = :account
            """)
        .bind("account", account.value())
        .bind("kind", why.map(MustChangeColumns::kind))
        .bind("at", why.map(MustChangeColumns::at))
        .bind("deed", why.flatMap(MustChangeColumns::deed))
        .execute();
  }

  static String kind(MustChange why) {
    return switch (why) {
      case MustChange.Temporary _ -> TEMPORARY;
      case MustChange.Forced _ -> FORCED;
    };
  }

  static Instant at(MustChange why) {
    return switch (why) {
      case MustChange.Temporary(Instant until) -> until;
      case MustChange.Forced(Instant since, _) -> since;
    };
  }

  private static Optional<Long> deed(MustChange why) {
    return switch (why) {
      case MustChange.Temporary _ -> Optional.empty();
      case MustChange.Forced(_, Optional<Long> deed) -> deed;
    };
  }
}
