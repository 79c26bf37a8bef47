package dev.rekey.config;

import java.util.Optional;

/**
 * One member of a user object, such as {@code profile_id:number}.
 *
 * @param kind text, number or boolean
 */
public record ProfileField(String name, Kind kind) {

  /** How its value is written in JSON. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN
  }

  static Optional<ProfileField> parse(String text) {
    String[] parts = text.split(":", 2);
    if (!parts[0].matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return Optional.empty();
    }
    return kind(parts.length == 1 ? "text" : parts[1])
        .map(kind -> new ProfileField(parts[0], kind));
  }

  private static Optional<Kind> kind(String word) {
    return switch (word) {
      case "text" -> Optional.of(Kind.TEXT);
      case "number" -> Optional.of(Kind.NUMBER);
      case "boolean" -> Optional.of(Kind.BOOLEAN);
      default -> Optional.empty();
    };
  }
}
