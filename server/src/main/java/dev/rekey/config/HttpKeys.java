package dev.rekey.config;

import java.time.Duration;
import java.util.List;

/** The keys of the front door. */
final class HttpKeys {

  private static final int KIB = 1024;

  private static final Key<String> HOST =
      Key.of("http.host", Urls.host(), "127.0.0.1", "The address that the server listens on.");

  private static final Key<Integer> PORT =
      Key.of(
          "http.port",
          Kinds.integer(0, 65_535),
          "8080",
          "The port that the server listens on; 0 takes any free one.");

  private static final Key<String> PUBLIC_URL =
      Key.derived(
          "http.public-url",
          Urls.base(),
          "`http://localhost:<http.port>`",
          "Where people find the server; links in letters begin with it, whatever a request says.");

  private static final Key<Integer> BODY_LIMIT =
      Key.of(
          "http.body-limit",
          Kinds.integer(KIB, 16 * KIB * KIB),
          "65536",
          "The largest body of a request, in bytes.");

  private static final Key<Integer> HEADER_LIMIT =
      Key.of(
          "http.header-limit",
          Kinds.integer(KIB, 256 * KIB),
          "16384",
          "The largest header section of a request, in bytes.");

  private static final Key<Duration> READ_TIMEOUT =
      Key.of(
          "http.read-timeout",
          Times.between("100ms", "10m"),
          "30s",
          "How long a client may take to send the head of a request, and as long again the body.");

  private static final Key<List<String>> TRUSTED_PROXIES =
      Key.of(
          "http.trusted-proxies",
          Urls.network().list(),
          "",
          "The reverse proxies whose word on a client's address is taken.");

  private static final Key<Integer> MAX_CONNECTIONS =
      Key.of(
          "http.max-connections",
          Kinds.integer(1, 1_000_000),
          "10000",
          "How many connections may be open; more wait to be accepted.");

  private static final Key<Duration> DRAIN_TIMEOUT =
      Key.of(
          "http.drain-timeout",
          Times.between("0s", "9s"),
          "8s",
          "How long requests under way may take to finish when the server is stopped.");

  static final Section SECTION =
      Section.of(
          "The front door",
          "TLS is the reverse proxy's work.",
          HOST,
          PORT,
          PUBLIC_URL,
          BODY_LIMIT,
          HEADER_LIMIT,
          READ_TIMEOUT,
          TRUSTED_PROXIES,
          MAX_CONNECTIONS,
          DRAIN_TIMEOUT);

  private HttpKeys() {}

  static Configuration.Http read(Answers answers) {
    Configuration.Http http =
        new Configuration.Http(
            answers.of(HOST),
            answers.of(PORT),
            answers.find(PUBLIC_URL),
            answers.of(BODY_LIMIT),
            answers.of(HEADER_LIMIT),
            answers.of(READ_TIMEOUT),
            answers.of(TRUSTED_PROXIES),
            answers.of(MAX_CONNECTIONS),
            answers.of(DRAIN_TIMEOUT));
    answers.of(PUBLIC_URL, http.publicUrl(http.port()));
    return http;
  }
}
