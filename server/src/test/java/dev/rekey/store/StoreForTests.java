package dev.rekey.store;

import dev.rekey.core.store.Ports;
import dev.rekey.core.token.Mint;
import java.security.SecureRandom;
import java.util.List;

/** Stores as the tests open, look at and empty them. */
public final class StoreForTests {

  private static final List<String> TABLES =
      List.of(
          "outbox",
          "audit",
          "dispute",
          "attempt",
          "keyring",
          "bulk_deed",
          "kept_answer",
          "tally",
          "node",
          "census",
          "import_progress",
          "adopted_name",
          "adoption",
          "account",
          "institution");

  private StoreForTests() {}

  public static Store open(StoreSettings settings) {
    return Store.open(settings, vault(), new Mint(new SecureRandom()));
  }

  /** Always with the same key. */
  public static Vault vault() {
    return new Vault(new byte[32], new SecureRandom());
  }

  public static Ports ports(Store store) {
    return new Ports(
        store.accounts(),
        store.credentials(),
        store.grants(),
        store.tickets(),
        store.alarms(),
        store.cases(),
        store.attempts(),
        store.audit(),
        store.outbox(),
        store.keyring());
  }

  /** As it was when it was made. */
  public static void empty(Store store) {
    store
        .database()
        .run(handle -> {
          TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
          handle.execute("DELETE FROM realm WHERE name <> 'main'");
          handle.execute("UPDATE realm SET next_number = 1");
        });
  }
}
