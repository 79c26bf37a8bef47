package dev.rekey.core.password;

import java.util.Optional;

/**
 * Whose work a hash is, for {@link Hasher} to be fair by.
 *
 * @param address the network that the request came from; empty where there was no network
 * @param account the account as it was named, whether there is one or not; empty where none was
 */
public record Source(Optional<String> address, Optional<String> account) {

  /** The house's own work, which waits behind nobody in particular. */
  public static Source house() {
    return new Source(Optional.empty(), Optional.empty());
  }

  /** Whose names they are is nobody's business in a log. */
  @Override
  public String toString() {
    return "Source[hidden]";
  }
}
