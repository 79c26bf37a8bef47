package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.adoption.Figures;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.Occupied;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Reception;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Adoptions in memory. */
final class MemoryAdoptions implements Adoptions {

  private final Memory memory;
  private final MemoryGrants grants;
  private final List<Kept> kept = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  MemoryAdoptions(Memory memory) {
    this.memory = memory;
    this.grants = new MemoryGrants(memory);
  }

  private record Kept(Realm realm, String mount, TokenDigest subject, Instant at) {}

  @Override
  public boolean knows(Realm realm, String mount, TokenDigest name) {
    return memory.alone(() -> names.contains(key(realm, mount, name)));
  }

  private static String key(Realm realm, String mount, TokenDigest name) {
    return realm.name() + ' ' + mount + ' ' + name.hex();
  }

  @Override
  public void keepFree(Realm realm, long highest) {
    memory.alone(() -> memory.nextNumbers.merge(realm, highest + 1, Math::max));
  }

  @Override
  public Result adopt(Wanted wanted, Function<Account, Beginning> beginning) {
    return memory.alone(
        () -> isRemembered(wanted) ? new Result.Before() : judge(wanted, beginning));
  }

  private boolean isRemembered(Wanted wanted) {
    return kept.stream()
        .anyMatch(one ->
            one.realm().equals(wanted.visit().realm())
                && one.mount().equals(wanted.visit().wire())
                && one.subject().equals(wanted.subject()));
  }

  private Result judge(Wanted wanted, Function<Account, Beginning> beginning) {
    Realm realm = wanted.visit().realm();
    Arrival arrival = wanted.newcomer().arrival(wanted.hash(), Memory.millis(wanted.at()));
    return switch (new Reception(OnConflict.MERGE).judgeByNames(arrival, new Taken(realm))) {
      case Verdict.Taken _ when wanted.known().isPresent() -> new Result.Occupied();
      case Verdict.Taken(Arrival taken) ->
          begin(make(realm, taken), what("new", arrival, taken), wanted, beginning);
      case Verdict.Merged merged -> {
        Account before = memory.find(new AccountId(merged.holder().key())).orElseThrow();
        if (!isMeant(before.id(), wanted) || !waitsForPassword(before)) {
          yield new Result.Occupied();
        }
        Account after =
            arrival.into(
                before, merged.names(), merged.ids().or(before.ids()), Memory.millis(wanted.at()));
        yield begin(after, what("known", arrival, merged.arrival()), wanted, beginning);
      }
      case Verdict.Refused _, Verdict.Renamed _ -> new Result.Occupied();
    };
  }

  private static String what(String how, Arrival vouched, Arrival taken) {
    return vouched.ids().equals(taken.ids()) ? how : how + ", with another id";
  }

  private static boolean isMeant(AccountId id, Wanted wanted) {
    return wanted.known().filter(known -> !known.equals(id)).isEmpty();
  }

  private static boolean waitsForPassword(Account account) {
    return account.credential().hash().isEmpty()
        && account.credential().passwordLogin()
        && !account.closed();
  }

  private Account make(Realm realm, Arrival arrival) {
    AccountId id = memory.nextAccount();
    WireIds ids =
        arrival
            .ids()
            .or(
                new WireIds(
                    memory.nextNumbers.getOrDefault(realm, 1L),
                    "%024x".formatted(id.value()),
                    "%032x".formatted(id.value())));
    return new Account(
        id,
        realm,
        ids,
        arrival.logins(),
        arrival.role(),
        arrival.profile(),
        arrival.credential(),
        arrival.privileges(),
        arrival.confirmation(),
        false,
        arrival.moments());
  }

  /** Whatever goes wrong with the beginning, nothing was made then. */
  private Result begin(
      Account account, String what, Wanted wanted, Function<Account, Beginning> first) {
    Beginning beginning = first.apply(account);
    Realm realm = account.realm();
    memory.nextNumbers.merge(realm, account.ids().number() + 1, Math::max);
    memory.accounts.put(account.id(), account);
    String mount = wanted.visit().wire();
    kept.add(new Kept(realm, mount, wanted.subject(), Memory.millis(wanted.at())));
    wanted.names().forEach(name -> names.add(key(realm, mount, name)));
    memory.trail.add(
        AuditEntry.of(wanted.at(), wanted.visit(), account.id(), new Event.AccountAdopted(what)));
    memory.forgive(beginning.forgiven(), wanted.at());
    beginning.opening().ifPresent(opening -> open(account, opening));
    return new Result.Adopted(
        memory.find(account.id()).orElseThrow(), beginning.opening().map(Opening::issued));
  }

  private void open(Account account, Opening opening) {
    Issued issued = opening.issued();
    grants.open(
        issued.grant(),
        account.credential().version(),
        opening.most(),
        opening.entry(),
        List.of(),
        opening.arrival());
  }

  @Override
  public Figures figures(Realm realm, String mount, Instant now) {
    return memory.alone(() -> {
      List<Instant> times =
          kept.stream()
              .filter(one -> one.realm().equals(realm) && one.mount().equals(mount))
              .map(Kept::at)
              .sorted()
              .toList();
      return new Figures(
          times.size(),
          since(times, now.minus(Duration.ofDays(1))),
          since(times, now.minus(Duration.ofDays(7))),
          times.stream().findFirst(),
          times.reversed().stream().findFirst(),
          days(times, now.minus(Duration.ofDays(90))),
          memory.in(realm).filter(MemoryAdoptions::waitsForPassword).count());
    });
  }

  private static long since(List<Instant> times, Instant from) {
    return times.stream().filter(from::isBefore).count();
  }

  private static Map<LocalDate, Long> days(List<Instant> times, Instant from) {
    return times.stream()
        .filter(from::isBefore)
        .collect(
            Collectors.groupingBy(
                at -> LocalDate.ofInstant(at, ZoneOffset.UTC), Collectors.counting()));
  }

  /** Whose the names and ids of a realm are. */
  private final class Taken implements Occupied {

    private final Realm realm;

    Taken(Realm realm) {
      this.realm = realm;
    }

    @Override
    public List<Name> names(String folded) {
      return memory
          .in(realm)
          .flatMap(account ->
              account.logins().all().stream()
                  .filter(name -> Occupied.fold(name).equals(folded))
                  .map(name ->
                      new Name(
                          name,
                          account.logins().email().filter(name::equals).isPresent(),
                          holder(account))))
          .toList();
    }

    @Override
    public Optional<Holder> number(long number) {
      return whose(account -> account.ids().number() == number);
    }

    @Override
    public Optional<Holder> hex24(String digits) {
      return whose(account -> account.ids().hex24().equals(digits));
    }

    @Override
    public Optional<Holder> hex32(String digits) {
      return whose(account -> account.ids().hex32().equals(digits));
    }

    private Optional<Holder> whose(Predicate<Account> wanted) {
      return memory.in(realm).filter(wanted).findFirst().map(Taken::holder);
    }

    private static Holder holder(Account account) {
      return new Holder(account.id().value(), false);
    }

    @Override
    public Logins namesOf(Holder holder) {
      return memory.find(new AccountId(holder.key())).orElseThrow().logins();
    }
  }
}
