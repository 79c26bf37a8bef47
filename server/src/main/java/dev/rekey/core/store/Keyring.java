package dev.rekey.core.store;

import java.util.Optional;
import java.util.function.Supplier;

/** Secrets that every node of one database must share, sealed before they are stored. */
public interface Keyring {

  /** The secret of that name; the first caller on any node makes it. */
  byte[] obtain(String name, Supplier<byte[]> maker);

  /** The secret of that name, if anybody has made it. */
  Optional<byte[]> find(String name);
}
