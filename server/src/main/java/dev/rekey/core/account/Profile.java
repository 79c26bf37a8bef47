package dev.rekey.core.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an application keeps about a person beside the names, such as {@code first_name}; which
 * fields a role shows is configuration.
 */
public record Profile(Map<String, String> fields) {

  public Profile {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static Profile empty() {
    return new Profile(Map.of());
  }

  public Optional<String> get(String field) {
    return Optional.ofNullable(fields.get(field));
  }
}
