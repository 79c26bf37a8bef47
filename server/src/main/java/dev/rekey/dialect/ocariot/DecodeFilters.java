package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Filter;
import dev.rekey.core.roster.Filter.Comparison;
import dev.rekey.core.roster.Filter.Condition;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From a query to what the fields of an entry must be. A comma means "or", a repeated field "and";
 * what has brackets in its name is passed over.
 */
final class DecodeFilters {

  /** What else may stand in the query of a list. */
  private static final Set<String> NO_FIELDS =
      Set.of("page", "limit", "skip", "sort", "fields", "start_at", "end_at", "period");

  private static final Pattern COMPARISON = Pattern.compile("(gte?|lte?):(.*)", Pattern.DOTALL);

  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "gt", Comparison.GREATER,
          "gte", Comparison.GREATER_OR_EQUAL,
          "lt", Comparison.LESS,
          "lte", Comparison.LESS_OR_EQUAL);

  private DecodeFilters() {}

  static Reading<List<Filter>, Mistake> read(Fields query) {
    List<Filter> filters =
        query.all().stream()
            .filter(pair -> !NO_FIELDS.contains(pair.name()) && isPlain(pair.name()))
            .map(pair -> new Filter(pair.name(), conditions(pair)))
            .toList();
    return filters.stream().allMatch(DecodeFilters::namesIdsWell)
        ? new Read<>(filters)
        : new Misread<>(new Mistake.BadIdSomewhere());
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty() && name.indexOf('[') < 0 && name.indexOf(']') < 0;
  }

  /** An institution can only be looked for by its id. */
  private static boolean namesIdsWell(Filter filter) {
    return !isId(filter.field())
        || filter.anyOf().stream()
            .allMatch(one -> one instanceof Condition.Is(String id) && PathId.isId(id));
  }

  private static boolean isId(String field) {
    return field.equals(Words.INSTITUTION);
  }

  private static List<Condition> conditions(Fields.Field pair) {
    Stream<Condition> conditions =
        Stream.of(pair.value().split(",", -1)).map(DecodeFilters::condition);
    return isId(pair.name())
        ? conditions.map(DecodeFilters::canonical).toList()
        : conditions.toList();
  }

  private static Condition canonical(Condition condition) {
    return condition instanceof Condition.Is(String id)
        ? new Condition.Is(PathId.canonical(id))
        : condition;
  }

  private static Condition condition(String value) {
    if (value.indexOf('*') >= 0) {
      return pattern(value);
    }
    Matcher comparison = COMPARISON.matcher(value);
    return comparison.matches()
        ? new Condition.Compares(comparisonOf(comparison.group(1)), comparison.group(2))
        : new Condition.Is(value);
  }

  private static Comparison comparisonOf(String word) {
    return Optional.ofNullable(COMPARISONS.get(word)).orElseThrow();
  }

  private static Condition pattern(String value) {
    String text = value.replace("*", "");
    boolean openBehind = value.endsWith("*");
    boolean openBefore = value.startsWith("*");
    if (openBehind && !openBefore) {
      return new Condition.BeginsWith(text);
    }
    return openBefore && !openBehind ? new Condition.EndsWith(text) : new Condition.Contains(text);
  }
}
