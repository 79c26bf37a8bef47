package dev.rekey.core.store;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Credentials.Swap;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people, things and moments that the contracts' stories are told with. */
public final class Story {

  public static final Instant NOW = Instant.parse("2026-11-20T20:55:26.524Z");
  public static final Instant LATER = NOW.plus(Duration.ofDays(14));
  public static final PasswordHash OLD = PasswordHash.of("$old$hash");
  public static final PasswordHash NEW = PasswordHash.of("$new$hash");
  public static final Visit VISIT = visitTo(Realm.MAIN);

  private Story() {}

  public static Visit visitTo(Realm realm) {
    return new Visit(realm, "devise", new Origin("192.0.2.7", "curl/8"), Optional.empty());
  }

  public static Optional<String> just(String text) {
    return Optional.of(text);
  }

  public static NewAccount draft(Realm realm, Logins logins) {
    return new NewAccount(
        realm,
        logins,
        new Role("operator"),
        Profile.empty(),
        Optional.of(OLD),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Somebody with a username and an address made of it, in the main realm. */
  public static NewAccount draft(String username) {
    Logins logins = Logins.of(just(username + "@example.org"), just(username));
    return draft(Realm.MAIN, logins);
  }

  public static NewAccount numbered(NewAccount draft, long number) {
    return withIds(draft, Optional.of(number), draft.hex24(), draft.hex32());
  }

  public static NewAccount withIds(
      NewAccount draft, Optional<Long> number, Optional<String> hex24, Optional<String> hex32) {
    return new NewAccount(
        draft.realm(),
        draft.logins(),
        draft.role(),
        draft.profile(),
        draft.hash(),
        draft.passwordLogin(),
        number,
        hex24,
        hex32);
  }

  /** Makes the account, which nothing stands against. */
  public static Account made(Ports ports, NewAccount draft) {
    Creation creation = ports.accounts().create(draft, visitTo(draft.realm()), NOW);
    if (creation instanceof Creation.Created(Account account)) {
      return account;
    }
    throw new AssertionError("not made: " + creation);
  }

  public static Account made(Ports ports, String username) {
    return made(ports, draft(username));
  }

  public static Account again(Ports ports, Account account) {
    return ports.accounts().find(account.id()).orElseThrow();
  }

  public static AuditEntry entry(AccountId about, Event event) {
    return AuditEntry.of(NOW, VISIT, about, event);
  }

  public static AuditEntry signedIn(Account account) {
    return entry(account.id(), new Event.SignedIn());
  }

  /** A signed token's grant, good for two weeks. */
  public static Grant token(Account account, String jti) {
    return token(account, jti, LATER);
  }

  public static Grant token(Account account, String jti, Instant expiresAt) {
    return new Grant(
        new Grant.Ref(account.id(), Grant.Kind.JWT, jti),
        "devise",
        Optional.empty(),
        NOW,
        expiresAt,
        "curl/8",
        "192.0.2.7");
  }

  /** A rotating token's grant, good for two weeks. */
  public static Grant client(Account account, String client, String token) {
    return new Grant(
        new Grant.Ref(account.id(), Grant.Kind.CLIENT, client),
        "tokenauth",
        Optional.of(Grant.Trail.begin(TokenDigest.of(token), NOW)),
        NOW,
        LATER,
        "app/1",
        "192.0.2.8");
  }

  /** Signs in with the password that the account has, and keeps at most a hundred grants. */
  public static void open(Ports ports, Account account, Grant grant) {
    if (!ports.grants().open(grant, 1, 100, signedIn(account), List.of())) {
      throw new AssertionError("not opened: " + grant);
    }
  }

  public static Ticket ticket(Account account, String token) {
    return ticket(account, Ticket.Purpose.RESET_PASSWORD, token);
  }

  public static Ticket ticket(Account account, Ticket.Purpose purpose, String token) {
    return new Ticket(
        account.id(), purpose, TokenDigest.of(token), NOW, NOW.plus(Duration.ofHours(6)));
  }

  public static Letter letter(String to, String link) {
    return new Letter.ResetLink(to, "Anna", link, NOW.plus(Duration.ofHours(6)));
  }

  /** Writes a ticket out, with a letter that takes it along. */
  public static void send(Ports ports, Account account, String token) {
    ports
        .tickets()
        .open(
            ticket(account, token),
            letter("anna@example.org", "https://id.example.org/reset?" + token),
            entry(account.id(), new Event.ResetRequested()));
  }

  /** A change of the password from one version, with nothing around it. */
  public static Swap change(Account account, long expectedVersion) {
    return new Swap(
        account.id(),
        expectedVersion,
        NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        entry(account.id(), new Event.PasswordChanged()),
        List.of(),
        List.of());
  }

  /** The same change, made with a ticket. */
  public static Swap spending(Swap swap, String token) {
    return new Swap(
        swap.account(),
        swap.expectedVersion(),
        swap.hash(),
        swap.edit(),
        Optional.of(TokenDigest.of(token)),
        swap.opened(),
        swap.ending(),
        swap.issued(),
        swap.entry(),
        swap.letters(),
        swap.forgiven());
  }

  /** The same change by the holder of one grant, who gets another. */
  public static Swap by(Swap swap, Optional<Grant.Ref> kept, Optional<Grant> issued) {
    return ending(swap, Ending.allBut(kept), issued);
  }

  /** The same change with another fate of the grants. */
  public static Swap ending(Swap swap, Ending ending, Optional<Grant> issued) {
    return new Swap(
        swap.account(),
        swap.expectedVersion(),
        swap.hash(),
        swap.edit(),
        swap.spent(),
        swap.opened(),
        ending,
        issued,
        swap.entry(),
        swap.letters(),
        swap.forgiven());
  }

  /** The same change with what else is changed, and a ticket for what is still to be proven. */
  public static Swap editing(Swap swap, AccountEdit edit, Optional<Ticket> opened) {
    return new Swap(
        swap.account(),
        swap.expectedVersion(),
        swap.hash(),
        edit,
        swap.spent(),
        opened,
        swap.ending(),
        swap.issued(),
        swap.entry(),
        swap.letters(),
        swap.forgiven());
  }

  /** The same change with what follows from it. */
  public static Swap telling(Swap swap, List<Letter> letters, List<String> forgiven) {
    return new Swap(
        swap.account(),
        swap.expectedVersion(),
        swap.hash(),
        swap.edit(),
        swap.spent(),
        swap.opened(),
        swap.ending(),
        swap.issued(),
        swap.entry(),
        letters,
        forgiven);
  }

  /** An edit's line in the trail a minute later, and nothing else that follows from it. */
  public static Sequel edited(Account account) {
    return Sequel.of(laterEntry(account, new Event.AccountChanged(List.of("something"))));
  }

  public static AuditEntry laterEntry(Account account, Event event) {
    return AuditEntry.of(NOW.plusSeconds(60), VISIT, account.id(), event);
  }
}
