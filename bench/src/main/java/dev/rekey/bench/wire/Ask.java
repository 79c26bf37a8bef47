package dev.rekey.bench.wire;

import java.nio.charset.StandardCharsets;

/**
 * A request, all but the address that it goes to.
 *
 * @param head the request line and header fields, each with its line's end
 * @param body what follows; empty for none
 */
public record Ask(String head, String body) {

  /** A GET that shows these header fields, which end their lines themselves. */
  public static Ask get(String path, String fields) {
    return new Ask("GET " + path + " HTTP/1.1\r\nhost: localhost\r\n" + fields, "");
  }

  /** A request with a JSON body. */
  public static Ask json(String verb, String path, String fields, String body) {
    return new Ask(
        verb
            + ' '
            + path
            + " HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: "
            + body.length()
            + "\r\n"
            + fields,
        body);
  }

  /** Bodies here are ASCII, so that a character is a byte. */
  byte[] bytes(String moreFields) {
    return (head + moreFields + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
  }
}
