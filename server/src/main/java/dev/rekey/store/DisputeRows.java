package dev.rekey.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.store.Alarms.Raise;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of cases, inside somebody's transaction. */
final class DisputeRows {

  private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};

  private final Vault vault;
  private final JsonMapper json = JsonMapper.shared();

  DisputeRows(Vault vault) {
    this.vault = vault;
  }

  /** Opens a case about the account as it was before; its number. */
  long open(
      Handle handle,
      Account account,
      Raise raise,
      List<String> waysBack,
      boolean password,
      AddressFate fate) {
    return handle
        .createQuery(
            """
            INSERT INTO dispute (realm_id, account_id, name, opened_at, deed, at, address, agent,
              raised_address, raised_agent, password, email, ways_back)
            VALUES (:realm, :account, :name, :openedAt, :deed, :at, :address, :agent,
              :raisedAddress, :raisedAgent, :password, :email, :waysBack)
            RETURNING id
            """)
        .bind("realm", Realms.idOf(handle, account.realm()))
        .bind("account", account.id().value())
        .bind("name", account.logins().display())
        .bind("openedAt", raise.entry().at())
        .bind("deed", raise.alarm().deed().name())
        .bind("at", raise.alarm().at())
        .bind("address", raise.alarm().origin().address())
        .bind("agent", raise.alarm().origin().agent())
        .bind("raisedAddress", raise.entry().visit().origin().address())
        .bind("raisedAgent", raise.entry().visit().origin().agent())
        .bind("password", password)
        .bind("email", fate.name())
        .bind("waysBack", seal(waysBack, account.id()))
        .mapTo(Long.class)
        .one();
  }

  /** Those of the newest case count: whoever raised an older alarm had the older word. */
  List<String> waysBack(Handle handle, AccountId account) {
    return handle
        .createQuery(
            """
            SELECT ways_back
            FROM dispute
            WHERE account_id = :account
            AND ways_back IS NOT NULL
            ORDER BY id DESC
            LIMIT 1
            """)
        .bind("account", account.value())
        .map((row, _) -> open(row.getBytes("ways_back"), account))
        .findOne()
        .orElse(List.of());
  }

  /** The account is open again, or gone: nobody comes back any more. */
  static void forgetWaysBack(Handle handle, AccountId account) {
    handle
        .createUpdate(
            """
            UPDATE dispute
            SET ways_back = NULL
            WHERE account_id = :account
            AND ways_back IS NOT NULL
            """)
        .bind("account", account.value())
        .execute();
  }

  private byte[] seal(List<String> addresses, AccountId account) {
    return vault.seal(json.writeValueAsString(addresses).getBytes(UTF_8), context(account));
  }

  private List<String> open(byte[] sealed, AccountId account) {
    return json.readValue(vault.open(sealed, context(account)), ADDRESSES);
  }

  private static String context(AccountId account) {
    return "ways back " + account.value();
  }
}
