package dev.rekey.migrate.shadow;

import java.util.Optional;
import java.util.Set;

/** Credentials that are given out anew with every answer, or not, as the wire's batches have it. */
final class Lineage {

  private static final Set<String> BEARERS =
      Set.of("access-token", "authorization", "x-auth-token", "x-access-token");

  private final Substitutions substitutions;

  Lineage(Substitutions substitutions) {
    this.substitutions = substitutions;
  }

  /** Whether it carries a credential that was given out before anybody looked. */
  boolean strange(Request request) {
    return BEARERS.stream()
        .map(request::named)
        .flatMap(Optional::stream)
        .anyMatch(value -> value.length() >= 16 && !substitutions.knows(value));
  }

  /**
   * Where one of both has given out a new credential and the other lets the old one live on, those
   * two are the pair from now on.
   */
  void rotate(Request request, Said old, Said own) {
    for (String name : Credentials.ROTATED) {
      Optional<String> asked = request.named(name);
      if (asked.isPresent()) {
        String before = substitutions.own(asked.get());
        Optional<String> one = given(old, name);
        Optional<String> other = given(own, name);
        if (one.isPresent() != other.isPresent()) {
          substitutions.learnToken(one.orElse(asked.get()), other.orElse(before));
        }
      }
    }
  }

  private static Optional<String> given(Said said, String name) {
    return said.first(name)
        .map(value -> value.substring(value.indexOf(' ') + 1))
        .filter(value -> !value.isBlank());
  }
}
