package dev.rekey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.token.Ending;
import dev.rekey.core.visit.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Accounts in memory; fresh ids are predictable. */
final class MemoryAccounts implements Accounts {

  private final Memory memory;

  MemoryAccounts(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return memory.alone(() -> memory.find(id));
  }

  @Override
  public Optional<Account> find(Realm realm, Handle handle) {
    return first(realm, account -> handle.pointsAt(account.ids()));
  }

  @Override
  public Optional<Account> findByLogin(Realm realm, String typed) {
    String address = Logins.canonicalEmail(typed);
    return first(realm, account -> answersExactly(account.logins(), typed))
        .or(() -> first(realm, account -> is(account.logins().email(), address)));
  }

  private static boolean answersExactly(Logins logins, String typed) {
    return is(logins.username(), typed) || is(logins.uid(), typed);
  }

  private static boolean is(Optional<String> name, String typed) {
    return name.filter(typed::equals).isPresent();
  }

  private Optional<Account> first(Realm realm, Predicate<Account> wanted) {
    return memory.alone(() -> memory.in(realm).filter(wanted).findFirst());
  }

  @Override
  public List<Account> list(Realm realm, Optional<AccountId> after, int limit) {
    Optional<Place> place = after.map(account -> new Place("", account));
    return search(
            realm,
            new AccountSearch(Optional.empty(), Optional.empty(), Optional.empty(), place, limit))
        .accounts();
  }

  @Override
  public AccountSearch.Page search(Realm realm, AccountSearch search) {
    List<Account> found =
        memory.alone(() ->
            memory
                .in(realm)
                .filter(one -> fits(one, search))
                .filter(one -> search.after().filter(at -> !isBehind(one, search, at)).isEmpty())
                .sorted(
                    Comparator.comparing(
                        (Account one) -> place(one, search), MemoryAccounts::order))
                .toList());
    List<Account> page = found.stream().limit(search.limit()).toList();
    return new AccountSearch.Page(
        page,
        Optional.of(page)
            .filter(all -> found.size() > all.size() && !all.isEmpty())
            .map(all -> place(all.getLast(), search)));
  }

  private static boolean isBehind(Account account, AccountSearch search, Place at) {
    boolean byName = search.text().filter(text -> !text.isEmpty()).isPresent();
    Place compared = byName ? at : new Place("", at.account());
    return order(place(account, search), compared) > 0;
  }

  private static Place place(Account account, AccountSearch search) {
    String name =
        search
            .text()
            .filter(text -> !text.isEmpty())
            .flatMap(text ->
                account.logins().all().stream()
                    .map(MemoryAccounts::folded)
                    .filter(one -> one.startsWith(folded(text)))
                    .min(MemoryAccounts::bytewise))
            .orElse("");
    return new Place(name, account.id());
  }

  private static int order(Place one, Place other) {
    int byName = bytewise(one.name(), other.name());
    return byName == 0 ? Long.compare(one.account().value(), other.account().value()) : byName;
  }

