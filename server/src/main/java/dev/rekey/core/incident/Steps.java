package dev.rekey.core.incident;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.BulkDeed;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Selection;
import dev.rekey.core.store.BulkDeeds;
import java.util.ArrayList;
import java.util.List;

/** Finds the next accounts to which a deed is to be done, or for which it is to be taken back. */
final class Steps {

  /** So many are looked at before a commit says how far one is, whether any of them fits or not. */
  static final int STRIDE = 2_000;

  private static final int FEWEST_ASKED = 100;

  private final BulkDeeds deeds;
  private final Roles roles;

  Steps(BulkDeeds deeds, Roles roles) {
    this.deeds = deeds;
    this.roles = roles;
  }

  /**
   * The next accounts.
   *
   * @param place behind which account it goes on afterwards
   * @param isLast whether there are no more
   */
  record Step(List<AccountId> chosen, AccountId place, boolean isLast) {}

  Step forth(BulkDeed deed, int most) {
    Walk walk = new Walk(deed, most);
    boolean more = true;
    while (more && walk.mayGoOn()) {
      more = walk.goOn();
    }
    return new Step(walk.chosen, walk.place, !more);
  }

  /** A walk from where the work has come to. */
  private final class Walk {

    private final BulkDeed deed;
    private final Selection selection;
    private final int most;
    private final int asked;
    private final List<AccountId> chosen = new ArrayList<>();
    private AccountId place;
    private int passed;

    Walk(BulkDeed deed, int most) {
      this.deed = deed;
      this.selection = Selection.of(deed, roles);
      this.most = most;
      this.asked = Math.max(most, FEWEST_ASKED);
      this.place = deed.progress().place();
    }

    boolean mayGoOn() {
      return chosen.size() < most && passed < STRIDE;
    }

    /** Whether there may be more behind. */
    boolean goOn() {
      List<Candidate> seen = deeds.candidates(deed.target(), place, deed.progress().last(), asked);
      for (Candidate one : seen) {
        if (chosen.size() == most) {
          return true;
        }
        pass(one);
      }
      return seen.size() == asked;
    }

    private void pass(Candidate one) {
      if (selection.takes(one)) {
        chosen.add(one.id());
      }
      place = one.id();
      passed++;
    }
  }

  Step back(BulkDeed deed, int most) {
    AccountId place = deed.progress().place();
    List<AccountId> chosen = deeds.waitingFor(deed.id(), place, most);
    return new Step(chosen, chosen.isEmpty() ? place : chosen.getLast(), chosen.size() < most);
  }
}
