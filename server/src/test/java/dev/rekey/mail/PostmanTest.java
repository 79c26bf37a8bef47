package dev.rekey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.mail.Carrier.Receipt;
import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Never;
import dev.rekey.mail.Carrier.Receipt.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostmanTest {

  private static final Letter LETTER = Post.resetLink("jo@example.com");

  private final Clock clock = new Clock();
  private final Tray tray = new Tray();
  private final Bag bag = new Bag();
  private final LogBook log = LogBook.of(Postman.class);
  private final Postman postman = postman();

  @AfterEach
  void close() {
    postman.close();
    log.close();
  }

  @Test
  void aLetterGoesOutWhenHeIsNudged() {
    postman.start();
    long id = owe(LETTER);

    postman.nudge();

    tray.awaitEmpty();
    assertThat(bag.carried()).extracting(Envelope::id).containsExactly(id);
    assertThat(bag.carried()).extracting(Envelope::form).containsExactly("reset-link");
    assertThat(bag.carried()).extracting(Envelope::sealedAt).containsExactly(clock.instant());
  }

  @Test
  void aLetterGoesOutWithoutANudgeToo() {
    owe(LETTER);
    postman.start();
    tray.awaitEmpty();

    owe(LETTER);

    tray.awaitEmpty();
    assertThat(tray.gone()).containsExactly(1L, 2L);
  }

  @Test
  void aLetterThatIsNotDueWaits() {
    tray.put(LETTER, clock.instant().plusSeconds(60));
    long due = owe(LETTER);
    postman.start();

    tray.awaitGone(due);

    assertThat(tray.waiting()).isEqualTo(1);
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToAnHourAndNeverGivesUp() {
    bag.answer(_ -> new Later("ConnectException"));
    owe(LETTER);
    Instant first = clock.instant();
    postman.start();

    List<Long> waits = List.of(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L);
    Instant last = first;
    for (int i = 0; i < waits.size(); i++) {
      tray.awaitPostponements(i + 1);
      assertThat(Duration.between(last, tray.postponements().get(i)))
          .isEqualTo(Duration.ofSeconds(waits.get(i)));
      last = tray.postponements().get(i);
      clock.forward(Duration.between(clock.instant(), last));
      postman.nudge();
    }

    tray.awaitPostponements(waits.size() + 1);
    assertThat(tray.waiting()).isEqualTo(1);
  }

  @Test
  void aLetterThatFailedArrivesOnceInTheEnd() {
    bag.answer(_ -> new Later("ConnectException"));
    owe(LETTER);
    postman.start();
    tray.awaitPostponements(1);

    bag.answer(_ -> new Taken());
    clock.forward(Duration.ofSeconds(10));
    postman.nudge();

    tray.awaitEmpty();
    assertThat(tray.gone()).containsExactly(1L);
    assertThat(bag.carried()).hasSize(2);
  }

  @Test
  void warnsAtFirstAndRaisesItsVoiceAfterFiveMinutes() {
    bag.answer(_ -> new Later("ConnectException"));
    owe(LETTER);
    postman.start();

    failTimes(6);

    awaitErrors(1);
    assertThat(log.lines(Level.WARN)).hasSize(5);
    assertThat(log.lines(Level.WARN).getFirst())
        .isEqualTo(
            "letter 1 could not be delivered (ConnectException), failure 1; the next try is in"
                + " 10 s");
    // The next try may have failed as well by now.
    assertThat(log.lines(Level.ERROR).getFirst())
        .isEqualTo(
            "letter 1 could not be delivered (ConnectException), failure 6; the next try is in"
                + " 320 s");
  }

  @Test
  void aLetterThatIsRefusedForGoodIsDroppedAtTheThirdTry() {
    bag.answer(_ -> new Never("SMTP 550 to RCPT"));
    owe(LETTER);
    postman.start();

    failTimes(2);

    tray.awaitEmpty();
    assertThat(bag.carried()).hasSize(3);
    assertThat(log.lines(Level.ERROR))
        .containsExactly("letter 1 is dropped: it was refused for good (SMTP 550 to RCPT), try 3");
  }

  @Test
  void aLetterToNobodyIsDroppedLikewiseAndNobodySeesIt() {
    owe(Post.resetLink("jo@example.com\r\nBcc: evil@evil.example"));
    postman.start();

    failTimes(2);

    tray.awaitEmpty();
    assertThat(bag.carried()).isEmpty();
    assertThat(log.lines(Level.ERROR)).hasSize(1);
  }

  @Test
  void aFailureOfOurOwnCostsNoLetter() {
    bag.answer(_ -> {
      throw new IllegalStateException("jo@example.com");
    });
    owe(LETTER);
    postman.start();
    tray.awaitPostponements(1);

    assertThat(tray.waiting()).isEqualTo(1);
    assertThat(log.lines(Level.WARN).getFirst()).contains("IllegalStateException at dev.rekey");
  }

  @Test
  void neverLogsAnAddressANameOrALink() {
    bag.answer(envelope -> {
      if (envelope.id() % 3 == 0) {
        throw new IllegalStateException("no way to jo@example.com");
      }
      return envelope.id() % 3 == 1 ? new Never("SMTP 550 to RCPT") : new Later("x");
    });
    for (int i = 0; i < 3; i++) {
      owe(new ResetLink("jo@example.com", "Lettie", Post.LINK, clock.instant()));
      owe(Post.changed("jo@example.com\r\n", "Lettie"));
    }
    postman.start();

    tray.awaitPostponements(6);
    clock.forward(Duration.ofHours(1));
    postman.nudge();
    tray.awaitPostponements(12);
    clock.forward(Duration.ofHours(1));
    postman.nudge();
    tray.awaitGone(1);

    assertThat(log.everything())
        .contains("letter 1 ")
        .doesNotContain("example.com", "Lettie", "reset_password_token", "192.0.2.7");
  }

  @Test
  void oneSlowRecipientHoldsUpNobodyElse() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    bag.answer(envelope -> envelope.id() == 1 ? whenOpen(open) : new Taken());
    LongStream.rangeClosed(1, 40).forEach(_ -> owe(LETTER));
    postman.start();

    for (long id = 2; id <= 40; id++) {
      tray.awaitGone(id);
    }
    assertThat(tray.waiting()).isEqualTo(1);

    open.countDown();
    tray.awaitEmpty();
    assertThat(tray.gone()).doesNotHaveDuplicates().hasSize(40);
  }

  @Test
  void carriesAFewAtOnceAndNoMore() {
    CountDownLatch four = new CountDownLatch(4);
    bag.answer(_ -> {
      four.countDown();
      return whenOpen(four);
    });
    LongStream.rangeClosed(1, 40).forEach(_ -> owe(LETTER));

    postman.start();

    tray.awaitEmpty();
    assertThat(bag.atMost()).isEqualTo(4);
  }

  @Test
  void aDeliveryThatNeverEndsIsCalledBack() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    bag.answer(_ -> {
      started.countDown();
      return whenOpen(never);
    });
    owe(LETTER);
    postman.start();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    clock.forward(Duration.ofMinutes(4));
    postman.nudge();

    tray.awaitPostponements(1);
    assertThat(tray.waiting()).isEqualTo(1);
  }

  @Test
  void twoPostmenSendNothingTwice() {
    LongStream.rangeClosed(1, 100).forEach(_ -> owe(LETTER));

    try (Postman other = postman()) {
      postman.start();
      other.start();
      tray.awaitEmpty();
    }

    assertThat(tray.gone()).doesNotHaveDuplicates().hasSize(100);
    assertThat(bag.carried()).hasSize(100);
  }

  @Test
  void anOutboxThatCannotBeReadIsTriedAgain() {
    tray.breakTakes(2);
    owe(LETTER);
    postman.start();

    postman.nudge();
    tray.awaitTakes();
    postman.nudge();

    tray.awaitEmpty();
    assertThat(log.lines(Level.ERROR))
        .contains("the outbox cannot be read; the next try is in 2 s");
  }

  @Test
  void anOutboxThatCannotBeWrittenCostsNoLetter() {
    tray.breakPen(true);
    LongStream.rangeClosed(1, 8).forEach(_ -> owe(LETTER));
    postman.start();
    awaitErrors(8);
    tray.breakPen(false);
    assertThat(tray.waiting()).isEqualTo(8);

    clock.forward(Duration.ofMinutes(6));
    postman.nudge();

    tray.awaitEmpty();
  }

  @Test
  void closingWaitsForTheDeliveriesUnderWay() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    bag.answer(_ -> {
      started.countDown();
      return whenOpen(open);
    });
    owe(LETTER);
    postman.start();
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    Thread closing = Thread.ofVirtual().start(postman::close);
    open.countDown();
    closing.join();

    assertThat(tray.gone()).containsExactly(1L);
  }

  @Test
  void closingTakesNoMoreLetters() {
    postman.start();
    postman.close();

    owe(LETTER);
    postman.nudge();

    assertThat(tray.waiting()).isEqualTo(1);
  }

  @Test
  void aPostmanWhoNeverStartedClosesToo() {
    postman.close();

    assertThat(bag.carried()).isEmpty();
  }

  private void failTimes(int times) {
    for (int i = 1; i <= times; i++) {
      tray.awaitPostponements(i);
      clock.forward(Duration.ofHours(1));
      postman.nudge();
    }
  }

  private void awaitErrors(int count) {
    while (log.lines(Level.ERROR).size() < count) {
      Thread.onSpinWait();
    }
  }

  private long owe(Letter letter) {
    return tray.put(letter, clock.instant());
  }

  private Postman postman() {
    return new Postman(tray, Post.letters(), Post.stationery(), bag, clock);
  }

  private static Receipt whenOpen(CountDownLatch latch) {
    try {
      latch.await();
      return new Taken();
    } catch (InterruptedException e) {
      return new Later("InterruptedException");
    }
  }
}
