package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Footing;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/** Credentials in memory. */
final class MemoryCredentials implements Credentials {

  private final Memory memory;

  MemoryCredentials(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Commit swap(Swap swap) {
    return memory.alone(() -> {
      if (!mayChange(swap) || !mayBeSpent(swap)) {
        return Commit.OVERTAKEN;
      }
      Instant at = Memory.millis(swap.entry().at());
      Account old = memory.find(swap.account()).orElseThrow();
      Account edited = swap.edit().isNothing() ? old : Memory.edited(old, swap.edit(), at);
      Optional<String> taken = memory.taken(old.realm(), edited.logins(), Optional.of(old.id()));
      if (taken.isPresent()) {
        return taken.get().equals("email") ? Commit.EMAIL_TAKEN : Commit.USERNAME_TAKEN;
      }
      memory.accounts.put(old.id(), changed(edited, swap, at));
      settle(old, swap);
      memory.hang(swap.alarms(), old);
      memory.finish(old.id(), swap.sequel());
      swap.issued().ifPresent(memory::put);
      return Commit.DONE;
    });
  }

  private boolean mayBeSpent(Swap swap) {
    return swap.spent().map(ticket -> memory.holds(swap.account(), ticket)).orElse(true);
  }

  /** What is frozen is changed with a ticket alone. */
  private boolean mayChange(Swap swap) {
    return memory
        .find(swap.account())
        .filter(account -> !account.disabled() && (!account.frozen() || swap.spent().isPresent()))
        .filter(account -> account.credential().version() == swap.expectedVersion())
        .isPresent();
  }

  private void settle(Account old, Swap swap) {
    Footing last = Footing.of(old.withPassword(swap.hash(), swap.entry().at()));
    Event event = swap.entry().event();
    if (event instanceof Event.PasswordSetBySteward
        || event instanceof Event.TemporaryPasswordGiven) {
      memory.settle(old.id(), _ -> true, before -> last.withEmail(before.email()));
    } else if (swap.spent().isPresent()) {
      memory.settle(
          old.id(),
          before -> before.email().equals(last.email()),
          before -> last.withEmail(before.email()));
      memory.forgetWaysBack(old.id());
    }
  }

  private static Account changed(Account account, Swap swap, Instant at) {
    Credential old = account.credential();
    Credential fresh =
        new Credential(
            Optional.of(swap.hash()),
            old.version() + 1,
            old.passwordLogin(),
            Optional.of(at),
            swap.edit().mustChange().flatMap(why -> why).map(MustChange::inMillis));
    Moments moments = account.moments();
    return Memory.with(
        account,
        fresh,
        new Moments(moments.createdAt(), at, moments.lastSignInAt(), moments.sessionsEndedAt()));
  }

  @Override
  public void remake(AccountId id, PasswordHash old, PasswordHash fresh) {
    memory.alone(() ->
        memory.accounts.computeIfPresent(
            id,
            (_, account) ->
                account.credential().hash().filter(old::equals).isPresent()
                    ? remade(account, fresh)
                    : account));
  }

  /** The same password hashed anew: no new version, no time. */
  private static Account remade(Account account, PasswordHash fresh) {
    Credential old = account.credential();
    Credential remade =
        new Credential(
            Optional.of(fresh),
            old.version(),
            old.passwordLogin(),
            old.changedAt(),
            old.mustChange());
    return Memory.with(account, remade, account.moments());
  }
}
