package dev.rekey.transcript;

import java.util.List;

/** Somebody who stands beside a story and sees every answer as it comes. */
@FunctionalInterface
public interface Witness {

  /**
   * Sees one answer.
   *
   * @param line the request's first line, such as {@code GET /v1/users HTTP/1.1}
   * @param headers the header lines that the story gives it
   */
  void sees(String line, List<String> headers, Wire.Answer answer);
}
