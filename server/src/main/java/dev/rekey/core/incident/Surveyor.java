package dev.rekey.core.incident;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.Candidate;
import dev.rekey.core.bulk.Selection;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.BulkDeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks along all accounts and counts those to whom a deed would be done. */
final class Surveyor {

  private static final int STEP = 5_000;
  private static final int SAMPLE = 10;

  private final BulkDeeds deeds;
  private final Accounts accounts;
  private final Roles roles;

  Surveyor(BulkDeeds deeds, Accounts accounts, Roles roles) {
    this.deeds = deeds;
    this.accounts = accounts;
    this.roles = roles;
  }

  Survey survey(Selection selection) {
    AccountId youngest = deeds.youngest();
    Count count = new Count();
    AccountId place = new AccountId(0);
    boolean more = true;
    while (more) {
      List<Candidate> step = deeds.candidates(selection.target(), place, youngest, STEP);
      step.forEach(one -> count.pass(one, selection));
      more = step.size() == STEP;
      place = more ? step.getLast().id() : place;
    }
    return new Survey(count.taken, count.greater, count.helpless, sample(count.first), youngest);
  }

  private List<Account> sample(List<AccountId> ids) {
    return ids.stream().map(accounts::find).flatMap(Optional::stream).toList();
  }

  private boolean isHelpless(Candidate one) {
    return !roles.may(one.role(), Capability.CHANGE_OWN_PASSWORD)
        && !roles.may(one.role(), Capability.RESET_OWN_PASSWORD);
  }

  /** What was seen by the way. */
  private final class Count {

    private long taken;
    private long greater;
    private long helpless;
    private final List<AccountId> first = new ArrayList<>();

    void pass(Candidate one, Selection selection) {
      if (selection.takes(one)) {
        take(one);
      } else if (selection.isMeant(one) && !selection.reaches(one)) {
        greater++;
      }
    }

    private void take(Candidate one) {
      taken++;
      helpless += isHelpless(one) ? 1 : 0;
      if (first.size() < SAMPLE) {
        first.add(one.id());
      }
    }
  }
}
