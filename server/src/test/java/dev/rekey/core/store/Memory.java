package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Footing;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.dispute.Case;
import dev.rekey.core.dispute.Case.AddressFate;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the ports in memory share: the maps, one lock around them, and what several of them do. */
final class Memory {

  final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  final Map<Realm, Long> nextNumbers = new HashMap<>();
  final Map<Grant.Ref, Grant> grants = new HashMap<>();
  final Set<Grant.Ref> denied = new HashSet<>();
  final List<Ticket> tickets = new ArrayList<>();
  final Map<String, Attempts.Tally> tallies = new HashMap<>();
  final List<AuditEntry> trail = new ArrayList<>();
  final Map<Long, Owed> outbox = new TreeMap<>();
  final Map<String, byte[]> keys = new HashMap<>();
  final List<Kept> alarms = new ArrayList<>();
  final List<CaseRow> cases = new ArrayList<>();
  final Map<AccountId, Map<TokenDigest, Instant>> devices = new HashMap<>();
  private long lastCase;
  private long lastAccount;
  private long lastLetter;

  /** An alarm, and how the account stood before. */
  record Kept(Alarm alarm, Footing before) {}

  /** A case, and where letters go while the account is frozen. */
  record CaseRow(Realm realm, Case one, Optional<List<String>> waysBack) {}

  record Owed(Letter letter, int failures, Instant dueAt, Instant since) {}

  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  synchronized void alone(Runnable work) {
    work.run();
  }

