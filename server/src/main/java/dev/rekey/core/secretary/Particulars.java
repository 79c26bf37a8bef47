package dev.rekey.core.secretary;

import dev.rekey.core.policy.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what a member is said to be, as far as it takes no other member to do so. */
final class Particulars {

  /** An age may be a date of birth, and a number is one of some day. */
  private static final List<String> DATES = List.of("age", "age_calc_date");

  private Particulars() {}

  /** What is wrong with a username, whoever has it. */
  static Optional<Violation> judgeUsername(String username) {
    if (username.isBlank()) {
      return Optional.of(new Violation.UsernameBlank());
    }
    return username.chars().anyMatch(Character::isISOControl)
        ? Optional.of(new Violation.UsernameMalformed())
        : Optional.empty();
  }

  /** The first of the fields' days that is still to come, in UTC. */
  static Optional<String> futureDate(Map<String, String> fields, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return DATES.stream()
        .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
        .filter(text -> date(text).filter(today::isBefore).isPresent())
        .findFirst();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
