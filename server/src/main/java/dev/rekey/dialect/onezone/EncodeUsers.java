package dev.rekey.dialect.onezone;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ListAccounts;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.dialect.onezone.DecodeUsers.BasicAuth;
import dev.rekey.dialect.onezone.DecodeUsers.NewUser;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says what came of what was done to users. */
final class EncodeUsers {

  private final Encode encode;
  private final Answers answers;
  private final String location;

  /**
   * @param location where the users are, for whoever made one
   */
  EncodeUsers(Encode encode, String location) {
    this.encode = encode;
    this.answers = encode.answers();
    this.location = location;
  }

  /** The account with all that this wire knows of it, the old doubles of some members included. */
  Response user(Account account) {
    JsonNode username = textOrNull(account.logins().username());
    JsonNode emails = listOf(account.logins().email());
    String fullName = fullName(account.profile());
    ObjectNode user = Answers.object();
    user.set("username", username);
    user.put("userId", account.ids().hex32());
    user.put("name", fullName);
    user.set("login", username);
    user.putArray("linkedAccounts");
    user.put("fullName", fullName);
    user.set("emails", emails);
    user.set("emailList", emails);
    user.put("creationTime", account.createdAt().getEpochSecond());
    user.put("blocked", account.disabled());
    user.put("basicAuthEnabled", account.credential().passwordLogin());
    user.set("alias", username);
    return answers.json(200, user);
  }

  private static JsonNode textOrNull(Optional<String> text) {
    return text.<JsonNode>map(JsonNodeFactory.instance::stringNode)
        .orElseGet(JsonNodeFactory.instance::nullNode);
  }

  private static JsonNode listOf(Optional<String> text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    text.ifPresent(list::add);
    return list;
  }

  private static String fullName(Profile profile) {
    String both =
        Stream.of(profile.get("first_name"), profile.get("last_name"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return profile.get(Words.PROFILE_FULL_NAME).orElse(both.isBlank() ? Words.UNNAMED : both);
  }

  Response privileges(List<String> names) {
    ObjectNode privileges = Answers.object();
    names.forEach(privileges.putArray("privileges")::add);
    return answers.json(200, privileges);
  }

  Response listed(ListAccounts.Outcome outcome) {
    return switch (outcome) {
      case ListAccounts.Outcome.Listed(List<WireIds> ids) -> users(ids);
      case ListAccounts.Outcome.NotAllowed() -> answers.forbidden();
    };
  }

  private Response users(List<WireIds> ids) {
    ObjectNode users = Answers.object();
    ids.stream().map(WireIds::hex32).forEach(users.putArray("users")::add);
    return answers.json(200, users);
  }

  Response created(CreateAccount.Outcome outcome, NewUser wish) {
    return switch (outcome) {
      case CreateAccount.Outcome.Created(Account account) ->
          answers.empty(201).with(Words.LOCATION, location + '/' + account.ids().hex32());
      case CreateAccount.Outcome.Taken(String _) -> answers.occupied(Words.USERNAME);
      case CreateAccount.Outcome.NotAllowed() -> answers.forbidden();
      case CreateAccount.Outcome.UnknownRole() -> answers.forbidden();
      case CreateAccount.Outcome.Refused(List<Violation> violations) ->
          encode.refused(violations.getFirst(), wish.password());
      case CreateAccount.Outcome.Overloaded(Duration retryAfter) -> encode.overloaded(retryAfter);
    };
  }

  Response changed(ChangeProfile.Outcome outcome) {
    return switch (outcome) {
      case ChangeProfile.Outcome.Changed(Account _) -> answers.empty(204);
      case ChangeProfile.Outcome.Refused(List<Violation> violations) ->
          encode.refused(violations.getFirst(), Optional.empty());
      case ChangeProfile.Outcome.NotAllowed() -> answers.forbidden();
      case ChangeProfile.Outcome.Gone() -> answers.notFound();
      case ChangeProfile.Outcome.TooMany(Duration retryAfter) -> encode.tooMany(retryAfter);
      case ChangeProfile.Outcome.Overloaded(Duration retryAfter) -> encode.overloaded(retryAfter);
    };
  }

  Response edited(EditAccount.Outcome outcome) {
    return switch (outcome) {
      case EditAccount.Outcome.Edited(Account _) -> answers.empty(204);
      case EditAccount.Outcome.NotAllowed(), EditAccount.Outcome.UnknownRole() ->
          answers.forbidden();
      case EditAccount.Outcome.NoSuchAccount() -> answers.notFound();
      case EditAccount.Outcome.Overtaken() -> answers.overtaken();
      case EditAccount.Outcome.Refused(List<Violation> violations) ->
          encode.refused(violations.getFirst(), Optional.empty());
    };
  }

  Response passwordSet(SetPassword.Outcome outcome, BasicAuth wish) {
    return switch (outcome) {
      case SetPassword.Outcome.Done(Account _) -> answers.empty(204);
      case SetPassword.Outcome.NotAllowed() -> answers.forbidden();
      case SetPassword.Outcome.NoSuchAccount() -> answers.notFound();
      case SetPassword.Outcome.Disabled() -> answers.error(400, Words.USER_BLOCKED);
      case SetPassword.Outcome.Refused(List<Violation> violations) ->
          encode.refused(violations.getFirst(), wish.next());
      case SetPassword.Outcome.Overtaken() -> answers.overtaken();
      case SetPassword.Outcome.Overloaded(Duration retryAfter) -> encode.overloaded(retryAfter);
    };
  }

  /** A password cannot be set where there is nothing to sign in with it. */
  Response basicAuthDisabled() {
    return answers.error(400, Words.BASIC_AUTH_DISABLED);
  }

  Response blocked(DisableAccount.Outcome outcome) {
    return switch (outcome) {
      case DisableAccount.Outcome.Done(Account _) -> answers.empty(204);
      case DisableAccount.Outcome.NotAllowed() -> answers.forbidden();
      case DisableAccount.Outcome.NoSuchAccount() -> answers.notFound();
    };
  }

  Response deleted(DeleteAccount.Outcome outcome) {
    return switch (outcome) {
      case DeleteAccount.Outcome.Deleted(Account _) -> answers.empty(204);
      case DeleteAccount.Outcome.NotAllowed() -> answers.forbidden();
      case DeleteAccount.Outcome.NoSuchAccount() -> answers.notFound();
    };
  }

  Response cancelled(CancelAccount.Outcome outcome) {
    return switch (outcome) {
      case CancelAccount.Outcome.Cancelled(Account _) -> answers.empty(204);
      case CancelAccount.Outcome.NotAllowed() -> answers.forbidden();
      case CancelAccount.Outcome.Gone() -> answers.notFound();
    };
  }
}
