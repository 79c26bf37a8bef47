package dev.rekey.migrate.shadow;

import dev.rekey.migrate.relay.Head;
import dev.rekey.migrate.relay.Passed;
import dev.rekey.transcript.Site;
import dev.rekey.transcript.Wire;
import dev.rekey.transcript.Wire.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks Rekey what the old system was asked, in Rekey's own words for tokens and ids. */
final class Understudy {

  /** What is between two hops, or is made anew. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "content-length",
          "accept-encoding",
          "x-forwarded-for");

  private final Site site;
  private final Substitutions substitutions;

  Understudy(Site site, Substitutions substitutions) {
    this.site = site;
    this.substitutions = substitutions;
  }

  Said ask(Request request) throws IOException {
    Passed passed = request.passed();
    Head head = passed.request();
    List<String> headers = new ArrayList<>();
    for (Header header : head.headers()) {
      if (!LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT))) {
        headers.add(header.name() + ": " + Latin.unicode(substitutions.header(header.value())));
      }
    }
    headers.add("X-Forwarded-For: " + forwarded(head, passed.client()));
    boolean json = request.body() instanceof Body.Json;
    byte[] body = Latin.bytes(substitutions.body(Latin.text(passed.asked().bytes()), json));
    String line = head.method() + ' ' + substitutions.target(head.target()) + " HTTP/1.1";
    return said(Wire.send(site, line, headers, body));
  }

  /** The client as the proxies before this one named it, and else as it was seen. */
  private static String forwarded(Head head, String client) {
    List<String> named = head.every("x-forwarded-for");
    return named.isEmpty() ? client : String.join(", ", named) + ", " + client;
  }

  private static Said said(Wire.Answer answer) {
    List<Header> headers =
        answer.headers().stream()
            .map(header ->
                new Header(
                    header.name(), Latin.text(header.value().getBytes(StandardCharsets.UTF_8))))
            .toList();
    return new Said(answer.status(), headers, Body.of(headers, answer.body(), true));
  }
}
