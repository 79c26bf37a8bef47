package dev.rekey.bench;

import dev.rekey.bench.load.Turn;
import dev.rekey.bench.wire.Desk;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.Session;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection that does one kind of work for a few people in turn. It names each one's address,
 * as a proxy would; the server minds that only where it is told to trust this machine.
 */
final class WorkTurn implements Turn {

  private static final Session NOBODY = new Session("", "");

  private final Work work;
  private final Wire wire;
  private final HttpLine line;
  private final List<Person> people;
  private final List<Session> sessions = new ArrayList<>();
  private final Desk desk;
  private int next;

  /**
   * @param people who belong to this connection alone
   */
  WorkTurn(Work work, Wire wire, int port, List<Person> people, Desk desk) {
    this.work = work;
    this.wire = wire;
    this.line = new HttpLine(port);
    this.people = people;
    this.desk = desk;
  }

  @Override
  public void prepare() throws IOException {
    for (Person person : people) {
      sessions.add(work.needsSession(wire) ? wire.settle(line, person) : NOBODY);
    }
  }

  @Override
  public long take() throws IOException {
    int whose = next++ % people.size();
    Person person = people.get(whose);
    line.comeFrom(person.address());
    long before = line.busyNanos();
    sessions.set(whose, work.once(wire, line, person, sessions.get(whose), desk));
    return line.busyNanos() - before;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
