package dev.rekey.migrate.conformance;

import dev.rekey.transcript.Site;
import dev.rekey.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A server whose accounts an operator has made and listed: each plays a part in one story, and the
 * story is told in its names.
 */
public final class GivenAccounts implements Stage {

  private static final String LINE = "@account ";
  private static final Set<String> SHOWN_AS = Set.of("password");

  private final Site site;
  private final Needs needs;
  private final Letters letters;
  private final List<Map<String, String>> unused;
  private final Set<String> secrets;

  public GivenAccounts(
      Site site, Map<String, String> settings, Letters letters, List<Map<String, String>> given) {
    this.site = site;
    this.needs = new Needs(settings, letters.arrive());
    this.letters = letters;
    this.unused = new ArrayList<>(given);
    this.secrets =
        given.stream()
            .flatMap(one -> Optional.ofNullable(one.get("password")).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a list of accounts, a line each: {@code @account email=… password="…" role=…}.
   *
   * @throws IllegalArgumentException naming the first line that is none, without what it says
   */
  public static List<Map<String, String>> read(Path file) {
    try {
      List<Map<String, String>> accounts = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          accounts.add(account(line.strip(), number));
        }
      }
      return accounts;
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts cannot be read", e);
    }
  }

  private static Map<String, String> account(String line, int number) {
    Map<String, String> attributes = Transcript.attributes(line);
    if (!line.startsWith(LINE) || attributes.isEmpty()) {
      throw new IllegalArgumentException(
          "line " + number + " is not @account with NAME=VALUE behind it");
    }
    if (attributes.values().stream().anyMatch(value -> value.indexOf('\\') >= 0)) {
      throw new IllegalArgumentException("line " + number + " has a backslash in a value");
    }
    return attributes;
  }

  @Override
  public Setting set(Transcript story) {
    Optional<String> missing = needs.missing(story);
    if (missing.isPresent()) {
      return new Setting.Missing(missing.get());
    }
    Casting casting = new Casting();
    Set<Map<String, String>> taken = new HashSet<>();
    for (Map<String, String> part : story.accounts()) {
      Optional<Map<String, String>> actor =
          unused.stream()
              .filter(one -> !taken.contains(one))
              .filter(one -> suits(part, one) && casting.take(part, one))
              .findFirst();
      if (actor.isEmpty()) {
        return new Setting.Missing(shortage(part, story.accounts().size()));
      }
      taken.add(actor.get());
    }
    unused.removeAll(taken);
    return new Setting.Ready(site, story.reworded(casting::say), letters.fresh(), secrets);
  }

  /** Roles and states are what they are; everything else only has to be named. */
  private static boolean suits(Map<String, String> part, Map<String, String> actor) {
    return actor.keySet().containsAll(part.keySet())
        && same("role", "user", part, actor)
        && same("disabled", "false", part, actor)
        && same("basicauth", "true", part, actor);
  }

  private static boolean same(
      String name, String otherwise, Map<String, String> part, Map<String, String> actor) {
    return part.getOrDefault(name, otherwise).equals(actor.getOrDefault(name, otherwise));
  }

  private static String shortage(Map<String, String> part, int all) {
    String wanted =
        new TreeSet<>(part.keySet())
            .stream()
                .map(name -> SHOWN_AS.contains(name) ? name : name + '=' + part.get(name))
                .collect(Collectors.joining(" "));
    return "needs %s, one of them like: %s (--accounts lists none that is unused)"
        .formatted(all == 1 ? "an account" : all + " accounts", wanted);
  }

  @Override
  public void close() {}
}
