package dev.rekey.core.store;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The chronicle in memory; it knows no accounts, so there are no passwords to count. */
public final class MemoryChronicle implements Chronicle {

  private final Map<Instant, Map<String, Long>> tallies = new TreeMap<>();
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<Instant, Census> censuses = new TreeMap<>();

  @Override
  public synchronized void add(Node node, Instant slot, Map<Happening, Long> counts) {
    Map<String, Long> of = tallies.computeIfAbsent(slot, _ -> new TreeMap<>());
    counts.forEach((what, count) -> of.merge(what.name(), count, Long::sum));
    nodes.put(node.name(), node);
  }

  @Override
  public synchronized List<Tally> since(Instant slot) {
    return tallies.entrySet().stream()
        .filter(entry -> !entry.getKey().isBefore(slot))
        .flatMap(entry ->
            entry.getValue().entrySet().stream()
                .map(one ->
                    new Tally(entry.getKey(), Happening.valueOf(one.getKey()), one.getValue())))
        .toList();
  }

  @Override
  public synchronized List<Node> nodes(Instant since) {
    return nodes.values().stream().filter(node -> !node.seenAt().isBefore(since)).toList();
  }

  @Override
  public Handful count(OptionalLong after, int limit) {
    return new Handful(Map.of(), OptionalLong.empty());
  }

  @Override
  public synchronized void note(Census census) {
    censuses.put(day(census.at()), census);
  }

  @Override
  public synchronized List<Census> censuses(Instant since) {
    return censuses.entrySet().stream()
        .filter(entry -> !entry.getKey().isBefore(day(since)))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public synchronized void forget(Instant until) {
    tallies.keySet().removeIf(slot -> slot.isBefore(until));
    nodes.values().removeIf(node -> node.seenAt().isBefore(until));
    censuses.keySet().removeIf(day -> day.isBefore(day(until)));
  }

  private static Instant day(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS);
  }
}
