package dev.rekey.core.roster;

import dev.rekey.core.account.Realm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A school, a clinic or another place that members belong to; its name is unique in the realm. */
public record Institution(InstitutionId id, Realm realm, Details details, Instant createdAt) {

  /** What an institution is said to be. */
  public record Details(
      String type,
      String name,
      Optional<String> address,
      Optional<String> latitude,
      Optional<String> longitude) {}

  /** What is to become of an institution; what is empty stays as it is. */
  public record Edit(
      Optional<String> type,
      Optional<String> name,
      Optional<String> address,
      Optional<String> latitude,
      Optional<String> longitude) {

    /** The names of what it changes. */
    public List<String> what() {
      return Stream.of(
              type.map(_ -> "type"),
              name.map(_ -> "name"),
              address.map(_ -> "address"),
              latitude.map(_ -> "latitude"),
              longitude.map(_ -> "longitude"))
          .flatMap(Optional::stream)
          .toList();
    }

    /** The details as this edit leaves them. */
    public Details applyTo(Details old) {
      return new Details(
          type.orElse(old.type()),
          name.orElse(old.name()),
          address.or(old::address),
          latitude.or(old::latitude),
          longitude.or(old::longitude));
    }
  }

  public Institution with(Edit edit) {
    return new Institution(id, realm, edit.applyTo(details), createdAt);
  }
}
