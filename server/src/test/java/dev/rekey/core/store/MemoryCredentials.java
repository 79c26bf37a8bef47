package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.MustChange;
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
      if (!memory.enabledAt(swap.account(), swap.expectedVersion()) || !mayBeSpent(swap)) {
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
      memory.finish(old.id(), sequel(swap));
      swap.issued().ifPresent(memory::put);
      return Commit.DONE;
    });
  }

  private boolean mayBeSpent(Swap swap) {
    return swap.spent().map(ticket -> memory.holds(swap.account(), ticket)).orElse(true);
  }

  private static Sequel sequel(Swap swap) {
    return new Sequel(
        swap.entry(),
        swap.letters(),
        swap.ending(),
        true,
        swap.opened(),
        swap.spent(),
        swap.forgiven(),
        Optional.empty());
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
