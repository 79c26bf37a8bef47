package dev.rekey.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LateTest {

  private final AtomicInteger made = new AtomicInteger();

  private Late<List<String>> late(int most) {
    return new Late<>(
        () -> {
          made.incrementAndGet();
          return new ArrayList<>();
        },
        most);
  }

  @Test
  void isNotMadeByBeingToldSomething() {
    Late<List<String>> late = late(10);
    late.tell(list -> list.add("one"));

    assertThat(late.made()).isEmpty();
    assertThat(made).hasValue(0);
  }

  @Test
  void hearsInOrderWhatItWasToldBeforeAndAfter() {
    Late<List<String>> late = late(10);
    late.tell(list -> list.add("one"));
    late.tell(list -> list.add("two"));
    late.get();
    late.tell(list -> list.add("three"));

    assertThat(late.get()).containsExactly("one", "two", "three");
    assertThat(made).hasValue(1);
  }

  @Test
  void keepsNoMoreThanItMay() {
    Late<List<String>> late = late(1);
    late.tell(list -> list.add("one"));
    late.tell(list -> list.add("two"));

    assertThat(late.get()).containsExactly("one");
  }

  @Test
  void nobodyWaitsWhileItIsMadeAndNothingIsLost() throws Exception {
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Late<List<String>> late =
        new Late<>(
            () -> {
              making.countDown();
              await(goOn);
              return new ArrayList<>();
            },
            10);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> maker = threads.submit(late::get);
      making.await();
      late.tell(list -> list.add("meanwhile"));
      goOn.countDown();

      assertThat(maker.get()).containsExactly("meanwhile");
    }
  }

  @Test
  void ofManyWhoTellAndLookAtOnceEachIsHeardOnce() throws Exception {
    Late<AtomicInteger> late = new Late<>(AtomicInteger::new, 1_000_000);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, 8)
          .forEach(_ ->
              all.add(
                  threads.submit(() -> {
                    for (int i = 0; i < 1000; i++) {
                      late.tell(AtomicInteger::incrementAndGet);
                    }
                  })));
      all.add(threads.submit(late::get));
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(late.get()).hasValue(8000);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
