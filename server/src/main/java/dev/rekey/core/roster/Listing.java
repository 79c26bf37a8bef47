package dev.rekey.core.roster;

import java.util.List;

/**
 * Which entries of a list somebody wants, in which order, and which part of them.
 *
 * @param page counted from 1
 * @param limit the entries of a page, at least 1
 * @param sort by the first, then by the next; newest first when empty
 * @param filters all of which an entry must pass
 * @param made when an entry must have been made
 */
public record Listing(int page, int limit, List<SortBy> sort, List<Filter> filters, Span made) {

  /** What a page holds where nothing is said. */
  public static final int STANDARD_LIMIT = 100;

  public Listing {
    if (page < 1 || limit < 1) {
      throw new IllegalArgumentException("pages and their entries are counted from 1");
    }
    sort = List.copyOf(sort);
    filters = List.copyOf(filters);
  }

  /** The first page of everything, newest first. */
  public static Listing standard() {
    return new Listing(1, STANDARD_LIMIT, List.of(), List.of(), Span.ever());
  }

  /** Whether it sorts and filters by nothing but the time of making. */
  public boolean isPlain() {
    return sort.isEmpty() && filters.isEmpty();
  }

  /** How many entries stand before the page. */
  public long offset() {
    return (page - 1L) * limit;
  }

  /** A field, and in which direction. */
  public record SortBy(String field, boolean descending) {}
}
