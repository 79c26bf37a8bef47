package dev.rekey.jose;

import dev.rekey.core.token.TokenDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The genuine tokens that were opened last, by their digests. What a token says and whether its
 * signature is right never changes, so a memory of it cannot be wrong; whether its time has come or
 * gone and whether it was ended is asked each time, and elsewhere.
 *
 * <p>It has a fixed number of places: a token takes the place of another one that happens to share
 * it. Only tokens that this server has signed get in.
 */
final class Remembered {

  private static final int PLACES = 2_048;

  private final AtomicReferenceArray<Optional<Entry>> places = new AtomicReferenceArray<>(PLACES);

  private record Entry(TokenDigest digest, Claims claims) {}

  Remembered() {
    for (int i = 0; i < PLACES; i++) {
      places.set(i, Optional.empty());
    }
  }

  Optional<Claims> find(TokenDigest digest) {
    return places
        .get(place(digest))
        .filter(entry -> entry.digest().equals(digest))
        .map(Entry::claims);
  }

  void keep(TokenDigest digest, Claims claims) {
    places.set(place(digest), Optional.of(new Entry(digest, claims)));
  }

  private static int place(TokenDigest digest) {
    return Math.floorMod(digest.hashCode(), PLACES);
  }
}
