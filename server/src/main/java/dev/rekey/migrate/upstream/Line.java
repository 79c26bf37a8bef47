package dev.rekey.migrate.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;

/**
 * The connection to one old system: no redirect is followed, no proxy asked, no long answer read,
 * and nobody waits longer than is said.
 */
final class Line implements AutoCloseable {

  private static final long LONGEST_ANSWER = 64 * 1024L;
  private static final int MOST_FAREWELLS = 16;

  private final URI base;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private final Semaphore farewells = new Semaphore(MOST_FAREWELLS);
  private final HttpClient client;

  Line(URI base, Duration patience, LongSupplier nanoTime) {
    this.base = base;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(patience)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("upstream-", 1).factory()))
            .build();
  }

  /**
   * @param deadline of the stopwatch, by which all has to be answered
   */
  Call call(long deadline) {
    return new Timed(deadline);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(String path, Map<String, String> fields) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "application/json")
            .header("User-Agent", "rekey-adoption");
    fields.forEach(request::header);
    return request;
  }

  private final class Timed implements Call {

    private final long deadline;

    Timed(long deadline) {
      this.deadline = deadline;
    }

    @Override
    public Reply get(String path, Map<String, String> fields) {
      return send(request(path, fields).GET().build());
    }

    @Override
    public Reply post(String path, byte[] body) {
      return send(
          request(path, Map.of("Content-Type", "application/json"))
              .POST(BodyPublishers.ofByteArray(body))
              .build());
    }

    /** A kept connection may have been closed there just now: that is tried once more. */
    private Reply send(HttpRequest request) {
      AtomicBoolean began = new AtomicBoolean();
      try {
        return sendOnce(request, began);
      } catch (IOException first) {
        if (began.get() || isHopeless(first)) {
          throw failure(first);
        }
      }
      try {
        return sendOnce(request, began);
      } catch (IOException second) {
        throw failure(second);
      }
    }

    private Reply sendOnce(HttpRequest request, AtomicBoolean began) throws IOException {
      CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, bounded(began));
      try {
        HttpResponse<byte[]> got =
            answer.get(deadline - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
        return new Reply(got.statusCode(), got.headers(), got.body());
      } catch (TimeoutException e) {
        throw Unanswered.down("timeout");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Unanswered.cancelled();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException("failed");
      } finally {
        answer.cancel(true);
      }
    }

    @Override
    public void leave(String path, Map<String, String> fields) {
      if (farewells.tryAcquire()) {
        HttpRequest request = request(path, fields).DELETE().timeout(patience).build();
        var _ =
            client
                .sendAsync(request, bounded(new AtomicBoolean()))
                .whenComplete((_, _) -> farewells.release());
      }
    }
  }

  private static BodyHandler<byte[]> bounded(AtomicBoolean began) {
    BodyHandler<byte[]> bytes = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    return info -> {
      began.set(true);
      return bytes.apply(info);
    };
  }

  private static boolean isHopeless(IOException e) {
    return e instanceof ConnectException
        || e instanceof HttpConnectTimeoutException
        || e instanceof SSLException;
  }

  private static Unanswered failure(IOException e) {
    if (e instanceof HttpConnectTimeoutException) {
      return Unanswered.down("timeout");
    }
    if (e instanceof SSLException) {
      return Unanswered.down("tls");
    }
    return Unanswered.down(e instanceof ConnectException ? "no-connection" : "broken-off");
  }
}
