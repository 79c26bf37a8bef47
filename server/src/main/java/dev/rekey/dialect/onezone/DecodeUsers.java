package dev.rekey.dialect.onezone;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.change.Wishes;
import dev.rekey.core.password.Password;
import dev.rekey.dialect.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Understands what is wished of users. */
final class DecodeUsers {

  private final Kinds kinds;

  DecodeUsers(Kinds kinds) {
    this.kinds = kinds;
  }

  /** A user as somebody wants it to be made. */
  record NewUser(
      Optional<String> fullName, Optional<String> username, Optional<Password> password) {

    void forget() {
      password.ifPresent(Password::clear);
    }
  }

  /** The switch of password sign-in, and a new password. */
  record BasicAuth(Optional<Boolean> enabled, Optional<Password> next) {

    void forget() {
      next.ifPresent(Password::clear);
    }
  }

  /** With a password a username is needed, and both are looked at before the full name is. */
  Reading<NewUser, Objection> newUser(JsonNode body) {
    Members members = new Members(body);
    if (members.has(Words.PASSWORD)) {
      Optional<Password> password = members.required(Words.PASSWORD, Kinds::password);
      Optional<String> username = members.required(Words.USERNAME, kinds::username);
      Optional<String> fullName = members.optional(Words.FULL_NAME, kinds::fullName);
      return members.as(() -> new NewUser(fullName, username, password));
    }
    Optional<String> fullName = members.optional(Words.FULL_NAME, kinds::fullName);
    Optional<String> username = members.optional(Words.USERNAME, kinds::username);
    return members.as(() -> new NewUser(fullName, username, Optional.empty()));
  }

  Reading<Wishes, Objection> names(JsonNode body) {
    Members members = new Members(body);
    members.requireOneOf(Choice.NAMES);
    Optional<String> fullName = members.optional(Words.FULL_NAME, kinds::fullName);
    Optional<String> username = members.optional(Words.USERNAME, kinds::username);
    return members.as(
        () -> new Wishes(Optional.empty(), username, profile(fullName), Optional.empty()));
  }

  private static Map<String, Optional<String>> profile(Optional<String> fullName) {
    return fullName.isPresent() ? Map.of(Words.PROFILE_FULL_NAME, fullName) : Map.of();
  }

  Reading<BasicAuth, Objection> basicAuth(JsonNode body) {
    Members members = new Members(body);
    members.requireOneOf(Choice.BASIC_AUTH);
    Optional<Boolean> enabled = members.optional(Words.BASIC_AUTH_ENABLED, Kinds::flag);
    Optional<Password> next = members.optional(Words.NEW_PASSWORD, Kinds::password);
    return members.as(() -> new BasicAuth(enabled, next));
  }

  Reading<Boolean, Objection> blocked(JsonNode body) {
    Members members = new Members(body);
    Optional<Boolean> blocked = members.required(Words.BLOCKED, Kinds::flag);
    return members.as(blocked::orElseThrow);
  }

  Reading<AccountEdit, Objection> privileges(JsonNode body) {
    Members members = new Members(body);
    members.requireOneOf(Choice.PRIVILEGES);
    Optional<List<String>> grant = members.optional(Words.GRANT, Kinds::privileges);
    Optional<List<String>> revoke = members.optional(Words.REVOKE, Kinds::privileges);
    return members.as(() ->
        AccountEdit.none()
            .withPrivileges(
                Privileges.stored(grant.orElse(List.of())),
                Privileges.stored(revoke.orElse(List.of()))));
  }
}
