package dev.rekey.http;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives every request its id: the caller's own, cleaned, or a fresh one; the rule of a Rails
 * application's {@code X-Request-Id}.
 */
public final class Ids {

  private static final String HEADER = "x-request-id";
  private static final int LONGEST = 255;

  private final Supplier<UUID> random;

  public Ids(Supplier<UUID> random) {
    this.random = random;
  }

  /** The id of a request with these header fields. */
  public String of(Fields headers) {
    String own = headers.first(HEADER).map(Ids::cleaned).orElse("");
    return own.isEmpty() ? random.get().toString() : own;
  }

  private static String cleaned(String asked) {
    StringBuilder clean = new StringBuilder();
    asked.chars().filter(Ids::mayStay).limit(LONGEST).forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  private static boolean mayStay(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '@';
  }
}
