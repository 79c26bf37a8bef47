package dev.rekey.migrate.relay;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The reverse proxy: a virtual thread for each client. */
public final class Relay implements AutoCloseable {

  private static final int BACKLOG = 1_024;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final RelaySettings settings;
  private final Onlooker onlooker;
  private final InstantSource clock;
  private final ServerSocket door;
  private final Semaphore places;
  private final AtomicInteger crossing = new AtomicInteger();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private Relay(RelaySettings settings, Onlooker onlooker, InstantSource clock, ServerSocket door) {
    this.settings = settings;
    this.onlooker = onlooker;
    this.clock = clock;
    this.door = door;
    this.places = new Semaphore(settings.connections());
  }

  /**
   * Listens and passes on from now on.
   *
   * @throws UncheckedIOException if the address cannot be listened on
   */
  public static Relay start(RelaySettings settings, Onlooker onlooker, InstantSource clock) {
    try {
      ServerSocket door = new ServerSocket();
      door.setReuseAddress(true);
      InetAddress host = InetAddress.getByName(settings.host());
      door.bind(new InetSocketAddress(host, settings.port()), BACKLOG);
      Relay relay = new Relay(settings, onlooker, clock, door);
      Thread.ofPlatform().name("relay").daemon().start(relay::listen);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + settings.host() + " port " + settings.port(), e);
    }
  }

  /** The port that is really listened on. */
  public int port() {
    return door.getLocalPort();
  }

  private void listen() {
    try {
      while (true) {
        places.acquire();
        accept();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The door is closed.
    }
  }

  private void accept() throws IOException {
    try {
      Socket client = door.accept();
      clients.add(client);
      Thread.ofVirtual().name("relayed client").start(() -> serve(client));
    } catch (IOException e) {
      places.release();
      if (door.isClosed()) {
        throw e;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new Conversation(settings, onlooker, clock, client, crossing).hold();
    } catch (IOException e) {
      // The client has gone; what could be said to it was said.
    } finally {
      clients.remove(client);
      places.release();
    }
  }

  /** Takes no more clients, lets exchanges under way end for a moment, and ends the rest. */
  @Override
  public void close() {
    close(door);
    try {
      for (long glances = GRACE.dividedBy(GLANCE); glances > 0 && crossing.get() > 0; glances--) {
        Thread.sleep(GLANCE);
      }
      clients.forEach(Relay::close);
      boolean _ = places.tryAcquire(settings.connections(), GRACE.toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      clients.forEach(Relay::close);
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }
}
