package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
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
import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What seldom happens has words, too. */
class EncodeOutcomesTest {

  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final NewUser NEW_USER =
      new NewUser(Optional.empty(), Optional.empty(), Optional.empty());
  private static final BasicAuth BASIC_AUTH = new BasicAuth(Optional.empty(), Optional.empty());

  private final Encode encode = new Encode(Profile.LINE_21_02);
  private final EncodeUsers users = new EncodeUsers(encode, "https://zone.example.org/users");
  private final EncodeTokens tokens = new EncodeTokens(encode, "https://zone.example.org/tokens");

  @Test
  void whoeverMayNotIsForbidden() {
    assertForbidden(users.listed(new ListAccounts.Outcome.NotAllowed()));
    assertForbidden(users.created(new CreateAccount.Outcome.NotAllowed(), NEW_USER));
    assertForbidden(users.created(new CreateAccount.Outcome.UnknownRole(), NEW_USER));
    assertForbidden(users.changed(new ChangeProfile.Outcome.NotAllowed()));
    assertForbidden(users.edited(new EditAccount.Outcome.NotAllowed()));
    assertForbidden(users.edited(new EditAccount.Outcome.UnknownRole()));
    assertForbidden(users.passwordSet(new SetPassword.Outcome.NotAllowed(), BASIC_AUTH));
    assertForbidden(users.blocked(new DisableAccount.Outcome.NotAllowed()));
    assertForbidden(users.deleted(new DeleteAccount.Outcome.NotAllowed()));
    assertForbidden(users.cancelled(new CancelAccount.Outcome.NotAllowed()));
    assertForbidden(tokens.namedMade(new IssueToken.Outcome.NotAllowed()));
    assertForbidden(tokens.listed(new ListTokens.Outcome.NotAllowed()));
    assertForbidden(tokens.edited(new EditToken.Outcome.NotAllowed()));
    assertForbidden(tokens.ended(new EndTokens.Outcome.NotAllowed()));
    assertForbidden(tokens.generation(new SeeGeneration.Outcome.NotAllowed()));
  }

  private static void assertForbidden(Response response) {
    assertSays(response, 403, "forbidden");
  }

  @Test
  void whatIsGoneMeanwhileIsNotFound() {
    assertSays(users.changed(new ChangeProfile.Outcome.Gone()), 404, "notFound");
    assertSays(users.edited(new EditAccount.Outcome.NoSuchAccount()), 404, "notFound");
    assertSays(
        users.passwordSet(new SetPassword.Outcome.NoSuchAccount(), BASIC_AUTH), 404, "notFound");
    assertSays(users.blocked(new DisableAccount.Outcome.NoSuchAccount()), 404, "notFound");
    assertSays(users.deleted(new DeleteAccount.Outcome.NoSuchAccount()), 404, "notFound");
    assertSays(users.cancelled(new CancelAccount.Outcome.Gone()), 404, "notFound");
    assertSays(tokens.edited(new EditToken.Outcome.NoSuchToken()), 404, "notFound");
    assertSays(tokens.ended(new EndTokens.Outcome.NoSuchToken()), 404, "notFound");
  }

  @Test
  void whoeverIsOvertakenMayTryAgain() {
    assertSays(
        users.passwordSet(new SetPassword.Outcome.Overtaken(), BASIC_AUTH),
        503,
        "temporaryFailure");
    assertSays(tokens.temporaryMade(new IssueToken.Outcome.Overtaken()), 503, "temporaryFailure");
  }

  @Test
  void waitsAreTold() {
    assertWait(users.created(new CreateAccount.Outcome.Overloaded(WAIT), NEW_USER), 503);
    assertWait(users.passwordSet(new SetPassword.Outcome.Overloaded(WAIT), BASIC_AUTH), 503);
    assertWait(users.changed(new ChangeProfile.Outcome.Overloaded(WAIT)), 503);
    assertWait(users.changed(new ChangeProfile.Outcome.TooMany(WAIT)), 429);
  }

  private static void assertWait(Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("retry-after")).contains("5");
  }

  @Test
  void everythingAboutNamesIsSaid() {
    assertSays(name(new Violation.UsernameTaken()), 400, "badValueIdentifierOccupied");
    assertSays(name(new Violation.UsernameBlank()), 400, "badValueUsername");
    assertSays(name(new Violation.UsernameMalformed()), 400, "badValueUsername");
    assertSays(name(new Violation.EmailTaken()), 400, "badValueIdentifierOccupied");
    assertSays(name(new Violation.EmailBlank()), 400, "badData");
    assertSays(name(new Violation.EmailMalformed()), 400, "badData");
  }

  private Response name(Violation violation) {
    return users.changed(new ChangeProfile.Outcome.Refused(List.of(violation)));
  }

  private static void assertSays(Response response, int status, String id) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(Zone.text(response)).startsWith("{\"error\":{\"id\":\"" + id + '"');
  }
}
