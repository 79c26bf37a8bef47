package dev.rekey.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Footing;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import dev.rekey.store.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of alarms, inside somebody's transaction. How an account stood before lies in them
 * sealed, for it holds a hash that the account has no more.
 */
final class AlarmRows {

  private static final String SELECT =
      """
      SELECT id, digest, account_id, deed, at, address, agent, expires_at, before
      FROM alarm
      """;

  private final Vault vault;
  private final JsonMapper json = JsonMapper.shared();

  AlarmRows(Vault vault) {
    this.vault = vault;
  }

  /** An alarm as it lies in the table. */
  record Kept(long id, Alarm alarm, Footing before) {}

  /** Keeps alarms of an account that stood so before. */
  void hang(Handle handle, List<Alarm> alarms, Footing before) {
    alarms.forEach(alarm -> hang(handle, alarm, before));
  }

  private void hang(Handle handle, Alarm alarm, Footing before) {
    handle
        .createUpdate(
            """
            INSERT INTO alarm (digest, account_id, deed, at, address, agent, expires_at, before)
            VALUES (:digest, :account, :deed, :at, :address, :agent, :expiresAt, :before)
            """)
        .bind("digest", alarm.digest().hex())
        .bind("account", alarm.account().value())
        .bind("deed", alarm.deed().name())
        .bind("at", alarm.at())
        .bind("address", alarm.origin().address())
        .bind("agent", alarm.origin().agent())
        .bind("expiresAt", alarm.expiresAt())
        .bind("before", seal(before, alarm.digest()))
        .execute();
  }

  Optional<Kept> find(Handle handle, TokenDigest digest) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE digest = :digest
                """)
        .bind("digest", digest.hex())
        .map(this::kept)
        .findOne();
  }

  /** The account's alarms, oldest first. */
  List<Kept> of(Handle handle, AccountId account) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE account_id = :account
                ORDER BY id
                """)
        .bind("account", account.value())
        .map(this::kept)
        .list();
  }

  /**
   * Somebody had the last word about the password: older alarms bring back this one, and none that
   * was before.
   */
  void settlePassword(Handle handle, Account settled, Predicate<Footing> which) {
    Footing last = Footing.of(settled);
    of(handle, settled.id()).stream()
        .filter(kept -> which.test(kept.before()))
        .forEach(kept -> replace(handle, kept, last.withEmail(kept.before().email())));
  }

  /** The same about the address. */
  void settleEmail(Handle handle, Account settled) {
    of(handle, settled.id())
        .forEach(kept -> replace(handle, kept, kept.before().withEmail(settled.logins().email())));
  }

  private void replace(Handle handle, Kept kept, Footing before) {
    handle
        .createUpdate(
            """
            UPDATE alarm
            SET before = :before
            WHERE id = :id
            """)
        .bind("id", kept.id())
        .bind("before", seal(before, kept.alarm().digest()))
        .execute();
  }

  /** Forgets the alarm and whatever is not older; false when it is not there any more. */
  boolean silence(Handle handle, Kept kept) {
    return handle
            .createUpdate(
                """
                DELETE FROM alarm
                WHERE account_id = :account
                AND (id >= :id OR at >= :at)
                AND EXISTS (SELECT 1 FROM alarm WHERE id = :id)
                """)
            .bind("account", kept.alarm().account().value())
            .bind("id", kept.id())
            .bind("at", kept.alarm().at())
            .execute()
        > 0;
  }

  private Kept kept(ResultSet row, StatementContext context) throws SQLException {
    TokenDigest digest = new TokenDigest(row.getString("digest"));
    Alarm alarm =
        new Alarm(
            new AccountId(row.getLong("account_id")),
            digest,
            Alarm.Deed.valueOf(row.getString("deed")),
            Columns.instant(row, "at"),
            new Origin(row.getString("address"), row.getString("agent")),
            Columns.instant(row, "expires_at"));
    Footing before = open(row.getBytes("before"), digest);
    return new Kept(row.getLong("id"), alarm, before);
  }

  private byte[] seal(Footing footing, TokenDigest digest) {
    ObjectNode node = json.createObjectNode();
    footing.hash().ifPresent(hash -> node.put("hash", hash.encoded()));
    footing.changedAt().ifPresent(at -> node.put("changedAt", at.toString()));
    footing.email().ifPresent(email -> node.put("email", email));
    return vault.seal(json.writeValueAsString(node).getBytes(UTF_8), context(digest));
  }

  private Footing open(byte[] sealed, TokenDigest digest) {
    JsonNode node = json.readTree(vault.open(sealed, context(digest)));
    return new Footing(
        node.path("hash").stringValueOpt().map(PasswordHash::of),
        node.path("changedAt").stringValueOpt().map(Instant::parse),
        node.path("email").stringValueOpt());
  }

  private static String context(TokenDigest digest) {
    return "alarm " + digest.hex();
  }
}
