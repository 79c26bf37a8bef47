package dev.rekey.mail;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.telling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.AccountSearch;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Accounts.Creation;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Accounts.Welcome;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.store.Ports;
import dev.rekey.core.store.Sequel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may have posted a letter tells the postman once it is committed. */
class NudgingTest {

  private static final Letter LETTER = letter("anna@example.org", "https://id.example.org/");

  private final MemoryStore store = new MemoryStore();
  private final Account anna = made(store.ports(), "anna");
  private long waitingAtNudge;
  private int nudges;
  private Accounts accounts = store.accounts();
  private Credentials credentials = store.credentials();

  @BeforeEach
  void wrap() {
    accounts = new NudgingAccounts(store.accounts(), this::nudged);
    credentials = new NudgingCredentials(store.credentials(), this::nudged);
  }

  private void nudged() {
    nudges++;
    waitingAtNudge = store.outbox().waiting();
  }

  private void assertNudgedForOne() {
    assertThat(nudges).isEqualTo(1);
    assertThat(waitingAtNudge).isEqualTo(1);
  }

  @Test
  void aWelcomeMayOweALetter() {
    Creation creation =
        accounts.create(
            draft("bert"),
            VISIT,
            Optional.empty(),
            NOW,
            _ -> new Welcome(Optional.empty(), Optional.empty(), List.of(LETTER)));

    assertThat(creation).isInstanceOf(Creation.Created.class);
    assertNudgedForOne();
  }

  @Test
  void anEditMayOweALetter() {
    Sequel sequel = edited(anna).withLetters(List.of(LETTER));

    assertThat(accounts.revise(anna.id(), AccountEdit.none(), sequel))
        .isInstanceOf(Revision.Revised.class);
    assertNudgedForOne();
  }

  @Test
  void aDeletionMayOweALetter() {
    assertThat(accounts.delete(anna.id(), edited(anna).withLetters(List.of(LETTER)))).isTrue();
    assertNudgedForOne();
  }

  @Test
  void aChangeOfThePasswordMayOweALetter() {
    credentials.swap(telling(change(anna, 1), List.of(LETTER), List.of()));
    assertNudgedForOne();
  }

  @Test
  void aTicketAlwaysDoes() {
    Ports ports = store.ports();
    Ports nudging =
        new Ports(
            ports.accounts(),
            ports.credentials(),
            ports.grants(),
            new NudgingTickets(ports.tickets(), this::nudged),
            ports.alarms(),
            ports.cases(),
            ports.attempts(),
            ports.audit(),
            ports.outbox(),
            ports.keyring());

    send(nudging, anna, "ticket");

    assertNudgedForOne();
  }

  @Test
  void whatOwesNobodyALetterWakesNobody() {
    accounts.create(draft("bert"), VISIT, NOW);
    accounts.create(draft("bert"), VISIT, Optional.empty(), NOW, _ -> Welcome.none());
    accounts.revise(anna.id(), AccountEdit.none(), edited(anna));
    accounts.setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));
    credentials.swap(change(anna, 1));
    accounts.delete(anna.id(), edited(anna));

    assertThat(nudges).isZero();
  }

  @Test
  void everythingElseIsTheStores() {
    AccountSearch search =
        new AccountSearch(
            Optional.of("ann"), Optional.empty(), Optional.empty(), Optional.empty(), 9);

    assertThat(accounts.find(anna.id())).contains(anna);
    assertThat(accounts.find(Realm.MAIN, new Handle.Number(1))).contains(anna);
    assertThat(accounts.findByLogin(Realm.MAIN, "anna")).contains(anna);
    assertThat(accounts.list(Realm.MAIN, Optional.empty(), 9)).containsExactly(anna);
    assertThat(accounts.search(Realm.MAIN, search).accounts()).containsExactly(anna);
    assertThat(accounts.count(Realm.MAIN)).isEqualTo(1);
  }
}
