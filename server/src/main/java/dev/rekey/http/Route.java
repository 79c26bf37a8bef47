package dev.rekey.http;

/**
 * One operation of a wire.
 *
 * @param method the verb
 * @param path the full path; a segment {@code {name}} matches any one segment
 * @param handler what answers it
 */
public record Route(String method, String path, Handler handler) {

  /** Answers one request; anything that it throws becomes an incident. */
  @FunctionalInterface
  public interface Handler {
    Response handle(Request request);
  }
}
