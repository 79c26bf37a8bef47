package dev.rekey.migrate.upstream;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.migrate.ProfileColumns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members that an old system shows of somebody. */
final class Person {

  private static final int MOST_FIELDS = 200;
  private static final int LONGEST_NAME = 320;
  private static final int LONGEST_VALUE = 4096;

  private final ObjectNode members;

  Person(ObjectNode members) {
    this.members = members;
  }

  /** A text or a number, as text; empty where there is neither. */
  Optional<String> text(String name) {
    JsonNode value = members.path(name);
    return value.isString() || value.isIntegralNumber()
        ? Optional.of(value.asString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** What is said outright to be nothing. */
  boolean lacks(String name) {
    return members.has(name) && members.path(name).isNull();
  }

  String subject(String name) {
    return text(name).orElseThrow(() -> Unanswered.odd("no-id"));
  }

  Optional<Instant> time(String name) {
    try {
      return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The role here that is called so there, else the usual one. */
  Role role(Roles roles, Role usual) {
    return text("role").flatMap(name -> role(roles, name)).orElse(usual);
  }

  static Optional<Role> role(Roles roles, String name) {
    try {
      return Optional.of(new Role(name.toLowerCase(Locale.ROOT))).filter(roles::knows);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is neither a name nor of the machinery nor a secret. */
  Profile profile() {
    Map<String, String> fields = new LinkedHashMap<>();
    members.forEachEntry((name, value) -> {
      if (ProfileColumns.tells(name) && fields.size() < MOST_FIELDS) {
        plain(value).ifPresent(text -> fields.put(name, text));
      }
    });
    return new Profile(fields);
  }

  private static Optional<String> plain(JsonNode value) {
    boolean scalar = value.isString() || value.isNumber() || value.isBoolean();
    return Optional.of(value)
        .filter(_ -> scalar)
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_VALUE);
  }

  /** The id as the Devise family shows it; any other than a number is none here. */
  static Arrival.Ids number(String subject) {
    return subject.matches("[1-9][0-9]{0,17}")
        ? Arrival.Ids.ofNumber(Long.parseLong(subject))
        : Arrival.Ids.none();
  }

  static Logins logins(Optional<String> email, Optional<String> username, Optional<String> uid) {
    Logins logins = sound(() -> new Logins(email, username, uid));
    boolean fits = logins.all().stream().allMatch(name -> name.length() <= LONGEST_NAME);
    boolean address = logins.email().filter(text -> text.indexOf('@') < 0).isEmpty();
    if (!fits || !address) {
      throw Unanswered.odd("odd-name");
    }
    return logins;
  }

  /** What cannot be an account here is nothing that anybody understands. */
  static <T> T sound(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw Unanswered.odd("odd-person");
    }
  }

  Newcomer newcomer(
      String subject,
      Logins logins,
      Role role,
      Profile profile,
      Arrival.Ids ids,
      boolean confirmed) {
    return new Newcomer(subject, logins, role, profile, ids, confirmed, time("created_at"));
  }
}
