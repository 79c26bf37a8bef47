package dev.rekey.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do something at the same moment, each on a virtual thread. */
public final class Together {

  private Together() {}

  /** Lets that many start at once, each with its number, and gathers what came of it. */
  public static <T> List<T> all(int many, IntFunction<T> deed) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int number = i;
        answers.add(
            threads.submit(() -> {
              start.await();
              return deed.apply(number);
            }));
      }
      start.countDown();
      return answers.stream().map(Together::answer).toList();
    }
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
