package dev.rekey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.NewAccount;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.arrival.OnConflict;
import dev.rekey.core.arrival.Verdict;
import dev.rekey.core.audit.Event;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Intake.Batch;
import dev.rekey.core.store.Intake.Progress;
import dev.rekey.core.store.Intake.Source;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store promises to whoever brings people of another system. */
public interface IntakeContract {

  Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  Instant BORN = Instant.parse("2015-03-02T01:00:00.123Z");
  PasswordHash HASH =
      PasswordHash.of("$2a$04$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi");

  Ports ports();

  Intake intake();

  /** One that writes nothing. */
  Intake rehearsal();

  @Test
  default void whoArrivesIsHereAsItCame() {
    Arrival anna =
        new Arrival(
            1,
            2,
            new Logins(Optional.of("Anna@Example.org"), Optional.of("anna"), Optional.of("uid-1")),
            new Role("educator"),
            new Profile(Map.of("first_name", "=HYPERLINK(1)", "nfc_tag", "04:aa")),
            new Arrival.Ids(
                Optional.of(4711L), Optional.of("a".repeat(24)), Optional.of("b".repeat(32))),
            new Credential(
                Optional.of(HASH),
                3,
                false,
                Optional.of(BORN),
                Optional.of(new MustChange.Temporary(NOW))),
            Set.of("oz_users_list"),
            new Confirmation(Optional.of(BORN), Optional.of("new@example.org")),
            true,
            new Moments(BORN, NOW, Optional.of(BORN), Optional.of(BORN), Optional.of(NOW)),
            List.of(),
            List.of());

    assertThat(take(OnConflict.SKIP, 0, anna)).containsExactly(new Verdict.Taken(anna));

    Account account = find("anna").orElseThrow();
    assertThat(account.ids().number()).isEqualTo(4711);
    assertThat(account.ids().hex24()).isEqualTo("a".repeat(24));
    assertThat(account.ids().hex32()).isEqualTo("b".repeat(32));
    assertThat(account.logins()).isEqualTo(anna.logins());
    assertThat(account.role()).isEqualTo(anna.role());
    assertThat(account.profile()).isEqualTo(anna.profile());
    assertThat(account.credential()).isEqualTo(anna.credential());
    assertThat(account.privileges()).isEqualTo(anna.privileges());
    assertThat(account.confirmation()).isEqualTo(anna.confirmation());
    assertThat(account.disabled()).isTrue();
    assertThat(account.moments()).isEqualTo(anna.moments());
  }

  @Test
  default void idsThatNobodyGaveAreMadeUpBehindAllOthers() {
    take(
        OnConflict.SKIP,
        0,
        arrival(1, "a@x.org", Arrival.Ids.ofNumber(100)),
        arrival(2, "b@x.org", Arrival.Ids.none()),
        arrival(3, "c@x.org", Arrival.Ids.ofNumber(7)));

    assertThat(find("b@x.org").orElseThrow().ids().number()).isEqualTo(101);
    assertThat(find("c@x.org").orElseThrow().ids().number()).isEqualTo(7);
    assertThat(create("d@x.org").ids().number()).isEqualTo(102);
  }

  @Test
  default void howFarItWentIsWrittenInTheSameCommit() {
    take(OnConflict.SKIP, 0, arrival(1, "a@x.org"), arrival(2, "A@x.org"), arrival(3, "c@x.org"));

    assertThat(intake().progress(source(OnConflict.SKIP)))
        .hasValue(new Progress(3, 2, 0, 1, false, NOW));
    assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(2);
  }

  @Test
  default void whatBreaksLeavesNothingBehind() {
    Batch batch = new Batch(0, 1, List.of(arrival(1, "a@x.org")), 0, true);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            intake()
                .take(
                    source(OnConflict.SKIP),
                    batch,
                    NOW,
                    _ -> {
                      throw new IllegalStateException("the report's disk is full");
                    }));

