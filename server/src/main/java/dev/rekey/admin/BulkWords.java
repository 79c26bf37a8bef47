package dev.rekey.admin;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.BulkDeed.State;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Mandate;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.password.HashCost;
import dev.rekey.page.Frame;
import dev.rekey.page.When;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How bulk acts are told, in the reader's language. */
final class BulkWords {

  private final Frame frame;
  private final Map<AccountId, String> names;

  /**
   * @param names of those who had a hand in it; who is not among them is gone
   */
  BulkWords(Frame frame, Map<AccountId, String> names) {
    this.frame = frame;
    this.names = names;
  }

  static String deed(Frame frame, Deed deed) {
    return frame.say("bulk.deed." + deed.text());
  }

  static String target(Frame frame, Target target) {
    return switch (target) {
      case Target.Everybody() -> frame.say("bulk.target.everybody");
      case Target.OfRealm(Realm realm) -> frame.say("bulk.target.realm", realm.name());
      case Target.OfRole(Role role) -> frame.say("bulk.target.role", role.name());
      case Target.WeakHashes(HashCost least) -> frame.say("bulk.target.weak-hashes", cost(least));
      case Target.OtherSchemes() -> frame.say("bulk.target.other-schemes");
    };
  }

  static String cost(HashCost cost) {
    return "m=%d, t=%d, p=%d".formatted(cost.memoryKiB(), cost.passes(), cost.lanes());
  }

  String state(State state) {
    return frame.say("bulk.state." + state.name().toLowerCase(Locale.ROOT));
  }

  /** How the state's tag looks. */
  static String manner(State state) {
    return switch (state) {
      case PROPOSED, STOPPED -> "warn";
      case RUNNING, UNDOING, DONE -> "";
      case UNDONE, REFUSED, WITHDRAWN, EXPIRED -> "plain";
    };
  }

  String name(Mandate mandate) {
    return mandate
        .by()
        .map(id -> names.getOrDefault(id, frame.say("bulk.gone")))
        .orElseGet(() -> frame.say("bulk.operator"));
  }

  String mandate(Mandate mandate) {
    return frame.say("bulk.by", name(mandate), When.minute(frame, mandate.at()));
  }

  String left(Duration left) {
    long seconds = left.toSeconds();
    if (seconds < 60) {
      return frame.say("bulk.left.moment");
    }
    return seconds < 3_600
        ? frame.say("bulk.left.minutes", Math.ceilDiv(seconds, 60))
        : frame.say("bulk.left.hours", Math.ceilDiv(seconds, 3_600));
  }

  static long worked(BulkDeed deed) {
    return isTurnedBack(deed) ? deed.progress().undone() : deed.progress().done();
  }

  /** Taken back is what was done, at most. */
  static long planned(BulkDeed deed) {
    return isTurnedBack(deed) ? deed.progress().done() : deed.progress().all();
  }

  private static boolean isTurnedBack(BulkDeed deed) {
    return deed.state() == State.UNDOING || deed.state() == State.UNDONE;
  }
}
