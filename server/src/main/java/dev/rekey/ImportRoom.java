package dev.rekey;

import dev.rekey.config.Configuration;
import dev.rekey.core.password.ImportKeys;
import dev.rekey.core.password.Pepper;
import dev.rekey.core.store.Keyring;
import dev.rekey.migrate.Breath;
import dev.rekey.migrate.ImportDesk;
import dev.rekey.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The part of the wiring that lets people in from other systems. */
final class ImportRoom {

  private static final String PREFIX = "import-";

  /** Who waits for SQLite tries again after a tenth of a second at the latest. */
  private static final Duration PAUSE = Duration.ofMillis(120);

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private ImportRoom() {}

  /** Those that an import has left in the keyring, whenever that was. */
  static ImportKeys keys(Keyring keyring) {
    return id -> keyring.find(PREFIX + id);
  }

  static ImportDesk desk(Configuration configuration, Store store, InstantSource clock) {
    boolean oneWriter = configuration.storage().url().isEmpty();
    Optional<Pepper> pepper = configuration.hashing().pepperFile().map(PepperFile::read);
    ImportKeys keys = keys(store.keyring());
    return new ImportDesk(
        store.intake(),
        store::rehearsal,
        () -> new Breath(PERIOD, oneWriter ? PAUSE : Duration.ZERO, System::nanoTime),
        key -> keep(store.keyring(), key),
        key ->
            key.ofThisServer()
                ? pepper.filter(own -> own.has(key.id())).isPresent()
                : keys.find(key.id()).isPresent(),
        store.accounts(),
        clock,
        System::nanoTime);
  }

  /** Keeps a key; returns what it is called. */
  static String keep(Keyring keyring, byte[] key) {
    String id = ImportKeys.idOf(key);
    keyring.obtain(PREFIX + id, () -> key);
    return id;
  }
}
