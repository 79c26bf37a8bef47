package dev.rekey.core.store;

import static dev.rekey.core.store.Credentials.Commit.DONE;
import static dev.rekey.core.store.Credentials.Commit.OVERTAKEN;
import static dev.rekey.core.store.Story.NEW;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.OLD;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.by;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.client;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.send;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.spending;
import static dev.rekey.core.store.Story.telling;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.audit.Event;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Attempts.Tally;
import dev.rekey.core.store.Credentials.Commit;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about the change of a password. */
interface CredentialsContract extends Contract {

  @Test
  default void aChangeSwapsTheHashAndGrowsTheVersion() {
    Account anna = made(ports(), "anna");

    assertThat(ports().credentials().swap(change(anna, 1))).isEqualTo(DONE);

    Account changed = again(ports(), anna);
    assertThat(changed.credential().hash()).contains(NEW);
    assertThat(changed.credential().version()).isEqualTo(2);
    assertThat(changed.credential().changedAt()).contains(NOW);
    assertThat(changed.updatedAt()).isEqualTo(NOW);
  }

  @Test
  default void aChangeFromAnOldVersionChangesNothing() {
    Account anna = made(ports(), "anna");
    ports().credentials().swap(change(anna, 1));
    ports().grants().open(token(anna, "kept"), 2, 5, signedIn(anna), List.of());
    send(ports(), anna, "ticket");
    ports().attempts().count(List.of("account:1"), NOW, Optional.empty());
    Account before = again(ports(), anna);
    List<String> written = ports().audit().latest(anna.id(), 100);
    Letter notice = letter("anna@example.org", "https://id.example.org/");

    Commit late =
        ports()
            .credentials()
            .swap(
                telling(
                    by(change(anna, 1), Optional.empty(), Optional.of(token(anna, "new"))),
                    List.of(notice),
                    List.of("account:1")));

    assertThat(late).isEqualTo(OVERTAKEN);
    assertThat(again(ports(), anna)).isEqualTo(before);
    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(token(anna, "kept"));
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
    assertThat(ports().audit().latest(anna.id(), 100)).isEqualTo(written);
    assertThat(ports().outbox().waiting()).isEqualTo(1);
    assertThat(ports().attempts().read(List.of("account:1")).get("account:1").count()).isOne();
  }

  @Test
  default void aChangeEndsEveryOtherGrantOnEveryWire() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    Grant acting = client(anna, "acting", "t1");
    Grant sameKey =
        new Grant(
            new Grant.Ref(anna.id(), Grant.Kind.BEARER, "acting"),
            "ocariot",
            Optional.empty(),
            NOW,
            NOW.plusSeconds(60),
            "",
            "");
    List.of(acting, sameKey, client(anna, "other", "t2"), token(anna, "jti"))
        .forEach(grant -> open(ports(), anna, grant));
    open(ports(), bert, token(bert, "jti"));

