package dev.rekey.page;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.visit.Visit;
import dev.rekey.http.Request;
import java.util.Optional;

/**
 * Whoever opens a page, and what the page needs to know of them.
 *
 * @param frame of the page, in their language
 * @param caller who it is, if somebody is signed in
 */
public record Visitor(Request request, Visit visit, Frame frame, Optional<Caller> caller) {

  /** The words for refusals, in their language. */
  public Sentences sentences() {
    return new Sentences(frame);
  }

  /** The same in a room of the house. */
  public Visitor in(String room) {
    return new Visitor(request, visit, frame.in(room), caller);
  }
}
