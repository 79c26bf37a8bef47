package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.OLD;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.draft;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.just;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.ticket;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Accounts.Revision;
import dev.rekey.core.store.Accounts.Revision.Revised;
import dev.rekey.core.store.Attempts.Tally;
import dev.rekey.core.token.Ending;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket.Purpose;
import dev.rekey.core.token.TokenDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store promises about the edit of an account and what follows from it. */
interface RevisionContract extends Contract {

  Instant THEN = NOW.plusSeconds(60);

  private Revision revise(Account account, AccountEdit edit) {
    return ports().accounts().revise(account.id(), edit, edited(account));
  }

  @Test
  default void anEditChangesWhatItNames() {
    Account anna = withProfile("anna", Map.of("first_name", "Anna", "about", "none"));
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    fields.put("about", Optional.empty());
    fields.put("last_name", just("Ångström \"A.\""));
    fields.put("never_had", Optional.empty());
    AccountEdit edit =
        AccountEdit.none()
            .withEmail("Annette@Example.org")
            .withUsername("annette")
            .withProfile(fields)
            .withRole(new Role("educator"))
            .withDisabled(true)
            .withPasswordLogin(false)
            .withPrivileges(Set.of("SET_PASSWORDS", "oz_users_view"), Set.of())
            .withConfirmedAt(THEN);

    Revision revision = revise(anna, edit);

    Account after = again(ports(), anna);
    assertThat(revision).isEqualTo(new Revised(after));
    assertThat(after).isEqualTo(edit.applyTo(anna, THEN));
    assertThat(after.logins()).isEqualTo(Logins.of(just("annette@example.org"), just("annette")));
    assertThat(after.profile().fields())
        .containsOnly(Map.entry("first_name", "Anna"), Map.entry("last_name", "Ångström \"A.\""));
    assertThat(after.privileges()).containsOnly("SET_PASSWORDS", "oz_users_view");
    assertThat(after.disabled()).isTrue();
    assertThat(after.credential().passwordLogin()).isFalse();
    assertThat(after.updatedAt()).isEqualTo(THEN);
  }

