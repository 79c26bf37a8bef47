package dev.rekey.metrics;

import dev.rekey.core.token.TokenDigest;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may read the metrics. */
public sealed interface Readers {

  /** Whoever comes from this very machine, and not through a proxy. */
  record Local() implements Readers {

    /** What proxies write; a value does not matter, for anybody may have written it. */
    private static final List<String> SIGNS =
        List.of(
            "forwarded",
            "via",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-real-ip");

    @Override
    public boolean include(Request request) {
      return isLoopback(request.origin().address())
          && SIGNS.stream().noneMatch(request.headers()::has);
    }

    private static boolean isLoopback(String canonical) {
      return canonical.equals("::1") || canonical.startsWith("127.");
    }
  }

  /** Whoever bears the token of which this is the digest. */
  record Bearers(TokenDigest digest) implements Readers {

    private static final String SCHEME = "bearer ";

    @Override
    public boolean include(Request request) {
      return bearer(request).filter(digest::matches).isPresent();
    }

    private static Optional<String> bearer(Request request) {
      return request
          .header("authorization")
          .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
          .map(value -> value.substring(SCHEME.length()).strip());
    }
  }

  /** Whoever asks. */
  record Anybody() implements Readers {

    @Override
    public boolean include(Request request) {
      return true;
    }
  }

  boolean include(Request request);
}
