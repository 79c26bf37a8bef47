package dev.rekey.store;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers a page along an index, and knows where the next one begins. */
final class Walk {

  private final int limit;
  private final List<Place> found = new ArrayList<>();
  private Optional<Place> last = Optional.empty();
  private int passed;

  Walk(int limit) {
    this.limit = limit;
  }

  /** With one more than the page holds, which says that there is another page. */
  boolean isFull() {
    return found.size() > limit;
  }

  void pass(Place place, boolean fits) {
    passed++;
    last = Optional.of(place);
    if (fits) {
      found.add(place);
    }
  }

  List<AccountId> found() {
    return found.stream().limit(limit).map(Place::account).toList();
  }

  /**
   * Where the next page begins, if there is one.
   *
   * @param most so many places the way had at most: whoever passed them all saw no end
   */
  Optional<Place> next(int most) {
    if (isFull()) {
      return found.stream().skip(limit - 1L).findFirst();
    }
    return passed == most ? last : Optional.empty();
  }
}
