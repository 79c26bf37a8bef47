package dev.rekey.config;

/**
 * One key with the value that holds, as it may be shown to people.
 *
 * @param value never a secret's own text
 * @param origin such as {@code line 3 of rekey.yaml} or {@code default}
 */
public record Setting(String key, String value, String origin) {

  String line() {
    return key + ": " + value + "  # " + origin;
  }
}
