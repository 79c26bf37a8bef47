package dev.rekey.mail;

import dev.rekey.mail.Carrier.Receipt.Taken;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A carrier that keeps what it carries, and answers as it was told. */
final class Bag implements Carrier {

  private final List<Envelope> carried = new CopyOnWriteArrayList<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger atMost = new AtomicInteger();
  private volatile Function<Envelope, Receipt> answer = _ -> new Taken();

  Bag answer(Function<Envelope, Receipt> how) {
    answer = how;
    return this;
  }

  @Override
  public Receipt carry(Envelope envelope) {
    atMost.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      carried.add(envelope);
      return answer.apply(envelope);
    } finally {
      now.decrementAndGet();
    }
  }

  @Override
  public Trial tryOut(Envelope envelope) {
    carried.add(envelope);
    return new Trial.Passed("in the bag");
  }

  List<Envelope> carried() {
    return List.copyOf(carried);
  }

  /** The most mails that it ever had in hand at once. */
  int atMost() {
    return atMost.get();
  }
}
