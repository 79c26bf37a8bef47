package dev.rekey;

import dev.rekey.cli.Trouble;
import dev.rekey.config.Configuration;
import dev.rekey.config.Secret;
import dev.rekey.core.token.Mint;
import dev.rekey.store.Store;
import dev.rekey.store.StoreSettings;
import dev.rekey.store.StoreWatch;
import dev.rekey.store.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the wiring that opens the storage and finds the key that seals what is in it. */
final class StoreRoom {

  private static final String KEY = "secret.key";
  private static final Logger LOG = LoggerFactory.getLogger(StoreRoom.class);

  private StoreRoom() {}

  /**
   * @param watch hears of every commit
   */
  static Store open(
      Configuration configuration, InstanceKey key, SecureRandom random, StoreWatch watch) {
    return openStore(configuration, new Vault(key.bytes(), random), random, watch);
  }

  /** A database without its key holds letters and signing keys that no fresh key opens. */
  private static InstanceKey keyBesideDatabase(Configuration configuration, byte[] fresh) {
    Path key = configuration.dataDirectory().resolve(KEY);
    if (Files.exists(configuration.databaseFile()) && !Files.exists(key)) {
      throw new Trouble(
          "The instance key "
              + key
              + " is missing beside its database. Put it back from a backup,"
              + " or set `secret`.");
    }
    return InstanceKey.inFile(key, fresh);
  }

  static void makeDirectory(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory " + directory + " cannot be made", e);
    }
  }

  private static Store openStore(
      Configuration configuration, Vault vault, SecureRandom random, StoreWatch watch) {
    try {
      return Store.open(
          storeSettings(configuration), vault, new Mint(random), watch, System::nanoTime);
    } catch (RuntimeException e) {
      throw Trouble.because(
          "The database " + configuration.databasePlace() + " cannot be opened", e);
    }
  }

  private static StoreSettings storeSettings(Configuration configuration) {
    Configuration.Storage storage = configuration.storage();
    return storage
        .url()
        .<StoreSettings>map(url ->
            new StoreSettings.Postgres(
                url,
                storage.user().orElse(""),
                storage.password().map(Secret::reveal).orElse(""),
                storage.poolSize()))
        .orElseGet(() -> new StoreSettings.Sqlite(configuration.databaseFile()));
  }

  /**
   * The configured key; else a file beside the SQLite database; else, so that every node of one
   * PostgreSQL has the same, a row of that database, which is said loudly.
   */
  static InstanceKey instanceKey(Configuration configuration, SecureRandom random) {
    byte[] fresh = new byte[InstanceKey.BYTES];
    random.nextBytes(fresh);
    if (configuration.secret().isPresent()) {
      return new InstanceKey(configuration.secret().get().decodeBase64());
    }
    if (configuration.storage().url().isEmpty()) {
      return keyBesideDatabase(configuration, fresh);
    }
    LOG.warn(
        "No instance key is configured, so the database keeps it beside what it protects."
            + " Set `secret` to the same 32 bytes in base64 on every node.");
    Vault unsealed = new Vault(new byte[InstanceKey.BYTES], random);
    try (Store store = openStore(configuration, unsealed, random, StoreWatch.none())) {
      return new InstanceKey(store.keyring().obtain("instance-key", () -> fresh));
    }
  }
}
