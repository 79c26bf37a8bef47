package dev.rekey.core.secretary;

import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.Filter;
import dev.rekey.core.roster.Filter.Condition;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.Listing;
import dev.rekey.core.roster.Listing.SortBy;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.NaturalOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Sorts and filters entries as a listing says, and hands out its page. Texts compare by their
 * {@link NaturalOrder}, parts of them without regard to case and accents; an entry without the
 * field comes before those that have it.
 *
 * @param <T> what is listed
 */
final class Sieve<T> {

  static final Sieve<Member> MEMBERS = new Sieve<>(Fields::of);
  static final Sieve<Institution> INSTITUTIONS = new Sieve<>(Fields::of);
  static final Sieve<ChildrenGroup> GROUPS = new Sieve<>(Fields::of);

  private final BiFunction<T, String, Optional<String>> fields;

  private Sieve(BiFunction<T, String, Optional<String>> fields) {
    this.fields = fields;
  }

  /** The institution, where a listing filters by that and nothing else and sorts by nothing. */
  static Optional<InstitutionId> institutionAlone(Listing listing) {
    return listing.sort().isEmpty() && listing.filters().size() == 1
        ? institution(listing.filters().getFirst())
        : Optional.empty();
  }

  private static Optional<InstitutionId> institution(Filter filter) {
    return filter.field().equals(Fields.INSTITUTION)
            && filter.anyOf().size() == 1
            && filter.anyOf().getFirst() instanceof Condition.Is(String id)
        ? InstitutionId.read(id)
        : Optional.empty();
  }

  /** The page of what passes, from entries that stand newest first. */
  List<T> page(List<T> newestFirst, Listing listing) {
    Stream<T> passed = newestFirst.stream().filter(entry -> passes(entry, listing.filters()));
    return sorted(passed, listing.sort()).skip(listing.offset()).limit(listing.limit()).toList();
  }

  private Stream<T> sorted(Stream<T> entries, List<SortBy> sort) {
    return sort.stream()
        .map(this::order)
        .reduce(Comparator::thenComparing)
        .map(entries::sorted)
        .orElse(entries);
  }

  private Comparator<T> order(SortBy by) {
    Comparator<T> ascending =
        Comparator.comparing(
            (T entry) -> fields.apply(entry, by.field()).orElse(""), NaturalOrder.OF_TEXTS);
    return by.descending() ? ascending.reversed() : ascending;
  }

  private boolean passes(T entry, List<Filter> filters) {
    return filters.stream().allMatch(filter -> passes(entry, filter));
  }

  private boolean passes(T entry, Filter filter) {
    return fields
        .apply(entry, filter.field())
        .filter(value -> filter.anyOf().stream().anyMatch(one -> one.holdsFor(value)))
        .isPresent();
  }
}
