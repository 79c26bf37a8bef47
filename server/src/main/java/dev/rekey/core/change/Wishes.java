package dev.rekey.core.change;

import dev.rekey.core.letter.TicketLink;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an owner wants to be known by, beside the password; what is empty stays as it is.
 *
 * @param email the address as sent
 * @param username the name as sent
 * @param profile fields and what each becomes; an empty value removes the field
 * @param confirmation where the letter leads by which a new address is confirmed before it takes
 *     the old one's place; empty when it takes it at once
 */
public record Wishes(
    Optional<String> email,
    Optional<String> username,
    Map<String, Optional<String>> profile,
    Optional<TicketLink> confirmation) {

  public Wishes {
    profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
  }

  /** Nothing but the password, if that. */
  public static Wishes none() {
    return new Wishes(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
  }

  public static Wishes ofProfile(Map<String, Optional<String>> fields) {
    return new Wishes(Optional.empty(), Optional.empty(), fields, Optional.empty());
  }
}
