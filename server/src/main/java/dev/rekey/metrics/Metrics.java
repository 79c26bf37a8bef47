package dev.rekey.metrics;

import dev.rekey.core.adoption.AdoptionWatch;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.chronicle.Happening;
import dev.rekey.core.chronicle.Tallies;
import dev.rekey.core.limit.LimitWatch;
import dev.rekey.core.password.HashingPool;
import dev.rekey.core.password.HashingWatch;
import dev.rekey.core.store.Outbox;
import dev.rekey.http.FrontDoor;
import dev.rekey.http.Mount;
import dev.rekey.http.RequestWatch;
import dev.rekey.http.Router;
import dev.rekey.mail.Carrier;
import dev.rekey.mail.Envelope;
import dev.rekey.store.StoreWatch;
import dev.rekey.store.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The desk to which the rooms tell what they do.
 *
 * <p>The meters behind it are made a moment after the start, or when somebody first looks, so that
 * nobody waits for them; what happens until then is told to them afterwards.
 */
public final class Metrics implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofSeconds(2);

  /** More than a machine does in that moment. */
  private static final int MOST_NOTES = 200_000;

  private final boolean listens;
  private final Tallies tallies;
  private final Late<Meters> meters;
  private volatile Optional<Thread> maker = Optional.empty();

  private Metrics(String version, boolean listens, Tallies tallies) {
    this.listens = listens;
    this.tallies = tallies;
    this.meters = new Late<>(() -> new Meters(version), listens ? MOST_NOTES : 0);
  }

  /**
   * A desk that keeps what it is told.
   *
   * @param version of the server
   * @param tallies are counted up as well
   */
  public static Metrics open(String version, Tallies tallies) {
    return new Metrics(version, true, tallies);
  }

  /** A desk that counts up the tallies and keeps nothing else. */
  public static Metrics closed(Tallies tallies) {
    return new Metrics("none", false, tallies);
  }

  /** Makes the meters in a moment, beside the work. */
  public void start() {
    if (listens) {
      maker = Optional.of(Thread.ofPlatform().name("meters").daemon().start(this::makeSoon));
    }
  }

  private void makeSoon() {
    try {
      Thread.sleep(MOMENT);
      meters.get();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** The page that shows the numbers, at that path. */
  public Mount page(String path, Readers readers) {
    return new MetricsPage(path, readers, format -> meters.get().page(format));
  }

  /** Listens to the hashing pool. */
  public HashingWatch hashing() {
    return new HashingWatch() {
      @Override
      public void hashed(String scheme, String cost, Duration took) {
        meters.tell(all -> all.hashing().hashed(scheme, cost, took));
      }

      @Override
      public void waited(Duration wait) {
        meters.tell(all -> all.hashing().waited(wait));
      }

      @Override
      public void shed() {
        tallies.count(Happening.SHED);
        meters.tell(all -> all.hashing().shed());
      }
    };
  }

  /** Listens to the front door. */
  public RequestWatch requests() {
    return this::answered;
  }

  /** Every request comes by here: nothing is made for it once the meters are there. */
  private void answered(Router.Finding finding, String method, int status, long nanos) {
    Optional<Meters> there = meters.made();
    if (there.isPresent()) {
      there.get().requests().answered(finding, method, status, nanos);
    } else {
      meters.tell(all -> all.requests().answered(finding, method, status, nanos));
    }
  }

  /** Listens to the doorkeeper. */
  public LimitWatch limits() {
    return reason -> {
      tallies.count(Happening.SENT_AWAY);
      meters.tell(all -> all.work().sentAway(reason));
    };
  }

  /** Listens to those who ask old systems. */
  public AdoptionWatch adoptions() {
    return (mount, course) -> meters.tell(all -> all.work().asked(mount, course));
  }

  /** Listens to the store. */
  public StoreWatch store() {
    return new StoreWatch() {
      @Override
      public void committed(AuditEntry entry) {
        Happening.of(entry.event()).ifPresent(tallies::count);
        meters.tell(all -> all.work().committed(entry));
      }

      @Override
      public void wrote(Duration took) {
        meters.tell(all -> all.work().wrote(took));
      }
    };
  }

  /** The same carrier, listened to. */
  public Carrier mail(Carrier carrier) {
    return new Carrier() {
      @Override
      public Receipt carry(Envelope envelope) {
        Receipt receipt = carrier.carry(envelope);
        meters.tell(all -> all.work().carried(receipt));
        return receipt;
      }

      @Override
      public Trial tryOut(Envelope envelope) {
        return carrier.tryOut(envelope);
      }
    };
  }

  /** So many expired rows are gone. */
  public void swept(int rows) {
    meters.tell(all -> all.work().swept(rows));
  }

  /** Shows how much a pool has to do. */
  public void show(HashingPool pool) {
    meters.tell(all -> all.hashing().show(pool));
  }

  /** Shows how many are at the door. */
  public void show(FrontDoor door) {
    meters.tell(all -> all.requests().show(door));
  }

  /** Shows what is owed. */
  public void show(Outbox outbox, InstantSource clock) {
    meters.tell(all -> all.work().show(outbox, clock));
  }

  /** Shows how much a database has to do. */
  public void show(Database database) {
    meters.tell(all -> all.work().show(database));
  }

  @Override
  public void close() {
    maker.ifPresent(Thread::interrupt);
    meters.made().ifPresent(Meters::close);
  }
}
