package dev.rekey.bench.stage;

import dev.rekey.bench.wire.HttpLine;
import dev.rekey.bench.wire.Person;
import dev.rekey.bench.wire.SignUp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A server with its storage and its people, made for one run. */
public final class House implements AutoCloseable {

  /** Who signs in by these is the administrator. */
  public static final Person STEWARD = new Person(0);

  /** Nobody's: 32 zeros in base64. Without one, a server on PostgreSQL complains. */
  private static final String SECRET = "A".repeat(43) + '=';

  private final Optional<Postgres> postgres;
  private final RekeyServer server;
  private final List<Person> people;

  private House(Optional<Postgres> postgres, RekeyServer server, List<Person> people) {
    this.postgres = postgres;
    this.server = server;
    this.people = people;
  }

  /**
   * Starts a server and makes the accounts.
   *
   * @param name what the folder of its data is called
   * @param more keys of the configuration beside those that every run has
   */
  public static House open(String name, Storage storage, int people, Map<String, String> more) {
    Map<String, String> settings = settings();
    Optional<Postgres> postgres =
        storage == Storage.POSTGRES ? Optional.of(Postgres.start()) : Optional.empty();
    postgres.ifPresent(database -> {
      settings.put("storage.url", database.freshUrl());
      settings.put("storage.user", Postgres.USER);
      settings.put("storage.password", Postgres.PASSWORD);
    });
    settings.putAll(more);
    RekeyServer server = RekeyServer.start(Checkout.freshFolder(name), settings);
    return new House(postgres, server, populate(server.port(), people));
  }

  /** One address and few accounts do here what a town does elsewhere. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("limits.free-per-account", "90");
    settings.put("limits.free-per-address", "1000000");
    settings.put("limits.letters-per-account", "1000000");
    settings.put("limits.letters-per-address", "1000000");
    settings.put("limits.sign-ups-per-address", "1000000");
    settings.put("mounts.own.sign-up-role", "educator");
    settings.put("log.level", "warn");
    settings.put("secret", SECRET);
    settings.put("admin.email", STEWARD.email());
    settings.put("admin.password", STEWARD.password());
    return settings;
  }

  private static List<Person> populate(int port, int count) {
    List<Person> people = IntStream.rangeClosed(1, count).mapToObj(Person::new).toList();
    int hands = 2 * Machine.cores();
    try (ExecutorService makers = Executors.newFixedThreadPool(hands)) {
      List<Future<?>> made = new ArrayList<>();
      for (int hand = 0; hand < hands; hand++) {
        int first = hand;
        made.add(makers.submit(() -> signUp(port, everyOther(people, first, hands))));
      }
      for (Future<?> one : made) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the accounts cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return people;
  }

  private static boolean signUp(int port, List<Person> people)
      throws IOException, InterruptedException {
    try (HttpLine line = new HttpLine(port)) {
      for (Person person : people) {
        SignUp.of(line, person);
      }
    }
    return true;
  }

  /** Of these people every {@code step}th, so that no two threads get the same one. */
  public static List<Person> everyOther(List<Person> people, int first, int step) {
    return IntStream.iterate(first, i -> i < people.size(), i -> i + step)
        .mapToObj(people::get)
        .toList();
  }

  /** The server. */
  public RekeyServer server() {
    return server;
  }

  /** The database's process, where it has one of its own. */
  public Optional<Long> databasePid() {
    return postgres.map(Postgres::pid);
  }

  /** All accounts but the administrator's. */
  public List<Person> people() {
    return people;
  }

  @Override
  public void close() {
    server.close();
    postgres.ifPresent(Postgres::close);
  }
}
