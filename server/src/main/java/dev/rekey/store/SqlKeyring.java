package dev.rekey.store;

import dev.rekey.core.store.Keyring;
import dev.rekey.store.database.Database;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The keyring on SQL; every secret lies in it sealed under its own name. */
final class SqlKeyring implements Keyring {

  private final Database database;
  private final Vault vault;

  SqlKeyring(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public byte[] obtain(String name, Supplier<byte[]> maker) {
    byte[] sealed =
        database.read(handle -> find(handle, name)).orElseGet(() -> make(name, maker.get()));
    return vault.open(sealed, context(name));
  }

  @Override
  public Optional<byte[]> find(String name) {
    return database
        .read(handle -> find(handle, name))
        .map(sealed -> vault.open(sealed, context(name)));
  }

  private static Optional<byte[]> find(Handle handle, String name) {
    return handle
        .createQuery(
            """
            SELECT secret
            FROM keyring
            WHERE name = :name
            """)
        .bind("name", name)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Where two make one at the same time, the first to commit has made it for both. */
  private byte[] make(String name, byte[] secret) {
    byte[] sealed = vault.seal(secret, context(name));
    return database.write(handle -> {
      handle
          .createUpdate(
              """
              INSERT INTO keyring (name, secret)
              VALUES (:name, :secret)
              ON CONFLICT (name) DO NOTHING
              """)
          .bind("name", name)
          .bind("secret", sealed)
          .execute();
      return find(handle, name).orElseThrow();
    });
  }

  private static String context(String name) {
    return "key " + name;
  }
}
