package dev.rekey.bench.stage;

import dev.rekey.bench.wire.Desk;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder in which letters arrive; each is read once and thrown away. */
public final class Letterbox implements Desk.Letters, AutoCloseable {

  private static final Pattern TO = Pattern.compile("(?m)^To: .*?([\\w.+-]+@[\\w.-]+)");

  /** Of resets alone: whoever signs up is owed another letter. */
  private static final Pattern TICKET =
      Pattern.compile("(?:reset_password_token|password-resets/complete\\?ticket)=([\\w-]+)");

  private static final Duration GLANCE = Duration.ofMillis(5);
  private static final int PATIENCE_SECONDS = 30;

  private final Path folder;
  private final Map<String, CompletableFuture<String>> tickets = new ConcurrentHashMap<>();
  private final Thread reader = Thread.ofPlatform().daemon().name("letters").unstarted(this::read);
  private volatile boolean closed;

  private Letterbox(Path folder) {
    this.folder = folder;
  }

  /** Begins to read what arrives in that server's folder. */
  public static Letterbox of(RekeyServer server) {
    Letterbox box = new Letterbox(server.data().resolve("mail"));
    box.reader.start();
    return box;
  }

  @Override
  public String ticketFor(String email) {
    try {
      String ticket = promise(email).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      tickets.remove(email);
      return ticket;
    } catch (Exception e) {
      throw new IllegalStateException("no letter with a ticket came to " + email, e);
    }
  }

  private CompletableFuture<String> promise(String email) {
    return tickets.computeIfAbsent(email, _ -> new CompletableFuture<>());
  }

  private void read() {
    while (!closed) {
      try {
        readAll();
        Thread.sleep(GLANCE);
      } catch (IOException e) {
        throw new IllegalStateException("letters cannot be read in " + folder, e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void readAll() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder, "*.eml")) {
      for (Path letter : letters) {
        open(Files.readString(letter));
        Files.delete(letter);
      }
    }
  }

  private void open(String letter) {
    Matcher to = TO.matcher(letter);
    Matcher ticket = TICKET.matcher(letter);
    if (to.find() && ticket.find()) {
      promise(to.group(1)).complete(ticket.group(1));
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }
}
