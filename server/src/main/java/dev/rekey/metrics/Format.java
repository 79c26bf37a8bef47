package dev.rekey.metrics;

import dev.rekey.http.Request;
import java.util.regex.Pattern;

/** How a page of metrics is written. */
enum Format {
  /** What every reader of Prometheus' numbers understands. */
  PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),

  /** Its successor, for those who ask for it. */
  OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

  private static final Pattern OPEN =
      Pattern.compile("(?i)[ \\t]*application/openmetrics-text[ \\t]*(;.*)?");
  private static final Pattern NO_WEIGHT = Pattern.compile("(?i).*;[ \\t]*q=0(\\.0*)?[ \\t]*");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** What the caller asks for (RFC 9110 section 12.5.1); plain text where that is left open. */
  static Format of(Request request) {
    return request.headers().every("accept").stream()
            .flatMap(Pattern.compile(",")::splitAsStream)
            .anyMatch(Format::asksForOpenMetrics)
        ? OPEN_METRICS
        : PROMETHEUS;
  }

  private static boolean asksForOpenMetrics(String range) {
    return OPEN.matcher(range).matches() && !NO_WEIGHT.matcher(range).matches();
  }
}