  private Account withProfile(String username, Map<String, String> fields) {
    NewAccount draft = draft(username);
    return made(
        ports(),
        new NewAccount(
            draft.realm(),
            draft.logins(),
            draft.role(),
            new Profile(fields),
            Optional.of(OLD),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  default void whatAnEditDoesNotNameStays() {
    Account anna = withProfile("anna", Map.of("first_name", "Anna"));
    revise(anna, AccountEdit.none().withPrivileges(Set.of("a", "b"), Set.of()));
    Account before = again(ports(), anna);

    revise(anna, AccountEdit.none());

    assertThat(again(ports(), anna)).isEqualTo(AccountEdit.none().applyTo(before, THEN));
    assertThat(again(ports(), anna).privileges()).containsOnly("a", "b");
  }

  @Test
  default void privilegesAreAddedAndTakenAway() {
    Account anna = made(ports(), "anna");
    revise(anna, AccountEdit.none().withPrivileges(Set.of("a", "b"), Set.of()));

    revise(anna, AccountEdit.none().withPrivileges(Set.of("c"), Set.of("a", "never had")));

    assertThat(again(ports(), anna).privileges()).containsOnly("b", "c");
  }

  @Test
  default void anAccountIsFoundByItsNewNamesAlone() {
    Account anna = made(ports(), "anna");

    revise(anna, AccountEdit.none().withEmail("new@example.org").withUsername("annette"));

    Accounts accounts = ports().accounts();
    Account after = again(ports(), anna);
    assertThat(accounts.findByLogin(Realm.MAIN, "new@example.org")).contains(after);
    assertThat(accounts.findByLogin(Realm.MAIN, "annette")).contains(after);
    assertThat(accounts.findByLogin(Realm.MAIN, "anna@example.org")).isEmpty();
    assertThat(accounts.findByLogin(Realm.MAIN, "anna")).isEmpty();
    assertThat(made(ports(), "anna").id()).isNotEqualTo(anna.id());
  }

  @Test
  default void aUidOfItsOwnStays() {
    Logins logins = new Logins(just("anna@example.org"), just("anna"), just("uid-7"));
    Account anna = made(ports(), draft(Realm.MAIN, logins));

    revise(anna, AccountEdit.none().withEmail("new@example.org"));

    assertThat(ports().accounts().findByLogin(Realm.MAIN, "uid-7")).contains(again(ports(), anna));
  }

  @Test
  default void anotherSpellingOfAnAddressIsNobodyElsesName() {
    made(ports(), draft(Realm.MAIN, Logins.of(just("bert@example.org"), just("bert"))));
    Account anna = made(ports(), "anna");

    assertThat(revise(anna, AccountEdit.none().withUsername("Bert@Example.org")))
        .isEqualTo(new Revision.Taken("username"));
    assertThat(revise(anna, AccountEdit.none().withUsername("Carl@Example.org")))
        .isInstanceOf(Revision.Revised.class);
    assertThat(
            ports()
                .accounts()
                .create(
                    draft(Realm.MAIN, Logins.of(just("carl@example.org"), just("carl"))),
                    Story.VISIT,
                    Story.NOW))
        .isInstanceOf(Accounts.Creation.Taken.class);
  }

  @Test
  default void anothersNameIsTakenWhateverItIsToItsOwner() {
    Logins logins = new Logins(just("bert@example.org"), just("bert"), just("uid-7"));
    made(ports(), draft(Realm.MAIN, logins));
    Account anna = made(ports(), "anna");

    for (String name : logins.all()) {
      assertThat(revise(anna, AccountEdit.none().withUsername(name)))
          .isEqualTo(new Revision.Taken("username"));
      assertThat(revise(anna, AccountEdit.none().withEmail(name)))
          .isEqualTo(new Revision.Taken("email"));
    }
    assertThat(again(ports(), anna)).isEqualTo(anna);
  }

  @Test
  default void onesOwnNameIsNobodyElses() {
    Account anna = made(ports(), "anna");

    assertThat(revise(anna, AccountEdit.none().withUsername("anna@example.org")))
        .isInstanceOf(Revised.class);
    assertThat(again(ports(), anna).logins())
        .isEqualTo(Logins.of(just("anna@example.org"), just("anna@example.org")));
    assertThat(revise(anna, AccountEdit.none().withUsername("anna"))).isInstanceOf(Revised.class);
    assertThat(again(ports(), anna).logins()).isEqualTo(anna.logins());
  }

  @Test
  default void aNameInAnotherRealmIsFree() {
    made(ports(), draft(AccountsContract.ELSEWHERE, draft("bert").logins()));
    Account anna = made(ports(), "anna");

    assertThat(revise(anna, AccountEdit.none().withUsername("bert"))).isInstanceOf(Revised.class);
  }

  @Test
  default void nobodyIsRevised() {
    AccountId nobody = new AccountId(987_654);
    AuditEntry entry = Story.entry(nobody, new Event.EmailConfirmed());
    Sequel sequel = Sequel.of(entry).withLetters(List.of(letter("a@x.org", "link")));

    assertThat(ports().accounts().revise(nobody, AccountEdit.none(), sequel))
        .isEqualTo(new Revision.Gone());
    assertThat(ports().audit().latest(nobody, 1)).isEmpty();
    assertThat(ports().outbox().waiting()).isZero();
  }

  @Test
  default void aPendingAddressIsNobodysNameUntilItIsConfirmed() {
    Account anna = made(ports(), "anna");
    revise(anna, AccountEdit.none().withPendingEmail("new@example.org"));

    Account waiting = again(ports(), anna);
    assertThat(waiting.confirmation())
        .isEqualTo(new Confirmation(Optional.of(NOW), just("new@example.org")));
    assertThat(waiting.logins()).isEqualTo(anna.logins());
    assertThat(ports().accounts().findByLogin(Realm.MAIN, "new@example.org")).isEmpty();

    revise(anna, AccountEdit.none().withConfirmedAt(THEN));

    Account confirmed = again(ports(), anna);
    assertThat(confirmed.confirmation())
        .isEqualTo(new Confirmation(Optional.of(THEN), Optional.empty()));
    assertThat(confirmed.logins().email()).contains("new@example.org");
    assertThat(ports().accounts().findByLogin(Realm.MAIN, "new@example.org")).contains(confirmed);
  }

  @Test
  default void aPendingAddressThatSomebodyElseTookStaysPending() {
    Account anna = made(ports(), "anna");
    revise(anna, AccountEdit.none().withPendingEmail("bert@example.org"));
    made(ports(), "bert");
    Account before = again(ports(), anna);

    assertThat(revise(anna, AccountEdit.none().withConfirmedAt(THEN)))
        .isEqualTo(new Revision.Taken("email"));
    assertThat(again(ports(), anna)).isEqualTo(before);
  }

  @Test
  default void whatFollowsFromAnEditIsPartOfIt() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    Grant acting = client(anna, "acting", "t1");
    open(ports(), anna, acting);
    open(ports(), anna, token(anna, "jti"));
    open(ports(), bert, token(bert, "jti"));
    send(ports(), anna, "annas");
    send(ports(), bert, "berts");
    ports().attempts().count(List.of("account:1", "other"), NOW, Optional.empty());
    Letter notice = letter("anna@example.org", "https://id.example.org/");

    ports()
        .accounts()
        .revise(
            anna.id(),
            AccountEdit.none().withEmail("new@example.org"),
            edited(anna)
                .withEnding(new Ending.AllBut(acting.ref()))
                .withOpened(ticket(anna, Purpose.CONFIRM_EMAIL, "opened"))
                .withLetters(List.of(notice))
                .withForgiven(List.of("account:1")));

    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(acting);
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(THEN);
    assertThat(ports().tickets().find(TokenDigest.of("annas"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("berts"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("opened")))
        .contains(ticket(anna, Purpose.CONFIRM_EMAIL, "opened"));
    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("account-changed");
    assertThat(ports().outbox().take(10, THEN, THEN.plusSeconds(1)))
        .extracting(Outbox.Due::letter)
        .contains(notice);
    assertThat(ports().attempts().read(List.of("account:1", "other")))
        .containsEntry("account:1", new Tally(0, THEN, THEN))
        .containsEntry("other", new Tally(1, NOW, NOW));
  }

  @Test
  default void allSessionsMayEnd() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));

    Revision revision =
        ports()
            .accounts()
            .revise(anna.id(), AccountEdit.none(), edited(anna).withEnding(new Ending.All()));

    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).contains(THEN);
    assertThat(revision).isEqualTo(new Revised(again(ports(), anna)));
  }

