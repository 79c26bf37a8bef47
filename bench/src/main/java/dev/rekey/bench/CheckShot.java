package dev.rekey.bench;

import dev.rekey.bench.load.Shot;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.Session;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One connection's token checks in an open loop. */
final class CheckShot implements Shot {

  private final Wire wire;
  private final HttpLine line;
  private final Person person;
  private Session session;

  private CheckShot(Wire wire, HttpLine line, Person person, Session session) {
    this.wire = wire;
    this.line = line;
    this.person = person;
    this.session = session;
  }

  /** Signs in first. */
  static CheckShot of(Wire wire, int port, Person person) {
    HttpLine line = new HttpLine(port);
    line.comeFrom(person.address());
    try {
      return new CheckShot(wire, line, person, wire.settle(line, person));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Verdict fire(long number) throws IOException {
    session = wire.check(line, person, session);
    return Verdict.DONE;
  }
}
