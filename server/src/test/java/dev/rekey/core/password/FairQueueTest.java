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
    for (int number = 0; queue.isOpenTo(first.apply(number)); number++) {
      queue.enter(first.apply(number));
      queue.enter(second.apply(number));
      taken += 2;
    }

    assertThat(PLACES - taken).isEqualTo(PLACES / 3);
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"))).isTrue();
  }

  @Test
  void aStormOnOneAccountLeavesHalfOfThePlacesToOthers() {
    assertThat(storm(number -> source("198.51.100." + number, "victim"))).isEqualTo(PLACES / 2);
  }

  @Test
  void strangersFillEveryPlace() {
    assertThat(storm(number -> source("198.51.100." + number, "name" + number))).isEqualTo(PLACES);
    assertThat(queue.isFull()).isTrue();
    assertThat(queue.isOpenTo(source("192.0.2.1", "anna"))).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> queue.enter(Source.house()));
  }

  @Test
  void theHouseItselfIsHeldUpByNobodysStorm() {
    storm(number -> source("192.0.2.66", "name" + number));
    wait("house", Source.house());
    wait("house again", Source.house());

    assertThat(served(3)).contains("house", "house again");
  }

  @Test
  void saysHowManyAreServedBeforeSomebody() {
    int storm = storm(number -> source("192.0.2.66", "name" + number));

    assertThat(queue.before(source("192.0.2.66", "another"))).isEqualTo(storm);
    assertThat(queue.before(source("192.0.2.1", "anna"))).isEqualTo(1);
    served(storm / 2);
    assertThat(queue.before(source("192.0.2.66", "another"))).isEqualTo(storm);
    assertThat(queue.before(source("192.0.2.1", "anna")))
        .as("those in service hold their places still")
        .isEqualTo(storm / 2 + 1);
  }

  @Test
  void aPlaceWithNothingToDoKeepsNobodyWaiting() {
    Turn idle = queue.enter(source("192.0.2.1", "anna"));
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
    queue.enter(busy);
    for (int i = 0; i < 1000; i++) {
      queue.leave(queue.enter(busy));
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
      turns.add(queue.enter(source("198.51.100." + number, "name" + number)));
    }
    assertThat(queue.remembered()).isEqualTo(2 * PLACES);
    turns.forEach(queue::leave);

    assertThat(queue.remembered()).isZero();
    assertThat(queue.held()).isZero();
    assertThat(queue.before(source("192.0.2.1", "anna"))).isZero();
  }

  @Test
  void whatIsWithdrawnIsNotServed() {
    Turn turn = wait("anna", source("192.0.2.1", "anna"));

    assertThat(queue.withdraw(turn)).isTrue();
    assertThat(queue.withdraw(turn)).isFalse();
    assertThat(queue.next()).isEmpty();
  }

  @Test
  void aTurnHasOneThingToDoAtATime() {
    Turn turn = wait("anna", source("192.0.2.1", "anna"));

    assertThatIllegalStateException().isThrownBy(() -> queue.ready(turn, "anna, twice"));
  }

  /** As many as are let in, each with something to do. */
  private int storm(IntFunction<Source> sources) {
    int number = 0;
    while (queue.isOpenTo(sources.apply(number))) {
      wait("storm", sources.apply(number));
      number++;
    }
    return number;
  }

  private Turn wait(String name, Source source) {
    Turn turn = queue.enter(source);
    queue.ready(turn, name);
    return turn;
  }

  private List<String> served(int count) {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queue.next().ifPresent(served::add);
    }
    return served;
  }

  private static Source source(String address, String account) {
    return new Source(Optional.of(address), Optional.of(account));
  }
}
