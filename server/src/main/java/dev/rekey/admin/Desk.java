package dev.rekey.admin;

import dev.rekey.core.account.Capability;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Fields;
import dev.rekey.page.Frame;
import dev.rekey.page.Paths;
import dev.rekey.page.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Somebody at the console, in one of its rooms.
 *
 * @param caller who it is
 * @param here the room
 */
public record Desk(Visitor visitor, Caller caller, ConsoleRoom here) {

  private static final Predicate<String> REASON =
      Pattern.compile("[^\\p{Cc}]{1,300}").asMatchPredicate();

  public Frame frame() {
    return visitor.frame();
  }

  /** A phrase in the reader's language. */
  public String say(String key, Object... places) {
    return frame().say(key, places);
  }

  /** The rooms of the menu. */
  public List<ConsoleRoom> rooms() {
    return ConsoleRoom.openTo(caller);
  }

  /** Whether the page may offer what needs the capability; the core judges again. */
  public boolean may(Capability capability) {
    return caller.may(capability);
  }

  /** Where somebody is led who finds nothing here. */
  String home() {
    return Paths.CONSOLE;
  }

  Steward by() {
    return new Steward.Administrator(caller);
  }

  Visit visit() {
    return visitor.visit();
  }

  /** The visit with the reason that the form gives; nothing where it gives none. */
  Optional<Visit> because(Fields form) {
    return form.first("why").map(String::strip).filter(REASON).map(visit()::because);
  }
}
