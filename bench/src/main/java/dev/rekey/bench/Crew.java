package dev.rekey.bench;

import dev.rekey.bench.load.ClosedLoop;
import dev.rekey.bench.load.Measured;
import dev.rekey.bench.load.Turn;
import dev.rekey.bench.load.Usage;
import dev.rekey.bench.stage.House;
import dev.rekey.bench.stage.Letterbox;
import dev.rekey.bench.wire.Desk;
import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Session;
import dev.rekey.bench.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** As many connections as there are, all at one kind of work. */
final class Crew {

  /** Few, so that those who need a session have signed in soon. */
  private static final int SESSIONS = 4;

  private Crew() {}

  /** Does it for as long as the spell says. */
  static Measured at(Work work, Wire wire, House house, Spell spell) {
    try (Letterbox letters = Letterbox.of(house.server())) {
      Desk desk = new Desk(steward(wire, house, work), letters);
      List<Turn> turns =
          IntStream.range(0, spell.connections())
              .<Turn>mapToObj(hand -> turn(work, wire, house, spell.connections(), hand, desk))
              .toList();
      return ClosedLoop.run(turns, watched(house), spell.warmUp(), spell.time());
    }
  }

  /** Whose processor time is counted. */
  static Usage.Watched watched(House house) {
    return new Usage.Watched(
        house.server().pid(), house.databasePid(), Optional.of(house.server().port()));
  }

  private static Turn turn(Work work, Wire wire, House house, int hands, int hand, Desk desk) {
    var mine = House.everyOther(house.people(), hand, hands);
    var few = work.needsSession(wire) ? mine.subList(0, Math.min(SESSIONS, mine.size())) : mine;
    return new WorkTurn(work, wire, house.server().port(), few, desk);
  }

  private static Optional<Session> steward(Wire wire, House house, Work work) {
    if (work != Work.RESET || !wire.resetNeedsSteward()) {
      return Optional.empty();
    }
    try (HttpLine line = new HttpLine(house.server().port())) {
      return Optional.of(wire.settle(line, House.STEWARD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
