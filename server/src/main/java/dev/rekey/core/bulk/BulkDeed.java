package dev.rekey.core.bulk;

import dev.rekey.core.account.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is done to many accounts, a handful at a time.
 *
 * @param ownToo whether the account of whoever proposed it is meant as well
 * @param reach what whoever proposed it may; an account that may more is spared
 * @param decision who approved or refused it, where a second one had to
 * @param undo who wanted it taken back
 */
public record BulkDeed(
    long id,
    Deed deed,
    Target target,
    boolean ownToo,
    Set<Capability> reach,
    Mandate proposal,
    Optional<Mandate> decision,
    Optional<Mandate> undo,
    State state,
    Progress progress) {

  /** For how long a proposal waits for somebody who approves it. */
  public static final Duration PATIENCE = Duration.ofDays(1);

  public BulkDeed {
    reach = Set.copyOf(reach);
  }

  /** How it stands with a deed. */
  public enum State {
    /** It waits for a second administrator. */
    PROPOSED,
    RUNNING,
    STOPPED,
    DONE,
    /** It is being taken back. */
    UNDOING,
    UNDONE,
    REFUSED,
    WITHDRAWN,
    /** Nobody approved it in time. */
    EXPIRED
  }

  /** How it stands at that moment: a proposal does not wait for ever. */
  public State stateAt(Instant now) {
    return state == State.PROPOSED && !now.isBefore(proposal.at().plus(PATIENCE))
        ? State.EXPIRED
        : state;
  }

  /** Whether somebody is at work on it. */
  public boolean isUnderWay() {
    return state == State.RUNNING || state == State.UNDOING;
  }

  public BulkDeed with(State next) {
    return with(next, progress);
  }

  public BulkDeed with(State next, Progress further) {
    return new BulkDeed(id, deed, target, ownToo, reach, proposal, decision, undo, next, further);
  }

  public BulkDeed decided(Mandate by, State next, Progress further) {
    return new BulkDeed(
        id, deed, target, ownToo, reach, proposal, Optional.of(by), undo, next, further);
  }

  public BulkDeed turnedBack(Mandate by) {
    return new BulkDeed(
        id,
        deed,
        target,
        ownToo,
        reach,
        proposal,
        decision,
        Optional.of(by),
        State.UNDOING,
        progress.turnedBack(by.at()));
  }
}
