package dev.rekey.core.roster;

import java.util.List;

/**
 * What a field must be: one of these. A field that an entry does not have passes none.
 *
 * @param field as the wire calls it: {@code username}, {@code institution}, {@code last_login},
 *     {@code created_at}, a field of the member's kind, {@code type}, {@code name} …
 */
public record Filter(String field, List<Condition> anyOf) {

  public Filter {
    anyOf = List.copyOf(anyOf);
  }

  /** One thing that a field may be; letter case does not count, nor do accents in parts. */
  public sealed interface Condition {

    record Is(String value) implements Condition {}

    record Contains(String part) implements Condition {}

    record BeginsWith(String head) implements Condition {}

    record EndsWith(String tail) implements Condition {}

    /**
     * In {@link NaturalOrder}; a bare number is before and behind nothing, as all fields are texts.
     */
    record Compares(Comparison how, String with) implements Condition {}

    /** Whether the field, being this, is that. */
    default boolean holdsFor(String field) {
      String folded = Folding.of(field);
      return switch (this) {
        case Is(String value) -> field.equalsIgnoreCase(value);
        case Contains(String part) -> folded.contains(Folding.of(part));
        case BeginsWith(String head) -> folded.startsWith(Folding.of(head));
        case EndsWith(String tail) -> folded.endsWith(Folding.of(tail));
        case Compares(Comparison how, String with) ->
            !with.matches("[0-9]*") && how.admits(NaturalOrder.OF_TEXTS.compare(field, with));
      };
    }
  }

  /** How a field compares. */
  public enum Comparison {
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL;

    private boolean admits(int order) {
      return switch (this) {
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
      };
    }
  }
}
