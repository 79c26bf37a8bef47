package dev.rekey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.FairQueue.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.NullMarked;

@NullMarked
class FairQueueProperties {

  private static final long NEVER = Long.MAX_VALUE;

  /** What happens to a queue, one after the other. */
  sealed interface Step {

    record Come(Source source) implements Step {}

    record Ask(int which) implements Step {}

    record Serve() implements Step {}

    record Give(int which) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1000);
    Arbitrary<Step> come = sources().map(Step.Come::new);
    Arbitrary<Step> ask = any.map(Step.Ask::new);
    Arbitrary<Step> serve = Arbitraries.create(Step.Serve::new);
    Arbitrary<Step> give = any.map(Step.Give::new);
    return Arbitraries.frequencyOf(
            Tuple.of(4, come), Tuple.of(4, ask), Tuple.of(2, serve), Tuple.of(2, give))
        .list()
        .ofMaxSize(300);
  }

  private static Arbitrary<Source> sources() {
    Arbitrary<Optional<String>> few = Arbitraries.of("a", "b", "c", "d").optional();
    return Combinators.combine(few, few).as(Source::new);
  }

  @Property(tries = 500)
  void whoeverIsLetInIsServedHoweverTheyCome(
      @ForAll("steps") List<Step> steps, @ForAll("sizes") int places) {
    Story story = new Story(places);
    steps.forEach(story::tell);
    story.serveAll();

    assertThat(story.served).isEqualTo(story.asked);
  }

  @Property(tries = 500)
  void virtualTimeNeverGoesBackAndNobodyTakesMoreThanThereIs(
      @ForAll("steps") List<Step> steps, @ForAll("sizes") int places) {
    Story story = new Story(places);
    for (Step step : steps) {
      long before = story.queue.virtualTime();
      story.tell(step);

      assertThat(story.queue.virtualTime()).isGreaterThanOrEqualTo(before);
      assertThat(story.queue.held()).isEqualTo(story.held.size()).isLessThanOrEqualTo(places);
      assertThat(story.queue.remembered()).isLessThanOrEqualTo(2 * places);
    }
  }

  /** Between two turns of one source, nobody else who is waiting gets more than two. */
  @Property(tries = 200)
  void sourcesThatAlwaysHaveWorkTakeTurns(@ForAll("crowds") Tuple2<Integer, Integer> crowd) {
    FairQueue<Integer> queue = new FairQueue<>(crowd.get1() * crowd.get2());
    for (int source = 0; source < crowd.get1(); source++) {
      for (int i = 0; i < crowd.get2(); i++) {
        Source one = new Source(Optional.of("address " + source), Optional.empty());
        queue.ready(queue.enter(one, NEVER), source);
      }
    }
    for (int round = 0; round < crowd.get2(); round++) {
      Set<Integer> inThisRound = new HashSet<>();
      for (int source = 0; source < crowd.get1(); source++) {
        queue.next(0).ifPresent(inThisRound::add);
      }
      assertThat(inThisRound).hasSize(crowd.get1());
    }
  }

  /** One is served in every unit of time; whoever has waited as long as all places take is due. */
  @Property(tries = 500)
  void nobodyWaitsLongerThanAllPlacesTakeTwice(
      @ForAll("rushes") List<List<Source>> rush, @ForAll("sizes") int places) {
    FairQueue<Long> queue = new FairQueue<>(places);
    Map<Long, Turn> waiting = new HashMap<>();
    long comer = 0;
    for (int now = 0; now < rush.size() || !waiting.isEmpty(); now++) {
      for (Source source : now < rush.size() ? rush.get(now) : List.<Source>of()) {
        if (queue.isOpenTo(source, places)) {
          Turn turn = queue.enter(source, now + places);
          waiting.put(++comer, turn);
          queue.ready(turn, comer);
        }
      }
      Optional<Turn> served = queue.next(now).map(waiting::remove);
      served.ifPresent(queue::leave);
      long latest = now;

      assertThat(waiting.values())
          .allSatisfy(turn -> assertThat(latest - turn.due()).isLessThan(places));
    }
  }

  /** From the same few all the time, and from others whom nobody has seen before. */
  @Provide
  Arbitrary<List<List<Source>>> rushes() {
    Arbitrary<Source> strangers =
        Arbitraries.integers()
            .map(number -> new Source(Optional.of("stranger " + number), Optional.empty()));
    return Arbitraries.frequencyOf(Tuple.of(1, sources()), Tuple.of(1, strangers))
        .list()
        .ofMaxSize(4)
        .list()
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 40);
  }

  @Provide
  Arbitrary<Tuple2<Integer, Integer>> crowds() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 12);
    return Combinators.combine(few, few).as(Tuple::of);
  }

  /** A queue, and beside it what must be true of it, kept in the simplest way. */
  private static final class Story {

    private final FairQueue<Turn> queue;
    private final List<Turn> held = new ArrayList<>();
    private final Set<Turn> waiting = new HashSet<>();
    private final Set<Turn> asked = new HashSet<>();
    private final Set<Turn> served = new HashSet<>();
    private final int places;

    Story(int places) {
      this.places = places;
      this.queue = new FairQueue<>(places);
    }

    void tell(Step step) {
      switch (step) {
        case Step.Come(Source source) -> come(source);
        case Step.Ask(int which) -> pick(which).ifPresent(this::ask);
        case Step.Serve() -> serve();
        case Step.Give(int which) -> pick(which).ifPresent(this::give);
      }
    }

    void serveAll() {
      while (!waiting.isEmpty()) {
        serve();
      }
    }

    private void come(Source source) {
      if (queue.isOpenTo(source, places)) {
        held.add(queue.enter(source, NEVER));
      }
    }

    private void ask(Turn turn) {
      if (waiting.add(turn)) {
        asked.add(turn);
        queue.ready(turn, turn);
      }
    }

    private void serve() {
      Optional<Turn> next = queue.next(0);
      assertThat(next.isPresent()).isEqualTo(!waiting.isEmpty());
      next.ifPresent(turn -> {
        assertThat(waiting).allMatch(other -> other.tag() >= turn.tag());
        waiting.remove(turn);
        served.add(turn);
      });
    }

    /** Whoever goes without having been served did not want to be. */
    private void give(Turn turn) {
      held.remove(turn);
      queue.leave(turn);
      if (waiting.remove(turn)) {
        served.add(turn);
      }
    }

    private Optional<Turn> pick(int which) {
      return held.isEmpty() ? Optional.empty() : Optional.of(held.get(which % held.size()));
    }
  }
}
