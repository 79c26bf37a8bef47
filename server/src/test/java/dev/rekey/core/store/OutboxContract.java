package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.letter;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.telling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Outbox.Due;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store promises about letters that are owed. */
interface OutboxContract extends Contract {

  Instant LEASE = NOW.plusSeconds(60);

  private void post(List<Letter> letters) {
    Account somebody = made(ports(), "somebody");
    ports().credentials().swap(telling(change(somebody, 1), letters, List.of()));
  }

  private void post(int many) {
    post(IntStream.range(0, many).mapToObj(i -> letter("to" + i + "@x.org", "link")).toList());
  }

  @Test
  default void everyLetterArrivesAsItWasWritten() {
    Origin origin = new Origin("2001:db8::7", "Ünïcode \"agent\" \uD83D\uDE80");
    Instant precise = Instant.parse("2026-11-20T20:55:26.524789Z");
    List<Letter> letters =
        List.of(
            new Letter.ResetLink("a@x.org", "Änna", "https://x.org/?a=1&b=ü", precise),
            new Letter.PasswordChanged("b@x.org", "", NOW, origin).withAlarm("https://x.org/1"),
            new Letter.ResetDone("c@x.org", "Carl", NOW, origin).withAlarm("https://x.org/2"),
            new Letter.PasswordSetByAdministrator("d@x.org", "Dora\n", NOW)
                .withAlarm("https://x.org/3"),
            new Letter.NewDevice("i@x.org", "Ida", NOW, origin).withAlarm("https://x.org/4"),
            new Letter.WayBack(
                "j@x.org", "Jan", "https://x.org/5", precise, "7K3M", Optional.of(Language.CZECH)),
            new Letter.ConfirmLink("e@x.org", "Emil", "https://x.org/?confirm=1", precise),
            new Letter.UnlockLink("f@x.org", "Frida", "https://x.org/?unlock=1", precise),
            new Letter.EmailChanged("g@x.org", "Götz", NOW, origin).withAlarm("https://x.org/6"),
            new Letter.AccountDeleted("h@x.org", "Hanna", NOW));
    post(letters);

    assertThat(ports().outbox().take(10, NOW, LEASE))
        .extracting(Due::letter)
        .containsExactlyElementsOf(letters);
  }

  @Test
  default void aLeasedLetterIsNobodyElsesUntilTheLeaseRunsOut() {
    post(1);
    Outbox outbox = ports().outbox();

    assertThat(outbox.take(10, NOW, LEASE)).hasSize(1);
    assertThat(outbox.take(10, NOW, LEASE)).isEmpty();
    assertThat(outbox.take(10, LEASE.minusMillis(1), LEASE.plusSeconds(60))).isEmpty();
    assertThat(outbox.take(10, LEASE, LEASE.plusSeconds(60)))
        .extracting(Due::failures)
        .containsExactly(0);
  }

  @Test
  default void aDeliveredLetterIsGone() {
    post(2);
    Outbox outbox = ports().outbox();

    outbox.delivered(outbox.take(1, NOW, LEASE).getFirst().id());

    assertThat(outbox.waiting()).isEqualTo(1);
    assertThat(outbox.take(10, LEASE, LEASE.plusSeconds(60))).hasSize(1);
  }

  @Test
  default void aPostponedLetterIsDueLaterAndRemembersItsFailures() {
    post(1);
    Outbox outbox = ports().outbox();
    long id = outbox.take(10, NOW, LEASE).getFirst().id();
    Instant next = NOW.plusSeconds(300);

    outbox.postponed(id, next);

    assertThat(outbox.take(10, next.minusMillis(1), LEASE)).isEmpty();
    assertThat(outbox.nextDue()).contains(next);
    assertThat(outbox.take(10, next, next.plusSeconds(60)))
        .extracting(Due::failures)
        .containsExactly(1);
  }

  @Test
  default void theLongestDueIsTakenFirst() {
    post(3);
    Outbox outbox = ports().outbox();
    List<Due> all = outbox.take(10, NOW, LEASE);
    outbox.postponed(all.get(0).id(), NOW.plusSeconds(300));
    outbox.postponed(all.get(1).id(), NOW.plusSeconds(100));
    outbox.postponed(all.get(2).id(), NOW.plusSeconds(200));

    assertThat(outbox.take(2, NOW.plusSeconds(1000), NOW.plusSeconds(2000)))
        .extracting(Due::id)
        .containsExactlyInAnyOrder(all.get(1).id(), all.get(2).id());
  }

  @Test
  default void anEmptyBoxOwesNothing() {
    assertThat(ports().outbox().waiting()).isZero();
    assertThat(ports().outbox().nextDue()).isEmpty();
    assertThat(ports().outbox().waitingSince()).isEmpty();
    assertThat(ports().outbox().take(10, NOW, LEASE)).isEmpty();
  }

  @Test
  default void aLetterWaitsSinceItWasPostedHoweverOftenItIsPutOff() {
    post(1);
    Outbox outbox = ports().outbox();
    long id = outbox.take(10, NOW, LEASE).getFirst().id();

    outbox.postponed(id, NOW.plusSeconds(300));

    assertThat(outbox.waitingSince()).contains(NOW);
  }

  @Test
  default void aFreshLetterIsDueAtOnce() {
    post(1);

    assertThat(ports().outbox().nextDue()).contains(NOW);
  }

  @Test
  default void ofManyWhoTakeNobodyGetsALetterTwice() {
    post(60);

    List<List<Due>> taken = Together.all(20, _ -> ports().outbox().take(5, NOW, LEASE));
    List<Due> left = ports().outbox().take(60, NOW, LEASE);

    List<Long> ids =
        Stream.concat(taken.stream().flatMap(List::stream), left.stream()).map(Due::id).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(60);
  }
}
