package dev.rekey.core.steward;

import dev.rekey.core.account.Capability;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.store.Cases;
import dev.rekey.core.visit.Visit;
import java.util.List;
import java.util.Optional;

/** A steward sees what owners said was not them: all cases, a page at a time, or one. */
public final class ListCases {

  private final Cases cases;

  public ListCases(Cases cases) {
    this.cases = cases;
  }

  /** Who wants to see which. */
  public record Command(Steward by, Which which, Visit visit) {}

  /** Some of the cases. */
  public sealed interface Which {

    /**
     * A page of them, newest first.
     *
     * @param before the page before ended there
     */
    record Page(boolean openAlone, Optional<Long> before, int limit) implements Which {}

    record One(long number) implements Which {}
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(List<Case> cases) implements Outcome {}

    record NotAllowed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!command.by().may(Capability.UPDATE_ACCOUNTS)) {
      return new Outcome.NotAllowed();
    }
    return new Outcome.Listed(
        switch (command.which()) {
          case Which.Page(boolean openAlone, Optional<Long> before, int limit) ->
              cases.list(command.visit().realm(), openAlone, before, limit);
          case Which.One(long number) ->
              cases.find(command.visit().realm(), number).stream().toList();
        });
  }
}
