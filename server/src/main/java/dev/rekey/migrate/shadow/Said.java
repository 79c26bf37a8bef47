package dev.rekey.migrate.shadow;

import dev.rekey.transcript.Wire.Header;
import java.util.List;
import java.util.Optional;

/**
 * What one of both answered.
 *
 * @param headers with each byte a character
 */
record Said(int status, List<Header> headers, Body body) {

  List<String> every(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  Optional<String> first(String name) {
    return every(name).stream().findFirst();
  }
}
