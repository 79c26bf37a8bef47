package dev.rekey.bench.growth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One server with so many accounts, asked for one thing after another by random people. */
final class Trial {

  private final long accounts;
  private final Client client;
  private final SplittableRandom dice;
  private final String admin;
  private final ArrayDeque<String> tokens = new ArrayDeque<>();
  private final Map<String, List<Long>> times = new LinkedHashMap<>();

  Trial(long accounts, Client client, long seed) {
    this.accounts = accounts;
    this.client = client;
    this.dice = new SplittableRandom(seed);
    this.admin = client.signIn(Server.ADMIN);
  }

  /** One of each; nothing is noted of what only warms up. */
  void round(boolean noted) {
    time("sign-in, smallest hash", noted, () -> tokens.add(client.signIn(someone())));
    time("token check", noted, () -> client.checkToken(tokens.remove()));
    time("reset request", noted, () -> client.askForLetter(someone()));
    search("search, 1 letter of everybody", noted, "m");
    search("search, 1 letter of some", noted, letters(1));
    search("search, 3 letters", noted, letters(3));
    search("search, 8 letters", noted, Names.username(anybody()).substring(0, 8));
    search("search, whole address", noted, Names.email(anybody()));
    search("search, nobody's name", noted, "nobody" + anybody());
    time("search, a deep page", noted, () -> client.search(admin, "m", Optional.of(deep())));
    time("list, a deep page", noted, () -> client.search(admin, "", Optional.of(place())));
  }

  private void search(String what, boolean noted, String text) {
    time(what, noted, () -> client.search(admin, text, Optional.empty()));
  }

  private void time(String what, boolean noted, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    long took = System.nanoTime() - begin;
    if (noted) {
      times.computeIfAbsent(what, _ -> new ArrayList<>()).add(took);
    }
  }

  /** Somebody who may sign in: neither disabled nor a child that has no right to a letter. */
  private String someone() {
    long number = anybody();
    while (number % 500 == 7 || number % 50 == 3) {
      number = anybody();
    }
    return Names.email(number);
  }

  private long anybody() {
    return dice.nextLong(2, accounts + 1);
  }

  private String letters(int count) {
    return Names.email(anybody()).substring(0, count);
  }

  /** The cursor of a page in the midst of the list. */
  private String place() {
    return 'p' + Long.toString(anybody(), 36);
  }

  /** The cursor of a page in the midst of those whose names begin with the letter of everybody. */
  private String deep() {
    long number = anybody();
    byte[] name = Names.username(number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return 'p'
        + Long.toString(number, 36)
        + '.'
        + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }

  /** The median of each, in the order of a round, in microseconds. */
  Map<String, Double> medians() {
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((what, all) -> medians.put(what, median(all) / 1e3));
    return medians;
  }

  static double median(List<Long> all) {
    long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
