package dev.rekey.core.store;

import dev.rekey.core.chronicle.Census;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.HashKind;
import dev.rekey.core.chronicle.Node;
import dev.rekey.core.chronicle.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How the server fared, on all nodes together. */
public interface Chronicle {

  /** So much more happened in a slot; the node is there. */
  void add(Node node, Instant slot, Map<Happening, Long> counts);

  /** What happened since then, oldest first. */
  List<Tally> since(Instant slot);

  /** The nodes that said since then that they are there, by name. */
  List<Node> nodes(Instant since);

  /** Counts some passwords, in the order of their accounts. */
  Handful count(OptionalLong after, int limit);

  /** The outcome of a count; of a day the last is kept. */
  void note(Census census);

  /** The outcomes since then, oldest first. */
  List<Census> censuses(Instant since);

  /** What is older than that is nobody's business any more. */
  void forget(Instant until);

  /**
   * Some passwords, counted.
   *
   * @param last the account with which the next handful begins; empty when all are counted
   */
  record Handful(Map<HashKind, Long> counts, OptionalLong last) {}
}
