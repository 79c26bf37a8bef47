package dev.rekey.http;

import java.nio.charset.StandardCharsets;

/**
 * One answer: status, header fields in the order in which they are written, and the body's bytes.
 *
 * <p>The front door adds {@code content-length} last (none for 204 and 304) and nothing else but
 * {@code date} and {@code connection}.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes pass through; nobody compares answers
public record Response(int status, Fields headers, byte[] body) {

  private static final byte[] EMPTY = new byte[0];

  public Response {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not a final status: " + status);
    }
  }

  public static Response of(int status) {
    return new Response(status, Fields.none(), EMPTY);
  }

  /** The same answer with one more header field behind the others. */
  public Response with(String name, String value) {
    return new Response(status, headers.with(name, value), body);
  }

  /** The same answer with more header fields behind the others. */
  public Response with(Fields more) {
    return new Response(status, headers.with(more), body);
  }

  public Response withBody(byte[] bytes) {
    return new Response(status, headers, bytes);
  }

  public Response withBody(String text) {
    return withBody(text.getBytes(StandardCharsets.UTF_8));
  }
}
