package dev.rekey.bench.keycloak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clients: each has a connection and accounts of its own and sends the next request when the
 * last one was answered.
 */
final class Load {

  private static final int MOST_COMPLAINTS = 5;
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(2);

  private final Side side;
  private final Kind kind;
  private final Watch watch;
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong noted = new AtomicLong();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private volatile boolean counting;
  private volatile boolean over;

  private Load(Side side, Kind kind, Watch watch) {
    this.side = side;
    this.kind = kind;
    this.watch = watch;
  }

  /** Something that is done once for each number. */
  interface Each<T> {
    T at(Http http, int number) throws IOException;
  }

  /** Answers that were wrong, with the first of them. */
  static final class WrongAnswers extends RuntimeException {
    WrongAnswers(String what) {
      super(what);
    }
  }

  /** Does something for each number from 0, over several connections; results in that order. */
  static <T> List<T> forEach(int connections, int port, int count, Each<T> each)
      throws InterruptedException {
    List<List<T>> results = new ArrayList<>();
    ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int first = 0; first < connections; first++) {
      int begin = first;
      List<T> own = new ArrayList<>();
      results.add(own);
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try (Http http = new Http(port)) {
                  for (int number = begin; number < count; number += connections) {
                    own.add(each.at(http, number));
                  }
                } catch (IOException | RuntimeException e) {
                  complaints.add(e.toString());
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!complaints.isEmpty()) {
      throw new WrongAnswers(complaints.toString());
    }
    List<T> inOrder = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      inOrder.add(results.get(number % connections).get(number / connections));
    }
    return inOrder;
  }

  /** Lets the side do that kind of work for a while, and then for a measured while. */
  static Measured run(Side side, Kind kind, Options options, Watch watch)
      throws InterruptedException {
    List<Person> people = side.people();
    forEach(
        options.connections(),
        side.port(),
        people.size(),
        (http, number) -> {
          side.prepare(kind, http, people.get(number));
          return number;
        });
    return new Load(side, kind, watch)
        .run(options.connections(), options.warmUp(), options.measured());
  }

  private Measured run(int connections, Duration warmUp, Duration measured)
      throws InterruptedException {
    List<Client> clients = new ArrayList<>();
    for (int first = 0; first < connections; first++) {
      clients.add(new Client(first, connections));
    }
    clients.forEach(client -> client.thread.start());
    Thread.sleep(warmUp);
    Watch.Reading before = watch.read();
    counting = true;
    awaitEnd(measured, 2L * connections);
    counting = false;
    Watch.Reading after = watch.read();
    over = true;
    for (Client client : clients) {
      client.thread.join();
    }
    if (wrong.get() > 0) {
      throw new WrongAnswers(
          side.name() + ", " + kind.title() + ": " + wrong + " wrong answers: " + complaints);
    }
    return Measured.of(sorted(clients), before, after);
  }

  /** Where so little is answered that it says nothing, the measured while lasts longer. */
  private void awaitEnd(Duration measured, long least) throws InterruptedException {
    Thread.sleep(measured);
    long end = System.nanoTime() + MOST_PATIENCE.toNanos();
    while (noted.get() < least && !over && System.nanoTime() < end) {
      Thread.sleep(100);
    }
  }

  private static long[] sorted(List<Client> clients) {
    long[] all =
        clients.stream()
            .flatMapToLong(client -> Arrays.stream(client.nanos, 0, client.count))
            .toArray();
    Arrays.sort(all);
    return all;
  }

  private final class Client {

    private final Thread thread = Thread.ofPlatform().unstarted(this::run);
    private final List<Person> own = new ArrayList<>();
    private long[] nanos = new long[4096];
    private int count;

    Client(int first, int step) {
      for (int at = first; at < side.people().size(); at += step) {
        own.add(side.people().get(at));
      }
    }

    private void run() {
      try (Http http = new Http(side.port())) {
        for (int at = 0; !over; at = (at + 1) % own.size()) {
          once(http, own.get(at));
        }
      }
    }

    private void once(Http http, Person person) {
      long began = System.nanoTime();
      try {
        side.work(kind, http, person);
      } catch (IOException | RuntimeException e) {
        complain(e);
        return;
      }
      if (counting) {
        note(System.nanoTime() - began);
      }
    }

    /** Something that fails fails for good, and often: a few are enough. */
    private void complain(Exception e) {
      if (wrong.incrementAndGet() <= MOST_COMPLAINTS) {
        complaints.add(e.toString());
      } else {
        over = true;
      }
    }

    private void note(long took) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = took;
      noted.incrementAndGet();
    }
  }
}
