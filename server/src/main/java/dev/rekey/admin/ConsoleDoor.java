package dev.rekey.admin;

import dev.rekey.core.proof.Caller;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.page.Doorway;
import dev.rekey.page.Message;
import dev.rekey.page.Paths;
import dev.rekey.page.Sheet;
import dev.rekey.page.Visitor;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Through which every page of the console is opened, by those who may. */
final class ConsoleDoor {

  private final Doorway doorway;

  ConsoleDoor(Doorway doorway) {
    this.doorway = doorway;
  }

  /** A page for those to whom the room opens. */
  Response open(Request request, ConsoleRoom room, Function<Desk, Response> page) {
    return doorway.openToOwner(
        request,
        (visitor, caller) ->
            room.opensTo(caller) ? page.apply(desk(visitor, caller, room)) : notFor(visitor));
  }

  /** A form of theirs. */
  Response take(Request request, ConsoleRoom room, BiFunction<Desk, Fields, Response> act) {
    return doorway.takeFromOwner(
        request,
        (visitor, caller, form) ->
            room.opensTo(caller) ? act.apply(desk(visitor, caller, room), form) : notFor(visitor));
  }

  /** The first room that opens to whoever comes. */
  Response lead(Request request) {
    return doorway.openToOwner(
        request,
        (visitor, caller) ->
            ConsoleRoom.openTo(caller).stream()
                .findFirst()
                .map(room -> Sheet.seeOther(room.path()))
                .orElseGet(() -> notFor(visitor)));
  }

  private static Desk desk(Visitor visitor, Caller caller, ConsoleRoom room) {
    return new Desk(visitor.in(room.key()), caller, room);
  }

  /** What those are told to whom a room, or something in it, does not open. */
  static Response notFor(Visitor visitor) {
    return Message.of(visitor.frame(), "console.closed").to(Paths.ACCOUNT).answer(403);
  }
}
