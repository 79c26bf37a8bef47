package dev.rekey.bench.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the same request costs with few accounts and with many: makes the accounts, starts a server
 * on each size, and asks all of them in turn, so that whatever else the machine does is the same
 * for all.
 */
public final class Growth {

  private static final int WARM_UP = 100;

  private final Options options;
  private final Table table;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Growth(Options options) {
    this.options = options;
    this.table = new Table(options.accounts());
  }

  /** {@code --accounts 10000,1000000 --data DIRECTORY --server JAR --rounds 300 --starts 5}. */
  public static void main(String[] arguments) throws IOException, SQLException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(Options.HELP);
      return;
    }
    new Growth(Options.of(arguments)).run();
  }

  private void run() throws IOException, SQLException {
    List<Double> bytes = makeAll();
    table.head();
    table.row("bytes per account", bytes);
    startUps();
    ask();
    table.verdict();
  }

  private List<Double> makeAll() throws IOException, SQLException {
    Thread stop = new Thread(() -> stopped.set(true));
    Runtime.getRuntime().addShutdownHook(stop);
    List<Double> bytes = new ArrayList<>();
    for (long accounts : options.accounts()) {
      Population population = new Population(database(accounts), stopped);
      begin(accounts);
      population.fill(accounts);
      bytes.add((double) population.bytes() / accounts);
    }
    Runtime.getRuntime().removeShutdownHook(stop);
    return bytes;
  }

  private Path data(long accounts) {
    return options.data().resolve(Long.toString(accounts));
  }

  private Path database(long accounts) {
    return data(accounts).resolve("rekey.db");
  }

  /** A server makes the tables and the first account, whose password's hash everybody gets. */
  private void begin(long accounts) throws IOException {
    System.err.printf("%,d accounts in %s%n", accounts, data(accounts));
    if (Files.notExists(database(accounts))) {
      Files.createDirectories(options.data());
      Server.start(options.server(), data(accounts)).close();
    }
  }

  private void startUps() throws IOException {
    List<List<Long>> wall =
        options.accounts().stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
    List<List<Long>> cpu =
        options.accounts().stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
    for (int start = 0; start < options.starts(); start++) {
      for (int i = 0; i < wall.size(); i++) {
        try (Server server = start(options.accounts().get(i))) {
          wall.get(i).add(server.startUp().toNanos());
          cpu.get(i).add(server.startUpCpu().toNanos());
        }
      }
    }
    table.row("start-up, ms", wall.stream().map(all -> Trial.median(all) / 1e6).toList());
    table.row("start-up, ms of CPU", cpu.stream().map(all -> Trial.median(all) / 1e6).toList());
  }

  private Server start(long accounts) throws IOException {
    return Server.start(options.server(), data(accounts));
  }

  /** What was just made may lie on the disk alone; what is in use does not. */
  private void readOnce(long accounts) throws IOException {
    try (InputStream in = Files.newInputStream(database(accounts))) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void ask() throws IOException {
    List<Server> servers = new ArrayList<>();
    List<Client> clients = new ArrayList<>();
    try {
      for (long accounts : options.accounts()) {
        readOnce(accounts);
        servers.add(start(accounts));
        clients.add(new Client(servers.getLast().address()));
      }
      askAll(clients);
    } finally {
      clients.forEach(Client::close);
      servers.forEach(Server::close);
    }
  }

  private void askAll(List<Client> clients) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      trials.add(new Trial(options.accounts().get(i), clients.get(i), System.nanoTime()));
    }
    for (int round = 0; round < WARM_UP + options.rounds(); round++) {
      boolean noted = round >= WARM_UP;
      trials.forEach(trial -> trial.round(noted));
    }
    List<Map<String, Double>> medians = trials.stream().map(Trial::medians).toList();
    for (String what : medians.getFirst().keySet()) {
      table.row(what + ", µs", medians.stream().map(all -> all.getOrDefault(what, 0.0)).toList());
    }
  }
}