  private static int bytewise(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static boolean fits(Account account, AccountSearch search) {
    return search.text().filter(text -> !begins(account.logins(), text)).isEmpty()
        && search.role().filter(role -> !role.equals(account.role())).isEmpty()
        && search.disabled().filter(state -> state != account.disabled()).isEmpty()
        && search.confirmed().filter(state -> state != isConfirmed(account)).isEmpty();
  }

  private static boolean isConfirmed(Account account) {
    return account.confirmation().confirmedAt().isPresent();
  }

  private static boolean begins(Logins logins, String text) {
    return logins.all().stream().anyMatch(name -> folded(name).startsWith(folded(text)));
  }

  private static String folded(String text) {
    return text.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public boolean isEmpty(Realm realm) {
    return count(realm) == 0;
  }

  @Override
  public long count(Realm realm) {
    return memory.alone(() -> memory.in(realm).count());
  }

  @Override
  public Creation create(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    return memory.alone(() ->
        taken(draft)
            .<Creation>map(Creation.Taken::new)
            .orElseGet(() -> make(draft, visit, by, Memory.millis(now), welcome)));
  }

  private Optional<String> taken(NewAccount draft) {
    return memory
        .taken(draft.realm(), draft.logins(), Optional.empty())
        .or(() -> idTaken(draft) ? Optional.of("id") : Optional.empty());
  }

  private boolean idTaken(NewAccount draft) {
    return memory
        .in(draft.realm())
        .map(Account::ids)
        .anyMatch(ids ->
            draft.number().filter(number -> number == ids.number()).isPresent()
                || is(draft.hex24(), ids.hex24())
                || is(draft.hex32(), ids.hex32()));
  }

  /** Whatever goes wrong with the welcome, nothing was made then. */
  private Creation make(
      NewAccount draft,
      Visit visit,
      Optional<AccountId> by,
      Instant now,
      Function<Account, Welcome> welcome) {
    AccountId id = memory.nextAccount();
    long next = memory.nextNumbers.getOrDefault(draft.realm(), 1L);
    WireIds ids =
        new WireIds(
            draft.number().orElse(next),
            draft.hex24().orElseGet(() -> "%024x".formatted(id.value())),
            draft.hex32().orElseGet(() -> "%032x".formatted(id.value())));
    Account account = account(id, ids, draft, now);
    Welcome start = welcome.apply(account);
    memory.nextNumbers.put(draft.realm(), Math.max(next, ids.number() + 1));
    memory.accounts.put(id, account);
    Event created = new Event.AccountCreated(draft.role().name());
    memory.trail.add(new AuditEntry(now, visit, Optional.of(id), by, created));
    keep(start, now);
    return new Creation.Created(account);
  }

  private static Account account(AccountId id, WireIds ids, NewAccount draft, Instant now) {
    Optional<Instant> confirmedAt = Optional.of(now).filter(_ -> draft.confirmed());
    return new Account(
        id,
        draft.realm(),
        ids,
        draft.logins(),
        draft.role(),
        draft.profile(),
        new Credential(draft.hash(), 1, draft.passwordLogin(), draft.hash().map(_ -> now)),
        Set.of(),
        new Confirmation(confirmedAt, Optional.empty()),
        false,
        Moments.ofBirth(now));
  }

  private void keep(Welcome welcome, Instant now) {
    welcome.grant().ifPresent(memory::put);
    welcome.ticket().ifPresent(memory::put);
    welcome.letters().forEach(letter -> memory.post(letter, now));
  }

  @Override
  public boolean setDisabled(AccountId id, boolean disabled, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<Account> found = memory.find(id);
      found.ifPresent(account -> {
        AccountEdit edit = AccountEdit.none().withDisabled(disabled);
        memory.accounts.put(id, Memory.edited(account, edit, entry.at()));
        memory.finish(id, disabled ? ofDisabling(entry) : Sequel.of(entry));
      });
      return found.isPresent();
    });
  }

  private static Sequel ofDisabling(AuditEntry entry) {
    return Sequel.of(entry).withEnding(new Ending.All());
  }

  @Override
  public Revision revise(AccountId id, AccountEdit edit, Sequel sequel) {
    return memory.alone(() ->
        memory
            .find(id)
            .filter(account -> isOpenTo(sequel, account))
            .map(account -> revise(account, edit, sequel))
            .orElseGet(Revision.Gone::new));
  }

  private Revision revise(Account account, AccountEdit edit, Sequel sequel) {
    if (!sequel.suits(account)) {
      return new Revision.Overtaken();
    }
    if (!mayGoOn(account.id(), sequel)) {
      return new Revision.TicketGone();
    }
    Account edited = Memory.edited(account, edit, sequel.entry().at());
    Optional<String> taken =
        memory.taken(account.realm(), edited.logins(), Optional.of(account.id()));
    if (taken.isPresent()) {
      return new Revision.Taken(taken.get());
    }
    memory.accounts.put(account.id(), edited);
    if (sequel.entry().by().isPresent() && edit.email().isPresent()) {
      memory.settle(account.id(), _ -> true, before -> before.withEmail(edited.logins().email()));
    }
    memory.hang(sequel.alarms(), account);
    memory.finish(account.id(), sequel);
    return new Revision.Revised(memory.find(account.id()).orElseThrow());
  }

  private static boolean isOpenTo(Sequel sequel, Account account) {
    return !account.frozen() || sequel.entry().by().isPresent();
  }

  private boolean mayGoOn(AccountId id, Sequel sequel) {
    return sequel.spent().map(ticket -> memory.holds(id, ticket)).orElse(true);
  }

  @Override
  public boolean delete(AccountId id, Sequel sequel) {
    return memory.alone(() -> {
      boolean open = memory.find(id).filter(account -> isOpenTo(sequel, account)).isPresent();
      if (!open || !mayGoOn(id, sequel)) {
        return false;
      }
      memory.accounts.remove(id);
      memory.grants.keySet().removeIf(ref -> ref.account().equals(id));
      memory.denied.removeIf(ref -> ref.account().equals(id));
      memory.tickets.removeIf(ticket -> ticket.account().equals(id));
      memory.alarms.removeIf(kept -> kept.alarm().account().equals(id));
      memory.forgetWaysBack(id);
      memory.devices.remove(id);
      memory.tallies.keySet().removeAll(Set.copyOf(sequel.forgiven()));
      memory.tell(sequel);
      return true;
    });
  }
}
