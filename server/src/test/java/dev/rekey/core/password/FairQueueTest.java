package dev.rekey.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.core.password.FairQueue.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FairQueueTest {

  private static final int PLACES = 120;

  /** By the clock of the queue; nobody here is due before, unless a test says so. */
  private static final long NOW = 0;

  private static final long LATER = 1000;

  private final FairQueue<String> queue = new FairQueue<>(PLACES);

  @Test
  void whoComesFirstIsServedFirstAmongStrangers() {
    wait("anna", source("192.0.2.1", "anna"));
    wait("bert", source("192.0.2.2", "bert"));
    wait("cleo", source("192.0.2.3", "cleo"));

    assertThat(served(3)).containsExactly("anna", "bert", "cleo");
  }

  @Test
  void aStormFromOneAddressIsOneTurnAheadOfAStranger() {
    storm(number -> source("192.0.2.66", "name" + number));
    wait("stranger", source("192.0.2.1", "anna"));

    assertThat(served(2)).contains("stranger");
  }

  @Test
  void aStormOnOneAccountIsOneTurnAheadOfAStranger() {
    storm(number -> source("198.51.100." + number, "victim"));
    wait("stranger", source("192.0.2.1", "anna"));

    assertThat(served(2)).contains("stranger");
  }

  @Test
  void twoStormsAreTwoTurnsAheadOfAStranger() {
    storm(number -> source("192.0.2.66", "name" + number));
    storm(number -> source("198.51.100." + number, "victim"));
    wait("stranger", source("192.0.2.1", "anna"));

    assertThat(served(3)).contains("stranger");
  }

  /** Its owner has the address that nobody else storms from. */
  @Test
  void whoSharesNothingButTheAccountWaitsBehindTheStormOnIt() {
    int storm = storm(number -> source("198.51.100." + number, "victim"));
    wait("owner", source("192.0.2.1", "victim"));
    wait("the owner's other account", source("192.0.2.1", "other"));

    assertThat(served(3)).contains("the owner's other account").doesNotContain("owner");
    assertThat(served(storm)).endsWith("owner");
  }

  @Test
  void oneStormLeavesHalfOfThePlacesToOthers() {
    assertThat(storm(number -> source("192.0.2.66", "name" + number))).isEqualTo(PLACES / 2);
  }

  @Test
  void twoStormsLeaveAThirdOfThePlacesToOthers() {
    IntFunction<Source> first = number -> source("192.0.2.66", "name" + number);
    IntFunction<Source> second = number -> source("192.0.2.67", "other" + number);
    int taken = 0;
    for (int number = 0; queue.isOpenTo(first.apply(number), PLACES); number++) {
      queue.enter(first.apply(number), LATER);
      queue.enter(second.apply(number), LATER);
      taken += 2;
    }

    assertThat(PLACES - taken).isEqualTo(PLACES / 3);
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"), PLACES)).isTrue();
  }

  @Test
  void aStormOnOneAccountLeavesHalfOfThePlacesToOthers() {
    assertThat(storm(number -> source("198.51.100." + number, "victim"))).isEqualTo(PLACES / 2);
  }

  @Test
  void strangersFillEveryPlace() {
    assertThat(storm(number -> source("198.51.100." + number, "name" + number))).isEqualTo(PLACES);
    assertThat(queue.isFull()).isTrue();
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"), PLACES)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> queue.enter(Source.house(), LATER));
  }

  @Test
  void theHouseItselfIsHeldUpByNobodysStorm() {
    storm(number -> source("192.0.2.66", "name" + number));
    wait("house", Source.house());
    wait("house again", Source.house());

    assertThat(served(3)).contains("house", "house again");
  }

  @Test
  void whereFewerPlacesAreToBeTakenTheStormHasHalfOfThose() {
    int few = PLACES / 4;
    int storm = 0;
    while (queue.isOpenTo(source("192.0.2.66", "name" + storm), few)) {
      queue.enter(source("192.0.2.66", "name" + storm++), LATER);
    }

    assertThat(storm).isEqualTo(few / 2);
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"), few)).isTrue();
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"), storm)).isFalse();
  }

  @Test
  void whoIsDueIsOvertakenNoMore() {
    storm(number -> source("192.0.2.66", "name" + number));
    wait("one of the storm", source("192.0.2.66", "late"), NOW);
    wait("another", source("192.0.2.66", "later"), NOW);
    wait("stranger", source("192.0.2.1", "anna"));

    queue.next(NOW - 1);
    assertThat(queue.next(NOW - 1)).as("nobody is due yet").contains("stranger");
    wait("second stranger", source("192.0.2.2", "bert"));
    for (int older = 1; older < PLACES / 2; older++) {
      assertThat(queue.next(LATER)).contains("storm");
    }
    assertThat(queue.next(LATER)).contains("one of the storm");
    assertThat(queue.next(NOW)).contains("another");
    assertThat(queue.next(NOW)).contains("second stranger");
  }

  /** Else whoever comes next would be behind the whole storm. */
  @Test
  void whoGoesFirstForBeingDueTakesNobodyElseAlong() {
    int storm = storm(number -> source("192.0.2.66", "name" + number));
    queue.next(NOW);
    long before = queue.virtualTime();
    queue.next(LATER);
    queue.next(LATER);

    assertThat(queue.virtualTime()).isEqualTo(before);
    wait("stranger", source("192.0.2.1", "anna"));
    assertThat(served(storm)).startsWith("stranger");
  }

  @Test
  void aPlaceWithNothingToDoKeepsNobodyWaiting() {
    Turn idle = queue.enter(source("192.0.2.1", "anna"), LATER);
    wait("bert", source("192.0.2.2", "bert"));

    assertThat(served(1)).containsExactly("bert");
    queue.ready(idle, "anna");
    wait("cleo", source("192.0.2.3", "cleo"));
    assertThat(served(2)).containsExactly("anna", "cleo");
  }

  @Test
  void whatIsHalfDoneIsDoneFirst() {
    Turn turn = wait("first hash", source("192.0.2.1", "anna"));
    served(1);
    storm(number -> source("192.0.2.66", "name" + number));
    queue.ready(turn, "second hash");

    assertThat(served(1)).containsExactly("second hash");
  }

  @Test
  void turnsThatWereNeverUsedAreNotHeldAgainstTheirSource() {
    Source busy = source("192.0.2.66", "anna");
    queue.enter(busy, LATER);
    for (int i = 0; i < 1000; i++) {
      queue.leave(queue.enter(busy, LATER));
    }
    wait("busy", busy);
    storm(number -> source("198.51.100." + number, "name" + number));

    assertThat(served(queue.held())).contains("busy");
    assertThat(queue.virtualTime()).isLessThanOrEqualTo(3);
  }

  @Test
  void forgetsWhoHoldsNoPlace() {
    List<Turn> turns = new ArrayList<>();
    for (int number = 0; number < PLACES; number++) {
      turns.add(queue.enter(source("198.51.100." + number, "name" + number), LATER));
    }
    assertThat(queue.remembered()).isEqualTo(2 * PLACES);
    turns.forEach(queue::leave);

    assertThat(queue.remembered()).isZero();
    assertThat(queue.held()).isZero();
  }

  @Test
  void whatIsWithdrawnIsNotServed() {
    Turn turn = wait("anna", source("192.0.2.1", "anna"));

    assertThat(queue.withdraw(turn)).isTrue();
    assertThat(queue.withdraw(turn)).isFalse();
    assertThat(queue.next(NOW)).isEmpty();
  }

  @Test
  void aTurnHasOneThingToDoAtATime() {
    Turn turn = wait("anna", source("192.0.2.1", "anna"));

    assertThatIllegalStateException().isThrownBy(() -> queue.ready(turn, "anna, twice"));
  }

  /** As many as are let in, each with something to do. */
  private int storm(IntFunction<Source> sources) {
    int number = 0;
    while (queue.isOpenTo(sources.apply(number), PLACES)) {
      wait("storm", sources.apply(number));
      number++;
    }
    return number;
  }

  private Turn wait(String name, Source source) {
    return wait(name, source, LATER);
  }

  private Turn wait(String name, Source source, long due) {
    Turn turn = queue.enter(source, due);
    queue.ready(turn, name);
    return turn;
  }

  private List<String> served(int count) {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queue.next(NOW).ifPresent(served::add);
    }
    return served;
  }

  private static Source source(String address, String account) {
    return new Source(Optional.of(address), Optional.of(account));
  }
}
