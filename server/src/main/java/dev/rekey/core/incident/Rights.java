package dev.rekey.core.incident;

import dev.rekey.core.account.Capability;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what to many accounts. */
final class Rights {

  private Rights() {}

  /** Whoever may do it to one account each, and may act in bulk. */
  static boolean may(Steward by, Deed deed) {
    return deed.needs().stream().allMatch(by::may);
  }

  static boolean mayLook(Steward by) {
    return by.may(Capability.ACT_IN_BULK);
  }

  /** All that somebody may: who may more is out of reach. */
  static Set<Capability> reachOf(Steward by) {
    return Stream.of(Capability.values()).filter(by::may).collect(Collectors.toUnmodifiableSet());
  }

  static Mandate mandate(Steward by, Visit visit, Instant now) {
    return new Mandate(by.account(), now, visit.why().orElse(""), visit.origin());
  }
}