    assertThat(intake().progress(source(OnConflict.SKIP))).isEmpty();
    assertThat(find("a@x.org")).isEmpty();
  }

  @Test
  default void aBatchIsTakenOnce() {
    take(OnConflict.SKIP, 0, arrival(1, "a@x.org"));

    assertThatExceptionOfType(Intake.Overtaken.class)
        .isThrownBy(() -> take(OnConflict.SKIP, 0, arrival(1, "b@x.org")));

    assertThat(find("b@x.org")).isEmpty();
  }

  @Test
  default void oneWhoseNameIsTakenIsSkipped() {
    create("anna@x.org");

    List<Verdict> verdicts =
        take(
            OnConflict.SKIP,
            0,
            arrival(1, "ANNA@x.org"),
            named(2, "Anna@X.org"),
            arrival(3, "b@x.org"),
            arrival(4, "b@x.org"));

    assertThat(kinds(verdicts)).containsExactly("Refused", "Refused", "Taken", "Refused");
    assertThat(why(verdicts.getFirst())).contains("e-mail address", "account which is here");
    assertThat(why(verdicts.get(3))).contains("an earlier row");
  }

  @Test
  default void oneWhoseIdIsTakenIsSkipped() {
    long number = create("anna@x.org").ids().number();

    List<Verdict> verdicts =
        take(OnConflict.SKIP, 0, arrival(1, "b@x.org", Arrival.Ids.ofNumber(number)));

    assertThat(kinds(verdicts)).containsExactly("Refused");
    assertThat(why(verdicts.getFirst())).contains("the id");
  }

  @Test
  default void aMergeFillsUpWhatIsMissing() {
    Account there = create("anna@x.org");
    Arrival row =
        new Arrival(
            1,
            1,
            Logins.of(Optional.of("anna@x.org"), Optional.of("anna")),
            new Role("admin"),
            new Profile(Map.of("city", "Oslo")),
            Arrival.Ids.ofHex24("c".repeat(24)),
            new Credential(Optional.of(HASH), 1, true, Optional.empty()),
            Set.of(),
            Confirmation.none(),
            false,
            Moments.ofBirth(BORN),
            List.of(),
            List.of());

    assertThat(kinds(take(OnConflict.MERGE, 0, row))).containsExactly("Merged");

    Account merged = find("anna").orElseThrow();
    assertThat(merged.id()).isEqualTo(there.id());
    assertThat(merged.role()).isEqualTo(there.role());
    assertThat(merged.ids().number()).isEqualTo(there.ids().number());
    assertThat(merged.ids().hex24()).isEqualTo("c".repeat(24));
    assertThat(merged.credential().hash()).hasValue(HASH);
    assertThat(merged.profile().get("city")).hasValue("Oslo");
  }

  @Test
  default void oneThatIsTwiceInAFileKeepsItsFirstId() {
    List<Verdict> verdicts =
        take(
            OnConflict.MERGE,
            0,
            arrival(1, "anna@x.org", Arrival.Ids.ofNumber(5)),
            arrival(2, "anna@x.org", Arrival.Ids.ofNumber(6)));

    assertThat(kinds(verdicts)).containsExactly("Taken", "Merged");
    assertThat(find("anna@x.org").orElseThrow().ids().number()).isEqualTo(5);
    assertThat(ports().accounts().find(Realm.MAIN, new Handle.Number(6))).isEmpty();
  }

  @Test
  default void whoIsTwoPeopleIsMergedIntoNobody() {
    create("anna@x.org");
    take(OnConflict.MERGE, 0, named(1, "berta"));
    Arrival both =
        new Arrival(
            2,
            2,
            Logins.of(Optional.of("anna@x.org"), Optional.of("berta")),
            new Role("user"),
            Profile.empty(),
            Arrival.Ids.none(),
            new Credential(Optional.empty(), 1, true, Optional.empty()),
            Set.of(),
            Confirmation.none(),
            false,
            Moments.ofBirth(BORN),
            List.of(),
            List.of());

    assertThat(why(take(OnConflict.MERGE, 1, both).getFirst())).contains("two accounts");
  }

  @Test
  default void aRenamedOneHasAFreeName() {
    take(OnConflict.RENAME, 0, named(1, "anna"), named(2, "anna"), named(3, "anna"));

    assertThat(find("anna")).isPresent();
    assertThat(find("anna-2")).isPresent();
    assertThat(find("anna-3")).isPresent();
  }

  @Test
  default void oneWhoseAddressIsTakenIsRenamedToAUsername() {
    take(OnConflict.RENAME, 0, arrival(1, "anna@x.org"), arrival(2, "anna@x.org"));

    Account other = find("anna@x.org-2").orElseThrow();
    assertThat(other.logins().email()).isEmpty();
    assertThat(other.logins().username()).hasValue("anna@x.org-2");
  }

  @Test
  default void sessionsAndLettersComeAlong() {
    Instant later = NOW.plus(Duration.ofDays(1));
    Grant.Trail trail = Grant.Trail.begin(new TokenDigest("$2a$04$x"), NOW);
    Arrival row =
        new Arrival(
            1,
            1,
            Logins.of(Optional.of("anna@x.org"), Optional.empty()),
            new Role("user"),
            Profile.empty(),
            Arrival.Ids.none(),
            new Credential(Optional.of(HASH), 1, true, Optional.empty()),
            Set.of(),
            Confirmation.none(),
            false,
            Moments.ofBirth(BORN),
            List.of(
                new Arrival.Token(
                    "tokenauth", Grant.Kind.CLIENT, "client", Optional.of(trail), NOW, later)),
            List.of(
                new Arrival.Letter(
                    Ticket.Purpose.CONFIRM_EMAIL, TokenDigest.of("token"), NOW, later)));

    take(OnConflict.SKIP, 0, row);

    Account account = find("anna@x.org").orElseThrow();
    Grant.Ref ref = new Grant.Ref(account.id(), Grant.Kind.CLIENT, "client");
    assertThat(ports().grants().find(ref).orElseThrow().trail()).hasValue(trail);
    assertThat(ports().tickets().find(TokenDigest.of("token"))).isPresent();
  }

  @Test
  default void aRehearsalSaysTheSameAndWritesNothing() {
    create("anna@x.org");
    for (OnConflict policy : OnConflict.values()) {
      List<Arrival> rows =
          List.of(
              arrival(1, "anna@x.org", Arrival.Ids.ofHex24("d".repeat(24))),
              arrival(2, "b@x.org"),
              named(3, "b@x.org"),
              arrival(4, "c@x.org", Arrival.Ids.ofNumber(3)),
              arrival(5, "b@x.org"),
              named(6, "anna@x.org-2"),
              arrival(7, "d@x.org", Arrival.Ids.ofHex24("d".repeat(24))));
      List<Verdict> said = new ArrayList<>();
      try (Intake rehearsal = rehearsal()) {
        said.addAll(rehearsal.take(source(policy), batch(0, rows.subList(0, 3)), NOW, _ -> {}));
        said.addAll(rehearsal.take(source(policy), batch(3, rows.subList(3, 7)), NOW, _ -> {}));
      }
      assertThat(ports().accounts().count(Realm.MAIN)).isEqualTo(1);
      assertThat(intake().progress(source(policy))).isEmpty();

      List<Verdict> done = new ArrayList<>();
      done.addAll(intake().take(source(policy), batch(0, rows.subList(0, 3)), NOW, _ -> {}));
      done.addAll(intake().take(source(policy), batch(3, rows.subList(3, 7)), NOW, _ -> {}));

      assertThat(kinds(said)).as(policy.name()).isEqualTo(kinds(done));
      assertThat(said.stream().map(IntakeContract::why))
          .as(policy.name())
          .isEqualTo(done.stream().map(IntakeContract::why).toList());
      deleteAllBut("anna@x.org");
      intake().forget(source(policy));
    }
  }

  private void deleteAllBut(String name) {
    ports().accounts().list(Realm.MAIN, Optional.empty(), 100).stream()
        .filter(account -> !account.logins().all().contains(name))
        .forEach(account ->
            ports()
                .accounts()
                .delete(
                    account.id(),
                    Sequel.of(Story.entry(account.id(), new Event.AccountDeleted()))));
  }

  private Account create(String email) {
    NewAccount draft =
        new NewAccount(
            Realm.MAIN,
            Logins.of(Optional.of(email), Optional.empty()),
            new Role("user"),
            Profile.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return ((Accounts.Creation.Created) ports().accounts().create(draft, Story.VISIT, NOW))
        .account();
  }

  private Optional<Account> find(String name) {
    return ports().accounts().findByLogin(Realm.MAIN, name);
  }

  private List<Verdict> take(OnConflict policy, long behind, Arrival... rows) {
    return intake().take(source(policy), batch(behind, List.of(rows)), NOW, _ -> {});
  }

  private static Batch batch(long behind, List<Arrival> rows) {
    return new Batch(behind, behind + rows.size(), rows, 0, false);
  }

  private static Source source(OnConflict policy) {
    return new Source(Realm.MAIN, "digest-of-the-file", "generic", policy);
  }

  private static Arrival arrival(long place, String email) {
    return arrival(place, email, Arrival.Ids.none());
  }

  private static Arrival arrival(long place, String email, Arrival.Ids ids) {
    return plain(place, Logins.of(Optional.of(email), Optional.empty()), ids);
  }

  private static Arrival named(long place, String username) {
    return plain(place, Logins.of(Optional.empty(), Optional.of(username)), Arrival.Ids.none());
  }

  private static Arrival plain(long place, Logins logins, Arrival.Ids ids) {
    return new Arrival(
        place,
        place + 1,
        logins,
        new Role("user"),
        Profile.empty(),
        ids,
        new Credential(Optional.of(HASH), 1, true, Optional.empty()),
        Set.of(),
        Confirmation.none(),
        false,
        Moments.ofBirth(BORN),
        List.of(),
        List.of());
  }

  private static List<String> kinds(List<Verdict> verdicts) {
    return verdicts.stream().map(verdict -> verdict.getClass().getSimpleName()).toList();
  }

  private static String why(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Taken _ -> "";
      case Verdict.Renamed(Arrival _, String how) -> how;
      case Verdict.Merged merged -> merged.how();
      case Verdict.Refused(Arrival _, String why) -> why;
    };
  }
}