  static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  Optional<Account> find(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  AccountId nextAccount() {
    return new AccountId(++lastAccount);
  }

  Stream<Account> in(Realm realm) {
    return accounts.values().stream().filter(account -> account.realm().equals(realm));
  }

  boolean enabledAt(AccountId id, long version) {
    return find(id)
        .filter(account -> !account.closed() && account.credential().version() == version)
        .isPresent();
  }

  /** What of these names is another account's: email, username or uid. */
  Optional<String> taken(Realm realm, Logins wanted, Optional<AccountId> owner) {
    List<String> names =
        in(realm)
            .filter(account -> owner.filter(account.id()::equals).isEmpty())
            .flatMap(account -> account.logins().all().stream())
            .toList();
    List<String> addresses =
        in(realm)
            .filter(account -> owner.filter(account.id()::equals).isEmpty())
            .flatMap(account -> account.logins().email().stream())
            .toList();
    Predicate<String> gone = name -> names.contains(name) || spells(addresses, name);
    return wanted
        .email()
        .filter(name -> names.contains(name) || spells(names, name))
        .map(_ -> "email")
        .or(() -> wanted.username().filter(gone).map(_ -> "username"))
        .or(() -> wanted.uid().filter(gone).map(_ -> "uid"));
  }

  private static boolean spells(List<String> some, String name) {
    return some.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The account as the edit leaves it, with times as a database keeps them. */
  static Account edited(Account account, AccountEdit edit, Instant at) {
    Account after = edit.applyTo(account, millis(at));
    Confirmation confirmation =
        new Confirmation(
            after.confirmation().confirmedAt().map(Memory::millis),
            after.confirmation().pendingEmail());
    return with(after, after.credential(), confirmation, after.disabled(), after.moments());
  }

  static Account with(Account account, Credential credential, Moments moments) {
    return with(account, credential, account.confirmation(), account.disabled(), moments);
  }

  static Account with(
      Account account,
      Credential credential,
      Confirmation confirmation,
      boolean disabled,
      Moments moments) {
    return new Account(
        account.id(),
        account.realm(),
        account.ids(),
        account.logins(),
        account.role(),
        account.profile(),
        credential,
        account.privileges(),
        confirmation,
        disabled,
        moments);
  }

  void put(Grant grant) {
    Optional<Grant.Trail> trail =
        grant
            .trail()
            .map(one ->
                new Grant.Trail(
                    one.current(),
                    one.previous(),
                    one.last(),
                    one.rotatedAt().map(Memory::millis)));
    grants.put(
        grant.ref(),
        new Grant(
            grant.ref(),
            grant.wire(),
            trail,
            millis(grant.issuedAt()),
            millis(grant.expiresAt()),
            grant.agent(),
            grant.address(),
            millis(grant.lastUsedAt())));
  }

  /** Stores the ticket in place of an older one of its purpose. */
  void put(Ticket ticket) {
    tickets.removeIf(
        old -> old.account().equals(ticket.account()) && old.purpose() == ticket.purpose());
    tickets.add(
        new Ticket(
            ticket.account(),
            ticket.purpose(),
            ticket.digest(),
            millis(ticket.issuedAt()),
            millis(ticket.expiresAt()),
            ticket.code(),
            ticket.number()));
  }

  boolean holds(AccountId account, TokenDigest ticket) {
    return tickets.stream()
        .anyMatch(one -> one.account().equals(account) && one.digest().equals(ticket));
  }

  /** What follows from a change of an account, once nothing stands against it. */
  void finish(AccountId account, Sequel sequel) {
    end(account, sequel.ending(), sequel.entry().at());
    tickets.removeIf(ticket ->
        ticket.account().equals(account)
            && (sequel.ticketsEnd() || sequel.spent().filter(ticket.digest()::equals).isPresent()));
    sequel.opened().ifPresent(this::put);
    tell(sequel);
    forgive(sequel.forgiven(), sequel.entry().at());
  }

  void tell(Sequel sequel) {
    trail.add(sequel.entry());
    sequel.letters().forEach(letter -> post(letter, sequel.entry().at()));
  }

  /** Ends what the ending names, and notes when; how many. */
  int end(AccountId account, Ending ending, Instant at) {
    if (!(ending instanceof Ending.None)) {
      accounts.computeIfPresent(account, (_, one) -> one.withSessionsEnded(at));
    }
    return end(account, ending, Optional.empty());
  }

  /** Ends what the ending names and that mount issued, if it is one mount's alone; how many. */
  int end(AccountId account, Ending ending, Optional<String> wire) {
    List<Grant.Ref> ended =
        grants.values().stream()
            .filter(grant -> grant.ref().account().equals(account) && ends(ending, grant.ref()))
            .filter(grant -> wire.filter(mount -> !mount.equals(grant.wire())).isEmpty())
            .map(Grant::ref)
            .toList();
    ended.forEach(grants::remove);
    return ended.size();
  }

  private static boolean ends(Ending ending, Grant.Ref ref) {
    return switch (ending) {
      case Ending.All() -> true;
      case Ending.AllBut(var kept) -> !ref.equals(kept);
      case Ending.None() -> false;
    };
  }

  void post(Letter letter, Instant now) {
    outbox.put(++lastLetter, new Owed(letter, 0, millis(now), millis(now)));
  }

  void forgive(List<String> forgiven, Instant now) {
    Instant at = millis(now);
    forgiven.forEach(key -> tallies.put(key, new Attempts.Tally(0, at, at)));
  }

  /** Keeps the alarms, each with how the account stood before. */
  void hang(List<Alarm> more, Account before) {
    more.forEach(alarm ->
        alarms.add(
            new Kept(
                new Alarm(
                    alarm.account(),
                    alarm.digest(),
                    alarm.deed(),
                    millis(alarm.at()),
                    new Origin(alarm.origin().address(), alarm.origin().agent()),
                    millis(alarm.expiresAt())),
                Footing.of(before))));
  }

  /** What these alarms bring back is something else from now on. */
  void settle(AccountId account, Predicate<Footing> which, UnaryOperator<Footing> last) {
    alarms.replaceAll(kept ->
        kept.alarm().account().equals(account) && which.test(kept.before())
            ? new Kept(kept.alarm(), last.apply(kept.before()))
            : kept);
  }

  long openCase(
      Account account,
      Alarms.Raise raise,
      List<String> waysBack,
      boolean password,
      AddressFate fate) {
    Origin from = raise.entry().visit().origin();
    cases.add(
        new CaseRow(
            account.realm(),
            new Case(
                ++lastCase,
                account.id(),
                account.logins().display(),
                Optional.of(account.ids()),
                millis(raise.entry().at()),
                raise.alarm().deed(),
                millis(raise.alarm().at()),
                raise.alarm().origin(),
                new Origin(from.address(), from.agent()),
                password,
                fate,
                true,
                Optional.empty()),
            Optional.of(waysBack)));
    return lastCase;
  }

  void forgetWaysBack(AccountId account) {
    cases.replaceAll(row ->
        row.one().account().equals(account)
            ? new CaseRow(row.realm(), row.one(), Optional.empty())
            : row);
  }
}
