package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.Occupied.Holder;
import dev.rekey.core.arrival.Reception;
import dev.rekey.core.arrival.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works through one batch of arrivals, each as those before it left the realm. */
final class Turn {

  private final Occupancy occupancy;
  private final Scribe scribe;
  private final Reception reception;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<Long> unwritten = new HashSet<>();
  private long nextNumber;

  Turn(Occupancy occupancy, Scribe scribe, Reception reception, long nextNumber) {
    this.occupancy = occupancy;
    this.scribe = scribe;
    this.reception = reception;
    this.nextNumber = nextNumber;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** The number of the next account. */
  long nextNumber() {
    return nextNumber;
  }

  /**
   * @param id of the account that it may become
   */
  void receive(Arrival arrival, long id) {
    Verdict verdict = reception.judge(arrival, occupancy);
    switch (verdict) {
      case Verdict.Taken(Arrival taken) -> settle(taken, id);
      case Verdict.Renamed(Arrival renamed, String _) -> settle(renamed, id);
      case Verdict.Merged merged -> merge(merged);
      case Verdict.Refused _ -> {}
    }
    verdicts.add(verdict);
  }

  void end() {
    scribe.write();
  }

  private void settle(Arrival arrival, long id) {
    skipTakenNumbers(arrival);
    long number = scribe.add(new AccountId(id), arrival, nextNumber);
    nextNumber = Math.max(nextNumber, number + 1);
    unwritten.add(id);
    occupancy.settle(
        new Holder(id, true),
        arrival.logins(),
        new Arrival.Ids(Optional.of(number), arrival.ids().hex24(), arrival.ids().hex32()));
  }

  /** The next number is above all that are committed, but perhaps not above those of this turn. */
  private void skipTakenNumbers(Arrival arrival) {
    while (arrival.ids().number().isEmpty() && occupancy.number(nextNumber).isPresent()) {
      nextNumber++;
    }
  }

  private void merge(Verdict.Merged merged) {
    if (unwritten.contains(merged.holder().key())) {
      scribe.write();
      unwritten.clear();
    }
    AccountId account = new AccountId(merged.holder().key());
    scribe.merge(account, merged.arrival(), merged.names(), merged.ids());
    merged.ids().number().ifPresent(number -> nextNumber = Math.max(nextNumber, number + 1));
    occupancy.settle(merged.holder(), merged.names(), merged.ids());
  }
}
