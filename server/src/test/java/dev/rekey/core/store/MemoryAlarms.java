package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Footing;
import dev.rekey.core.account.Moments;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Alarms in memory. */
final class MemoryAlarms implements Alarms {

  private final Memory memory;

  MemoryAlarms(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Hung> find(TokenDigest digest, Instant now) {
    return memory.alone(() ->
        kept(digest)
            .filter(kept -> !kept.alarm().expired(now))
            .map(kept -> new Hung(kept.alarm(), addresses(kept, now))));
  }

  private Optional<Memory.Kept> kept(TokenDigest digest) {
    return memory.alarms.stream().filter(one -> one.alarm().digest().equals(digest)).findFirst();
  }

  private List<String> addresses(Memory.Kept kept, Instant now) {
    Stream<Memory.Kept> older =
        memory.alarms.subList(0, memory.alarms.indexOf(kept)).stream()
            .filter(one -> isOf(one, kept.alarm().account()) && !one.alarm().expired(now));
    return Stream.concat(Stream.of(kept), older)
        .flatMap(one -> one.before().email().stream())
        .distinct()
        .toList();
  }

  private static boolean isOf(Memory.Kept kept, AccountId account) {
    return kept.alarm().account().equals(account);
  }

  @Override
  public Raising raise(Raise raise) {
    return memory.alone(() ->
        kept(raise.alarm().digest())
            .map(kept -> raise(raise, kept, memory.find(kept.alarm().account()).orElseThrow()))
            .orElseGet(Raising.Gone::new));
  }

  private Raising raise(Raise raise, Memory.Kept kept, Account account) {
    int place = memory.alarms.indexOf(kept);
    List<Memory.Kept> notOlder =
        memory.alarms.stream()
            .filter(one -> isOf(one, account.id()))
            .filter(one ->
                memory.alarms.indexOf(one) >= place
                    || !one.alarm().at().isBefore(kept.alarm().at()))
            .toList();
    memory.alarms.removeAll(notOlder);
    Instant at = Memory.millis(raise.entry().at());
    AddressFate fate = fate(account, kept.before());
    Optional<String> address =
        fate == AddressFate.TAKEN ? account.logins().email() : kept.before().email();
    Account moved =
        address
            .map(email -> Memory.edited(account, AccountEdit.none().withEmail(email), at))
            .orElse(account);
    memory.accounts.put(account.id(), frozen(moved, kept.before(), at));
    memory.devices.remove(account.id());
    boolean reachable = fate != AddressFate.TAKEN;
    memory.finish(account.id(), sequel(raise, reachable));
    boolean password = !kept.before().hash().equals(account.credential().hash());
    long number =
        memory.openCase(account, raise, reachable ? raise.addresses() : List.of(), password, fate);
    return new Raising.Raised(memory.find(account.id()).orElseThrow(), number, reachable);
  }

  private AddressFate fate(Account account, Footing before) {
    if (before.email().equals(account.logins().email())) {
      return AddressFate.KEPT;
    }
    boolean taken =
        before
            .email()
            .map(account.logins()::withEmail)
            .flatMap(logins -> memory.taken(account.realm(), logins, Optional.of(account.id())))
            .isPresent();
    return taken ? AddressFate.TAKEN : AddressFate.RESTORED;
  }

  private static Account frozen(Account account, Footing before, Instant at) {
    Credential old = account.credential();
    Credential restored =
        new Credential(
            before.hash(),
            old.version() + 1,
            old.passwordLogin(),
            before.changedAt().map(Memory::millis),
            old.mustChange().filter(_ -> before.hash().equals(old.hash())));
    Moments moments = account.moments();
    return Memory.with(
        account,
        restored,
        new Moments(
            moments.createdAt(),
            moments.updatedAt(),
            moments.lastSignInAt(),
            moments.sessionsEndedAt(),
            Optional.of(at)));
  }

  private static Sequel sequel(Raise raise, boolean reachable) {
    Sequel ended = Sequel.of(raise.entry()).withEnding(new Ending.All());
    return reachable
        ? raise.opened().map(ended::withOpened).orElse(ended).withLetters(raise.letters())
        : ended;
  }

  @Override
  public List<String> waysBack(AccountId account) {
    return memory.alone(() ->
        memory.cases.reversed().stream()
            .filter(one -> one.one().account().equals(account) && one.waysBack().isPresent())
            .findFirst()
            .flatMap(Memory.CaseRow::waysBack)
            .orElse(List.of()));
  }
}
