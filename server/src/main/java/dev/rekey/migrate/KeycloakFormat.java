package dev.rekey.migrate;

import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.Role;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.PasswordHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The users of a realm that Keycloak exported. */
final class KeycloakFormat implements Format {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

  private final Habits habits;
  private final KeycloakHash hashes = new KeycloakHash(new JsonText());

  KeycloakFormat(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Optional<Arrival> read(Row row) {
    return row.text("serviceAccountClientId").isPresent()
        ? Optional.empty()
        : Optional.of(user(row));
  }

  private Arrival user(Row row) {
    Draft draft = new Draft(row, role(row), habits.now());
    draft.username = row.text("username");
    draft.email = row.text("email");
    if (draft.username.equals(draft.email)) {
      draft.username = Optional.empty();
    }
    draft.ids =
        row.text("id")
            .filter(id -> id.matches(UUID))
            .map(id -> Arrival.Ids.ofHex32(id.replace("-", "")))
            .orElseGet(Arrival.Ids::none);
    draft.hash = password(row);
    draft.disabled = !row.flag("enabled").orElse(true);
    draft.createdAt = row.instant("createdTimestamp");
    draft.confirmedAt =
        row.flag("emailVerified")
            .filter(verified -> verified)
            .map(_ -> draft.createdAt.orElse(habits.now()));
    draft.mustChange =
        Optional.of(row)
            .filter(KeycloakFormat::mustChange)
            .map(_ -> new MustChange.Forced(habits.now(), Optional.empty()));
    readProfile(draft, row);
    leave(draft, row);
    return draft.arrival();
  }

  /** Whoever was told to there, or has a password that somebody else gave. */
  private static boolean mustChange(Row row) {
    return row.texts("requiredActions").contains(UPDATE_PASSWORD)
        || credentials(row).anyMatch(one -> one.flag("temporary").orElse(false));
  }

  private static void leave(Draft draft, Row row) {
    if (row.texts("requiredActions").stream().anyMatch(action -> !action.equals(UPDATE_PASSWORD))) {
      draft.left.add("required actions other than a new password");
    }
    if (credentials(row).anyMatch(one -> !isPassword(one))) {
      draft.left.add("a second factor or a passkey");
    }
    draft.leave("federated identities", "federatedIdentities");
    draft.leave("groups", "groups");
    draft.leave("client roles", "clientRoles");
  }

  /** The first of its roles that there is here. */
  private Role role(Row row) {
    return row.texts("realmRoles").stream()
        .flatMap(name -> habits.known(name).stream())
        .findFirst()
        .orElse(habits.usualRole());
  }

  private Optional<PasswordHash> password(Row row) {
    return credentials(row).filter(KeycloakFormat::isPassword).findFirst().map(hashes::read);
  }

  private static boolean isPassword(Row credential) {
    return credential.text("type").filter("password"::equals).isPresent();
  }

  private static Stream<Row> credentials(Row row) {
    return row.fields().get("credentials") instanceof List<?> list
        ? list.stream()
            .flatMap(one -> one instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
            .map(map -> new Row(row.place(), row.line(), Row.members(map)))
        : Stream.empty();
  }

  private static void readProfile(Draft draft, Row row) {
    row.text("firstName").ifPresent(text -> draft.profile.put("first_name", text));
    row.text("lastName").ifPresent(text -> draft.profile.put("last_name", text));
    if (row.fields().get("attributes") instanceof Map<?, ?> attributes) {
      Row.members(attributes)
          .forEach((name, value) -> {
            if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() != null) {
              draft.profile.putIfAbsent(name, Row.textOf(name, list.getFirst()));
            }
          });
    }
  }
}
