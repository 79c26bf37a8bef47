package dev.rekey.store;

import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Grants.Holder;
import dev.rekey.core.token.Grant;
import dev.rekey.store.database.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** Finds whose a token is and what stands behind it: what nearly every request asks. */
@FunctionalInterface
interface Holders {

  Optional<Holder> find(Statements statements, Asked asked) throws SQLException;

  /** What a token says of itself. */
  record Asked(Realm realm, Whose whose, Grant.Kind kind, String key) {}

  /** By what a token names its account. */
  sealed interface Whose {

    record Pointed(Handle pointer) implements Whose {}

    /** Compared exactly. */
    record Named(String uid) implements Whose {}
  }
}