    ports().credentials().swap(by(change(anna, 1), Optional.of(acting.ref()), Optional.empty()));

    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(acting);
    assertThat(ports().grants().of(bert.id(), NOW)).hasSize(1);
  }

  @Test
  default void aChangeKeepsNothingUnasked() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    open(ports(), anna, client(anna, "client", "t1"));

    ports().credentials().swap(change(anna, 1));

    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
  }

  @Test
  default void aChangeMayIssueAGrant() {
    Account anna = made(ports(), "anna");
    Grant issued = token(anna, "new");

    ports().credentials().swap(by(change(anna, 1), Optional.empty(), Optional.of(issued)));

    assertThat(ports().grants().find(issued.ref())).contains(issued);
  }

  @Test
  default void anIssuedGrantTakesTheKeptOnesPlace() {
    Account anna = made(ports(), "anna");
    Grant acting = client(anna, "client", "before");
    open(ports(), anna, acting);
    Grant renewed = client(anna, "client", "after");

    ports()
        .credentials()
        .swap(by(change(anna, 1), Optional.of(acting.ref()), Optional.of(renewed)));

    assertThat(ports().grants().of(anna.id(), NOW)).containsExactly(renewed);
  }

  @Test
  default void whatFollowsFromAChangeIsPartOfIt() {
    Account anna = made(ports(), "anna");
    ports().attempts().count(List.of("account:1", "lane:1", "other"), NOW, Optional.empty());
    Letter notice = letter("anna@example.org", "https://id.example.org/");

    ports()
        .credentials()
        .swap(telling(change(anna, 1), List.of(notice), List.of("account:1", "lane:1")));

    assertThat(ports().audit().latest(anna.id(), 1)).containsExactly("password-changed");
    assertThat(ports().outbox().take(10, NOW, NOW.plusSeconds(1)))
        .extracting(Outbox.Due::letter)
        .containsExactly(notice);
    assertThat(ports().attempts().read(List.of("account:1", "lane:1", "other")))
        .containsEntry("account:1", new Tally(0, NOW, NOW))
        .containsEntry("lane:1", new Tally(0, NOW, NOW))
        .containsEntry("other", new Tally(1, NOW, NOW));
  }

  @Test
  default void aTicketOpensOnce() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    assertThat(ports().credentials().swap(spending(change(anna, 1), "ticket"))).isEqualTo(DONE);
    assertThat(ports().credentials().swap(spending(change(anna, 2), "ticket")))
        .isEqualTo(OVERTAKEN);
    assertThat(again(ports(), anna).credential().version()).isEqualTo(2);
  }

  @Test
  default void onlyTheNewestTicketOpens() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "first");
    send(ports(), anna, "second");

    assertThat(ports().credentials().swap(spending(change(anna, 1), "first"))).isEqualTo(OVERTAKEN);
    assertThat(again(ports(), anna).credential().hash()).contains(OLD);
    assertThat(ports().credentials().swap(spending(change(anna, 1), "second"))).isEqualTo(DONE);
  }

  @Test
  default void aTicketOpensNobodyElsesDoor() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    send(ports(), anna, "ticket");

    assertThat(ports().credentials().swap(spending(change(bert, 1), "ticket")))
        .isEqualTo(OVERTAKEN);
    assertThat(again(ports(), bert)).isEqualTo(bert);
    assertThat(ports().tickets().find(TokenDigest.of("ticket"))).isPresent();
  }

  @Test
  default void everyTicketDiesWithThePassword() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    send(ports(), anna, "annas");
    send(ports(), bert, "berts");

    ports().credentials().swap(change(anna, 1));

    assertThat(ports().tickets().find(TokenDigest.of("annas"))).isEmpty();
    assertThat(ports().tickets().find(TokenDigest.of("berts"))).isPresent();
  }

  @Test
  default void aDisabledAccountsPasswordStays() {
    Account anna = made(ports(), "anna");
    ports().accounts().setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));

    assertThat(ports().credentials().swap(change(anna, 1))).isEqualTo(OVERTAKEN);
    assertThat(again(ports(), anna).credential()).isEqualTo(anna.credential());
  }

  @Test
  default void aHashIsRemadeWithoutAnyNotice() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));
    PasswordHash remade = PasswordHash.of("$old$hash$dearer");

    ports().credentials().remake(anna.id(), OLD, remade);

    Account after = again(ports(), anna);
    assertThat(after.credential().hash()).contains(remade);
    assertThat(after.credential().version()).isEqualTo(1);
    assertThat(after.updatedAt()).isEqualTo(anna.updatedAt());
    assertThat(ports().grants().of(anna.id(), NOW)).hasSize(1);
  }

  @Test
  default void aHashThatWasChangedMeanwhileIsNotRemade() {
    Account anna = made(ports(), "anna");
    ports().credentials().swap(change(anna, 1));

    ports().credentials().remake(anna.id(), OLD, PasswordHash.of("$old$hash$dearer"));

    assertThat(again(ports(), anna).credential().hash()).contains(NEW);
  }

  @Test
  default void ofAThousandChangesFromOnePasswordOneWins() {
    Account anna = made(ports(), "anna");

    List<Commit> commits =
        Together.all(1_000, i -> ports().credentials().swap(withToken(anna, 1, "jti" + i)));

    assertThat(commits).filteredOn(DONE::equals).hasSize(1);
    assertThat(again(ports(), anna).credential().version()).isEqualTo(2);
    assertThat(ports().audit().latest(anna.id(), 2_000))
        .containsExactly("password-changed", "account-created");
    assertThat(ports().grants().of(anna.id(), NOW))
        .extracting(grant -> grant.ref().key())
        .containsExactly("jti" + commits.indexOf(DONE));
  }

  private static Credentials.Swap withToken(Account account, long version, String jti) {
    Optional<Grant> issued = Optional.of(token(account, jti));
    return by(change(account, version), Optional.empty(), issued);
  }

  @Test
  default void ofAThousandUsesOfOneTicketOneWins() {
    Account anna = made(ports(), "anna");
    send(ports(), anna, "ticket");

    List<Commit> commits = Together.all(1_000, _ -> useOn(anna));

    assertThat(commits).filteredOn(DONE::equals).hasSize(1);
    assertThat(again(ports(), anna).credential().version()).isEqualTo(2);
  }

  /** Whoever comes late knows the newest version: the ticket alone stands in the way. */
  private Commit useOn(Account anna) {
    long version = again(ports(), anna).credential().version();
    return ports().credentials().swap(spending(change(anna, version), "ticket"));
  }

  @Test
  default void noSignInSlipsThroughAChange() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      Together.all(9, i -> i == 4 ? changeOf(anna) : openOf(anna, "jti" + i));

      assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    }
  }

  private boolean changeOf(Account anna) {
    return ports().credentials().swap(change(anna, 1)) == DONE;
  }

  private boolean openOf(Account anna, String jti) {
    Grant grant = token(anna, jti, NOW.plus(Duration.ofDays(1)));
    return ports().grants().open(grant, 1, 100, signedIn(anna), List.of("account:1", "lane:1"));
  }

  @Test
  default void noSignInSlipsThroughADisabling() {
    for (int round = 0; round < 10; round++) {
      Account anna = made(ports(), "anna" + round);
      Together.all(9, i -> i == 4 ? disable(anna) : openOf(anna, "jti" + i));

      assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
    }
  }

  private boolean disable(Account anna) {
    return ports()
        .accounts()
        .setDisabled(anna.id(), true, entry(anna.id(), new Event.AccountDisabled()));
  }
}