  @Test
  default void anEditAloneEndsNothing() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    send(ports(), anna, "ticket");

    revise(anna, AccountEdit.none().withUsername("annette"));

    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
    assertThat(again(ports(), anna).moments().sessionsEndedAt()).isEmpty();
  }

  @Test
  default void ticketsMayEndWithoutTheSessions() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    send(ports(), anna, "ticket");

    ports().accounts().revise(anna.id(), AccountEdit.none(), edited(anna).withTicketsEnded());

    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isEmpty();
  }

  @Test
  default void anOpenedTicketTakesTheOldOnesPlaceAndNoOthers() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "reset");
    for (String token : List.of("first", "second")) {
      Sequel sequel = edited(anna).withOpened(ticket(anna, Purpose.CONFIRM_EMAIL, token));
      ports().accounts().revise(anna.id(), AccountEdit.none(), sequel);
    }

    assertThat(ports().tickets().find(TokenDigest.of("first"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("second"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("reset"))).isPresent();
  }

  @Test
  default void aRefusedEditChangesNothingAndNothingFollows() {
    Account anna = made(ports(), "anna");
    made(ports(), "bert");
    open(ports(), anna, token(anna, "jti"));
    send(ports(), anna, "ticket");
    ports().attempts().count(List.of("account:1"), NOW, Optional.empty());
    Account before = again(ports(), anna);
    List<String> written = ports().audit().latest(anna.id(), 100);
    Sequel sequel =
        edited(anna)
            .withEnding(new Ending.All())
            .withSpent(TokenDigest.of("ticket"))
            .withOpened(ticket(anna, Purpose.CONFIRM_EMAIL, "opened"))
            .withLetters(List.of(letter("anna@example.org", "link")))
            .withForgiven(List.of("account:1"));

    Revision revision =
        ports()
            .accounts()
            .revise(
                anna.id(),
                AccountEdit.none().withRole(new Role("admin")).withUsername("bert"),
                sequel);

    assertThat(revision).isEqualTo(new Revision.Taken("username"));
    assertThat(again(ports(), anna)).isEqualTo(before);
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
    assertThat(ports().tickets().find(TokenDigest.of("opened"))).isEmpty();
    assertThat(ports().audit().latest(anna.id(), 100)).isEqualTo(written);
    assertThat(ports().outbox().waiting()).isEqualTo(1);
    assertThat(ports().attempts().read(List.of("account:1")).get("account:1").count()).isOne();
  }

  @Test
  default void anEditSpendsItsTicketOnce() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");
    Sequel sequel = edited(anna).withSpent(TokenDigest.of("ticket"));

    assertThat(ports().accounts().revise(anna.id(), AccountEdit.none(), sequel))
        .isInstanceOf(Revised.class);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isEmpty();
    assertThat(
            ports().accounts().revise(anna.id(), AccountEdit.none().withUsername("late"), sequel))
        .isEqualTo(new Revision.TicketGone());
    assertThat(again(ports(), anna).logins()).isEqualTo(anna.logins());
    assertThat(ports().audit().latest(anna.id(), 100))
        .containsExactly("account-changed", "reset-requested", "account-created");
  }

  @Test
  default void whatWasSeenOtherwiseIsLeftAlone() {
    Account seen = made(ports(), "anna");
    Sequel first = edited(seen).asSeen(Optional.of(seen.updatedAt()));
    ports().accounts().revise(seen.id(), AccountEdit.none().withUsername("anne"), first);
    Account now = again(ports(), seen);

    assertThat(now.logins().username()).contains("anne");
    assertThat(ports().accounts().revise(seen.id(), AccountEdit.none().withUsername("late"), first))
        .isEqualTo(new Revision.Overtaken());
    assertThat(again(ports(), seen)).isEqualTo(now);
    assertThat(ports().audit().latest(seen.id(), 100))
        .containsExactly("account-changed", "account-created");
  }

  @Test
  default void anothersTicketIsNone() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    send(ports(), anna, "ticket");
    Sequel sequel = edited(bert).withSpent(TokenDigest.of("ticket"));

    assertThat(ports().accounts().revise(bert.id(), AccountEdit.none(), sequel))
        .isEqualTo(new Revision.TicketGone());
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
  }

  @Test
  default void theTimesOfAnEditAreKeptToTheMillisecond() {
    Account anna = made(ports(), "anna");
    Instant precise = Instant.parse("2026-11-20T20:55:26.524789Z");
    AuditEntry entry = AuditEntry.of(precise, VISIT, anna.id(), new Event.EmailConfirmed());
    Sequel sequel = Sequel.of(entry).withEnding(new Ending.All());

    Revision revision =
        ports().accounts().revise(anna.id(), AccountEdit.none().withConfirmedAt(precise), sequel);

    Account after = again(ports(), anna);
    assertThat(revision).isEqualTo(new Revised(after));
    assertThat(after.updatedAt()).isEqualTo(NOW);
    assertThat(after.confirmation().confirmedAt()).contains(NOW);
    assertThat(after.moments().sessionsEndedAt()).contains(NOW);
  }
}
