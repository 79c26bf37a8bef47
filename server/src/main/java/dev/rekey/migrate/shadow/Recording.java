package dev.rekey.migrate.shadow;

import dev.rekey.migrate.relay.Passed;
import dev.rekey.transcript.Wire.Header;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file of a comparison run: a line of JSON for each exchange, and no secret in any. */
final class Recording implements AutoCloseable {

  static final String FORMAT = "rekey-shadow-1";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Veil veil;
  private final Set<String> compared;
  private final BufferedWriter out;
  private long written;

  private Recording(Path file, Veil veil, Set<String> compared, BufferedWriter out) {
    this.file = file;
    this.veil = veil;
    this.compared = compared;
    this.out = out;
  }

  /**
   * Begins a new file that its owner alone may read.
   *
   * @throws UncheckedIOException if there is one already, or none can be made
   */
  static Recording begin(Path file, Veil veil, Set<String> compared, Instant now) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly());
      BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
      Recording recording = new Recording(file, veil, compared, out);
      recording.write(JSON.createObjectNode().put("recording", FORMAT).put("at", now.toString()));
      return recording;
    } catch (IOException e) {
      throw new UncheckedIOException("a new recording cannot be written to " + file, e);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Writes an exchange.
   *
   * @param missed how many before it could not be looked at
   */
  void add(Request request, Said old, Optional<Said> own, Verdict verdict, long missed) {
    Passed passed = request.passed();
    String method = passed.request().method();
    Wording wording = Wording.besides(request.values());
    ObjectNode line = JSON.createObjectNode();
    line.put("at", passed.at().toString());
    line.put("route", Veil.route(method, passed.request().target()));
    line.put("verdict", verdict.word());
    if (missed > 0) {
      line.put("missed", missed);
    }
    ObjectNode asked = line.putObject("request");
    asked.put(
        "line", veil.method(method) + ' ' + veil.target(passed.request().target()) + " HTTP/1.1");
    putAll(asked.putArray("headers"), veil.headers(relevant(passed.request().headers())));
    asked.put("body", veil.asked(request.body()));
    put(line.putObject("upstream"), old, wording);
    own.ifPresent(said -> put(line.putObject("rekey"), said, wording));
    explain(line, verdict, wording);
    write(line);
  }

  private void explain(ObjectNode line, Verdict verdict, Wording wording) {
    switch (verdict) {
      case Verdict.Equal() -> {}
      case Verdict.Unfollowed(String why) -> line.put("why", why);
      case Verdict.Unasked(String why) -> line.put("why", why);
      case Verdict.Different(List<Difference> differences) -> {
        ArrayNode all = line.putArray("differences");
        for (Difference difference : differences) {
          all.addObject()
              .put("place", veil.where(difference.place()))
              .put("upstream", veil.shown(difference.place(), difference.old(), wording))
              .put("rekey", veil.shown(difference.place(), difference.own(), wording));
        }
      }
    }
  }

  private void put(ObjectNode node, Said said, Wording wording) {
    node.put("status", said.status());
    putAll(node.putArray("headers"), veil.headers(relevant(said.headers())));
    node.put("body", veil.answered(said.body(), wording));
  }

  private static void putAll(ArrayNode array, List<String> lines) {
    lines.forEach(array::add);
  }

  private List<Header> relevant(List<Header> headers) {
    return headers.stream()
        .filter(header -> {
          String name = header.name().toLowerCase(Locale.ROOT);
          return compared.contains(name)
              || Credentials.NAMES.contains(name)
              || Set.of("uid", "cookie", "set-cookie", "accept", "token-type").contains(name);
        })
        .toList();
  }

  private void write(ObjectNode line) {
    try {
      out.write(JSON.writeValueAsString(line));
      out.newLine();
      out.flush();
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be written to " + file, e);
    }
  }

  /** How many lines there are. */
  long written() {
    return written;
  }

  void end(Instant now, Substitutions substitutions, long missed) {
    write(
        JSON.createObjectNode()
            .put("ended", now.toString())
            .put("tokens", substitutions.tokens())
            .put("otherIds", substitutions.otherIds())
            .put("missed", missed));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be written to " + file, e);
    }
  }
}
