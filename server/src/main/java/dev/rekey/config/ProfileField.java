package dev.rekey.config;

/**
 * One member of a user as a wire shows it.
 *
 * @param name {@code id}, {@code email}, {@code username} or {@code role} of the account, or a
 *     field of its profile
 */
public record ProfileField(String name, Kind kind) {

  /** What its text is in JSON. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN
  }
}
