package dev.rekey.core.password;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Places for a limited number, served in an order that is fair to the sources they come from.
 *
 * <p>The order is start-time fair queueing (Goyal, Vin, Cheng: SIGCOMM 1996) with two flows for
 * each turn, its address and its account: a turn's tag is one more than the virtual time and than
 * the last mark of either, and the smallest tag is served first. Whoever comes once is therefore
 * behind one turn of every other source at most, and not behind all turns of one.
 *
 * <p>Who may enter is a dynamic threshold (Choudhury, Hahne: IEEE/ACM Transactions on Networking
 * 6(2), 1998): nobody may hold more than is still free. One storm leaves half of the places to
 * others, two leave a third.
 *
 * <p>Fairness alone would let a storm's turns wait for as long as strangers keep coming. Whoever
 * has been overtaken until a time that is named on entering is overtaken no more: those go first,
 * in the order in which they came.
 *
 * <p>A source is remembered as long as it holds a place, so there are never more of them than
 * places. For one thread at a time; everything takes logarithmic time.
 *
 * @param <J> what is to be done in a turn
 */
final class FairQueue<J> {

  private static final Comparator<Turn> ORDER =
      Comparator.comparingLong(Turn::tag).thenComparingLong(Turn::arrival);
  private static final Comparator<Turn> ARRIVAL = Comparator.comparingLong(Turn::arrival);

  private final int places;
  private final Map<String, Mark> addresses = new HashMap<>();
  private final Map<String, Mark> accounts = new HashMap<>();
  private final TreeMap<Turn, J> ready = new TreeMap<>(ORDER);
  private final TreeSet<Turn> readyByArrival = new TreeSet<>(ARRIVAL);
  private long virtualTime;
  private long arrivals;
  private int held;

  FairQueue(int places) {
    this.places = places;
  }

  /**
   * A place in the order.
   *
   * @param due nanoseconds of a clock; from then on nobody overtakes
   */
  record Turn(long tag, long arrival, Source source, long due) {

    private boolean isDue(long now) {
      return due - now <= 0;
    }
  }

  /** What is known of an address or an account while it holds places. */
  private static final class Mark {

    private int held;
    private long last;

    /** Turns that were given back unused leave a mark behind that nobody waits for: hence held. */
    long next(long virtualTime) {
      return Math.min(Math.max(virtualTime, last) + 1, virtualTime + held + 1);
    }
  }

  /** How many places there are. */
  int places() {
    return places;
  }

  /** How many places are taken. */
  int held() {
    return held;
  }

  /** How far the service has come. */
  long virtualTime() {
    return virtualTime;
  }

  /** How many sources are remembered. */
  int remembered() {
    return addresses.size() + accounts.size();
  }

  boolean isFull() {
    return held == places;
  }

  /** Whether this source leaves as many places free as it holds, were there so many of them. */
  boolean isOpenTo(Source source, int limit) {
    int free = Math.min(places, limit) - held;
    return free > 0 && known(source).allMatch(mark -> mark.held < free);
  }

  /** Takes a place, which must be free. */
  Turn enter(Source source, long due) {
    if (isFull()) {
      throw new IllegalStateException("all " + places + " places are taken");
    }
    List<Mark> marks = noted(source).toList();
    long tag =
        marks.stream().mapToLong(mark -> mark.next(virtualTime)).max().orElse(virtualTime + 1);
    marks.forEach(this::take);
    held++;
    return new Turn(tag, ++arrivals, source, due);
  }

  /** Has something to do now. */
  void ready(Turn turn, J job) {
    if (ready.putIfAbsent(turn, job) != null) {
      throw new IllegalStateException("a turn has one thing to do at a time");
    }
    readyByArrival.add(turn);
  }

  /** Takes back what {@link #ready} said; false when it is being done already. */
  boolean withdraw(Turn turn) {
    readyByArrival.remove(turn);
    return ready.remove(turn) != null;
  }

  /** What is to be done next. */
  Optional<J> next(long now) {
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    Turn oldest = readyByArrival.getFirst();
    return oldest.isDue(now) ? serve(oldest) : serveFirst();
  }

  /** Only who goes in fair order takes the virtual time along. */
  private Optional<J> serveFirst() {
    Turn first = ready.firstKey();
    virtualTime = Math.max(virtualTime, first.tag());
    return serve(first);
  }

  private Optional<J> serve(Turn turn) {
    readyByArrival.remove(turn);
    return Optional.ofNullable(ready.remove(turn));
  }

  /** Gives a place back. */
  void leave(Turn turn) {
    withdraw(turn);
    turn.source().address().ifPresent(key -> release(addresses, key));
    turn.source().account().ifPresent(key -> release(accounts, key));
    held--;
  }

  private void take(Mark mark) {
    mark.last = mark.next(virtualTime);
    mark.held++;
  }

  private Stream<Mark> known(Source source) {
    return Stream.concat(
        source.address().map(addresses::get).stream(),
        source.account().map(accounts::get).stream());
  }

  private Stream<Mark> noted(Source source) {
    return Stream.concat(
        source.address().map(key -> addresses.computeIfAbsent(key, _ -> new Mark())).stream(),
        source.account().map(key -> accounts.computeIfAbsent(key, _ -> new Mark())).stream());
  }

  private static void release(Map<String, Mark> marks, String key) {
    marks.computeIfPresent(key, (_, mark) -> --mark.held == 0 ? null : mark);
  }
}
