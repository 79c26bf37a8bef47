package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.steward.SetPassword;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.http.Fault;
import dev.rekey.http.Response;
import dev.rekey.http.WeakEtag;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeTest {

  private static final String OLD_PASSWORD_WRONG =
      """
      {"code":400,"message":"Password does not match!",\
      "description":"The old password parameter does not match with the actual user password."}\
      """;

  private static final String FORBIDDEN =
      """
      {"code":403,"message":"FORBIDDEN",\
      "description":"Authorization failed due to insufficient permissions."}\
      """;

  @Test
  void everyAnswerHasTheGatewaysHeaders() {
    for (Response response :
        List.of(Answers.forbidden(), Encode.preflight(), Encode.fault(new Fault.Malformed()))) {
      assertThat(response.headers().all()).containsAll(Words.GATEWAY.all());
    }
  }

  @Test
  void anAnswerWithABodyHasItsTypeAndItsTag() {
    Response response = Answers.forbidden();
    assertThat(response.headers().first("content-type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(response.headers().first("etag")).hasValue(WeakEtag.of(response.body()));
  }

  @Test
  void anAnswerWithoutABodyHasNeither() {
    for (Response response : List.of(Encode.preflight(), Encode.reset(done()))) {
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().has("content-type")).isFalse();
      assertThat(response.headers().has("etag")).isFalse();
    }
  }

  @Test
  void nobodyIsAskedForABasicPassword() {
    assertThat(Encode.stranger(new Reason.NothingShown()).headers().has("www-authenticate"))
        .isFalse();
  }

  @Test
  void theOldPasswordIsToldBeforeTheNewOne() {
    assertSays(
        refused(new Violation.TooShort(8), new Violation.CurrentWrong()), 400, OLD_PASSWORD_WRONG);
  }

  @Test
  void aBlankOldPasswordIsJustAWrongOne() {
    assertSays(refused(new Violation.CurrentBlank()), 400, OLD_PASSWORD_WRONG);
  }

  @Test
  void anOvertakenChangeFindsItsOldPasswordWrong() {
    assertSays(Encode.changed(new ChangePassword.Outcome.Overtaken()), 400, OLD_PASSWORD_WRONG);
  }

  @Test
  void aPasswordThatMayNotBeUsedIsAWrongOne() {
    assertSays(
        Encode.changed(new ChangePassword.Outcome.PasswordLoginOff()), 400, OLD_PASSWORD_WRONG);
  }

  @Test
  void theCoresOwnRefusalOfARoleIsForbidden() {
    assertSays(Encode.changed(new ChangePassword.Outcome.NotAllowed()), 403, FORBIDDEN);
    assertSays(Encode.reset(new SetPassword.Outcome.NotAllowed()), 403, FORBIDDEN);
  }

  static Stream<List<Object>> violations() {
    return Stream.of(
        List.of(new Violation.TooShort(8), "must have at least 8 characters!"),
        List.of(new Violation.TooLong(1024), "must have at most 1024 characters!"),
        List.of(new Violation.Blank(), "must have at least one character that is not a blank!"),
        List.of(new Violation.Common(), "must not be a password that many people use!"),
        List.of(new Violation.Personal(), "must not be made of the user's own data!"),
        List.of(
            new Violation.Organisational(),
            "must not be made of a name of the organization or of this service!"),
        List.of(new Violation.SameAsCurrent(), "must be different from the current password!"),
        List.of(new Violation.Unusable(), "must not have characters that no keyboard can type!"),
        List.of(new Violation.ConfirmationBlank(), "must be the same both times!"),
        List.of(new Violation.ConfirmationDiffers(), "must be the same both times!"),
        List.of(new Violation.TicketBlank(), "must be sent with a ticket that is still valid!"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationIsAnInvalidField(List<Object> pair) {
    assertSays(
        refused((Violation) pair.getFirst()),
        400,
        """
        {"code":400,"message":"One or more request fields are invalid...",\
        "description":"new_password %s"}\
        """
            .formatted(pair.getLast()));
  }

  @Test
  void severalViolationsAreToldAtOnce() {
    assertThat(Gateway.text(refused(new Violation.TooShort(8), new Violation.Common())))
        .contains(
            "\"new_password must have at least 8 characters!"
                + " new_password must not be a password that many people use!\"");
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void onlyThatATokenIsTooOldIsTold(Flaw flaw) {
    String description =
        flaw == Flaw.EXPIRED
            ? "Authentication failed because access token is expired."
            : "Authentication failed due to access token issues.";
    assertUnauthorized(new Reason.BadToken(flaw), description);
  }

  @Test
  void whoHasNoTokenLacksCredentials() {
    assertUnauthorized(
        new Reason.NothingShown(), "Authentication failed for lack of authentication credentials.");
  }

  @Test
  void whatIsNoTokenHasIssues() {
    Stream.of(
            new Reason.Unreadable(),
            new Reason.WrongNameOrPassword(),
            new Reason.PasswordLoginOff())
        .forEach(reason ->
            assertUnauthorized(reason, "Authentication failed due to access token issues."));
  }

  @Test
  void whyAGoodTokenNoLongerAdmitsAnybodyIsNotTold() {
    Stream.of(new Reason.Disabled(), new Reason.Ended(), new Reason.NoSuchAccount())
        .forEach(reason ->
            assertUnauthorized(
                reason, "The token user is not properly registered as a consumer at the gateway."));
  }

  @Test
  void whyASignInFailedIsNotTold() {
    Stream.of(
            new Reason.WrongNameOrPassword(), new Reason.Disabled(), new Reason.PasswordLoginOff())
        .forEach(reason ->
            assertSays(
                Encode.signedIn(new SignIn.Outcome.NotSignedIn(reason)),
                401,
                "{\"code\":401,\"message\":\"Invalid username or password!\"}"));
  }

  @Test
  void anUnknownUserIsNotFound() {
    assertSays(
        Encode.reset(new SetPassword.Outcome.NoSuchAccount()),
        404,
        """
        {"code":404,"message":"User not found!","description":"User not found or already removed.\
         A new operation for the same resource is not required."}\
        """);
  }

  @Test
  void anOvertakenResetMayBeTriedAgain() {
    assertThat(Encode.reset(new SetPassword.Outcome.Overtaken()).status()).isEqualTo(409);
  }

  @Test
  void waitsAreWholeSecondsRoundedUp() {
    Duration wait = Duration.ofMillis(1001);
    Stream.of(
            Encode.signedIn(new SignIn.Outcome.TooMany(wait, false)),
            Encode.signedIn(new SignIn.Outcome.Overloaded(wait)),
            Encode.changed(new ChangePassword.Outcome.TooMany(wait)),
            Encode.changed(new ChangePassword.Outcome.Overloaded(wait)),
            Encode.reset(new SetPassword.Outcome.Overloaded(wait)),
            Encode.fault(new Fault.Draining(wait)))
        .forEach(response -> {
          assertThat(response.headers().first("retry-after")).hasValue("2");
          assertThat(response.status()).isIn(429, 503);
          assertErrorObject(response);
        });
  }

  @Test
  void noWaitIsOneSecond() {
    assertThat(Answers.tooMany(Duration.ZERO).headers().first("retry-after")).hasValue("1");
  }

  static Stream<List<Object>> faults() {
    return Stream.of(
        List.of(new Fault.UnknownPath(), 404),
        List.of(new Fault.UnknownMethod(new TreeSet<>()), 404),
        List.of(new Fault.TooLarge(65536), 413),
        List.of(new Fault.HeadTooLarge(), 431),
        List.of(new Fault.Malformed(), 400),
        List.of(new Fault.Draining(Duration.ofSeconds(1)), 503),
        List.of(new Fault.Incident("k7d2"), 500));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultIsAnErrorObject(List<Object> pair) {
    Response response = Encode.fault((Fault) pair.getFirst());
    assertThat(response.status()).isEqualTo(pair.getLast());
    assertErrorObject(response);
  }

  @Test
  void anIncidentIsToldByItsId() {
    assertThat(Gateway.text(Encode.fault(new Fault.Incident("k7d2"))))
        .contains("An internal server error has occurred.", "k7d2");
  }

  private static SetPassword.Outcome done() {
    return new SetPassword.Outcome.Done(new Gateway().person("educator"));
  }

  private static Response refused(Violation... violations) {
    return Encode.changed(new ChangePassword.Outcome.Refused(List.of(violations)));
  }

  private static void assertUnauthorized(Reason reason, String description) {
    assertSays(
        Encode.stranger(reason),
        401,
        """
        {"code":401,"message":"UNAUTHORIZED","description":"%s","redirect_link":"/auth"}\
        """
            .formatted(description));
  }

  private static void assertErrorObject(Response response) {
    var body = Gateway.body(response);
    assertThat(body.propertyNames()).containsExactly("code", "message", "description");
    assertThat(body.get("code").intValue()).isEqualTo(response.status());
  }

  private static void assertSays(Response response, int status, String body) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(Gateway.text(response)).isEqualTo(body);
  }
}
