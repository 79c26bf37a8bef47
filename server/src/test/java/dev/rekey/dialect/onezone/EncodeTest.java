package dev.rekey.dialect.onezone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.change.ChangePassword.Outcome;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.onezone.Decode.Change;
import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeTest {

  private static final String BAD_BASIC =
      """
      {"error":{"id":"unauthorized","details":{"authError":{"id":"badBasicCredentials",\
      "description":"Invalid username or password."}},\
      "description":"Provided authentication is not valid (see details)."}}\
      """;

  private static final String BASIC_OFF =
      """
      {"error":{"id":"unauthorized","details":{"authError":{"id":"basicAuthDisabled",\
      "description":"Basic auth is disabled for this user."}},\
      "description":"Provided authentication is not valid (see details)."}}\
      """;

  private static final Change CHANGE =
      new Change(Optional.of(Password.of("new one")), new Read<>(Optional.empty()));

  private final Encode encode = new Encode(Profile.LINE_21_02);

  @Test
  void theErrorsAreTheOriginalsToTheByte() {
    assertSays(
        encode.nobody(),
        401,
        """
        {"error":{"id":"unauthorized",\
        "description":"You must authenticate yourself to perform this operation."}}\
        """);
    assertSays(
        encode.objection(new Objection.Missing("newPassword")),
        400,
        """
        {"error":{"id":"missingRequiredValue","details":{"key":"newPassword"},\
        "description":"Missing required value: newPassword."}}\
        """);
    assertSays(
        encode.objection(new Objection.NotText("oldPassword")),
        400,
        """
        {"error":{"id":"badValueString","details":{"key":"oldPassword"},\
        "description":"Bad value: provided \\"oldPassword\\" must be a string."}}\
        """);
    assertSays(
        encode.objection(new Objection.Malformed()),
        400,
        """
        {"error":{"id":"malformedData",\
        "description":"Provided data could not be understood by the server."}}\
        """);
    assertSays(
        encode.fault(new Fault.UnknownPath(), "GET"),
        404,
        """
        {"error":{"id":"notFound","description":"The resource could not be found."}}\
        """);
    assertSays(
        encode.forbidden(),
        403,
        """
        {"error":{"id":"forbidden",\
        "description":"You are not authorized to perform this operation."}}\
        """);
  }

  @Test
  void aShortPasswordIsToldInTheOriginalsWordsWithTheNumberThatHolds() {
    assertSays(refused(new Violation.TooShort(8)), 400, tooShort(8));
    assertSays(refused(new Violation.TooShort(15)), 400, tooShort(15));
  }

  @Test
  void noPasswordIsAShortOne() {
    Violation blank = new Violation.Blank();
    assertSays(refused(blank, Optional.empty()), 400, tooShort(8));
    assertSays(refused(blank, Optional.of(Password.of(""))), 400, tooShort(8));
    assertThat(refused(blank, Optional.of(Password.of("         "))))
        .extracting(Zone::text)
        .asString()
        .contains("Bad value: Password must not consist of blanks only.");
  }

  static Stream<Violation> violations() {
    return Stream.of(
        new Violation.Blank(),
        new Violation.TooShort(8),
        new Violation.TooLong(1024),
        new Violation.Common(),
        new Violation.Personal(),
        new Violation.Organisational(),
        new Violation.SameAsCurrent(),
        new Violation.Unusable(),
        new Violation.ConfirmationBlank(),
        new Violation.ConfirmationDiffers());
  }

  @ParameterizedTest
  @MethodSource("violations")
  void whateverIsWrongWithAPasswordIsABadPassword(Violation violation) {
    Response response = refused(violation);
    assertThat(response.status()).isEqualTo(400);
    assertThat(Zone.text(response))
        .startsWith(
            "{\"error\":{\"id\":\"badValuePassword\",\"description\":\"Bad value: Password ")
        .endsWith(".\"}}");
  }

  @Test
  void theFirstViolationIsTold() {
    List<Violation> both = List.of(new Violation.TooShort(8), new Violation.CurrentWrong());
    assertSays(encode.changed(new Outcome.Refused(both), CHANGE), 400, tooShort(8));
  }

  @Test
  void aWrongOldPasswordAndALostRaceLookAlike() {
    assertSays(refused(new Violation.CurrentWrong()), 401, BAD_BASIC);
    assertSays(encode.changed(new Outcome.Overtaken(), CHANGE), 401, BAD_BASIC);
  }

  @Test
  void anOldPasswordThatCouldNotBeReadIsObjectedToOnceTheNewOneIsGood() {
    Change misread = new Change(CHANGE.next(), new Misread<>(new Objection.Missing("oldPassword")));
    Outcome refused = new Outcome.Refused(List.of(new Violation.CurrentBlank()));
    assertThat(encode.changed(refused, misread))
        .extracting(Zone::text)
        .asString()
        .contains("Missing required value: oldPassword.");
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aBadCredentialIsToldAsTheOriginalTellsIt(Reason reason, String id) {
    Response response = encode.stranger(reason);
    assertThat(response.status()).isEqualTo(401);
    assertThat(Zone.text(response))
        .startsWith(
            "{\"error\":{\"id\":\"unauthorized\",\"details\":{\"authError\":{\"id\":\"" + id + '"');
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new Reason.Unreadable(), "badBasicCredentials"),
        Arguments.of(new Reason.WrongNameOrPassword(), "badBasicCredentials"),
        Arguments.of(new Reason.Disabled(), "userBlocked"),
        Arguments.of(new Reason.PasswordLoginOff(), "basicAuthDisabled"),
        Arguments.of(new Reason.Ended(), "tokenInvalid"),
        Arguments.of(new Reason.NoSuchAccount(), "tokenInvalid"));
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void aTokenThatIsNoneIsBadAndAnyOtherIsInvalid(Flaw flaw) {
    boolean none = flaw == Flaw.SEGMENTS || flaw == Flaw.ENCODING;
    assertThat(Zone.text(encode.stranger(new Reason.BadToken(flaw))))
        .contains(none ? "\"badToken\"" : "\"tokenInvalid\"");
  }

  @Test
  void passwordSignInSwitchedOffIsSaidEitherWay() {
    assertSays(encode.stranger(new Reason.PasswordLoginOff()), 401, BASIC_OFF);
    assertSays(encode.changed(new Outcome.PasswordLoginOff(), CHANGE), 401, BASIC_OFF);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "61000, 61"})
  void aWaitIsWholeSecondsRoundedUp(long millis, String seconds) {
    Duration wait = Duration.ofMillis(millis);
    assertThat(encode.tooMany(wait).headers().first("retry-after")).contains(seconds);
    assertThat(encode.overloaded(wait).headers().first("retry-after")).contains(seconds);
    Response draining = encode.fault(new Fault.Draining(wait), "GET");
    assertThat(draining.headers().first("retry-after")).contains(seconds);
  }

  @Test
  void tooManyTriesAndTooMuchWorkAreToldApart() {
    Duration wait = Duration.ofSeconds(5);
    assertSays(
        encode.changed(new Outcome.TooMany(wait), CHANGE),
        429,
        """
        {"error":{"id":"temporaryFailure",\
        "description":"Temporary failure - please try again later."}}\
        """);
    assertSays(
        encode.changed(new Outcome.Overloaded(wait), CHANGE),
        503,
        """
        {"error":{"id":"serviceUnavailable",\
        "description":"Service required for this operation is offline."}}\
        """);
  }

  @Test
  void emptyAnswersAreEmpty() {
    assertEmpty(encode.objection(new Objection.UnreadableAccept()), 400);
    assertEmpty(encode.objection(new Objection.NotAcceptable()), 406);
    assertEmpty(encode.objection(new Objection.PreconditionFailed()), 412);
    assertEmpty(encode.objection(new Objection.UnsupportedMediaType()), 415);
  }

  @Test
  void anotherMethodLearnsWhichThereAre() {
    Fault fault = new Fault.UnknownMethod(new TreeSet<>(List.of("PATCH")));
    assertEmpty(encode.fault(fault, "DELETE"), 405);
    assertEmpty(encode.fault(fault, "OPTIONS"), 204);
    assertThat(encode.fault(fault, "DELETE").headers().first("allow")).contains("PATCH");
  }

  @Test
  void accidentsHaveWords() {
    assertSays(
        encode.fault(new Fault.Incident("k7d2m9x4ab"), "GET"),
        500,
        """
        {"error":{"id":"internalServerError","details":{"reference":"k7d2m9x4ab"},\
        "description":"The server has encountered an error while processing this request. If the\
         problem persists, please contact the site's administrators, citing the following\
         reference: k7d2m9x4ab."}}\
        """);
    assertSays(
        encode.fault(new Fault.TooLarge(65536), "PATCH"),
        413,
        """
        {"error":{"id":"limitReached",\
        "details":{"limit":65536,"resourceDescription":"bytes in a request body"},\
        "description":"The limit for bytes in a request body has been reached: 65536."}}\
        """);
    assertThat(encode.fault(new Fault.HeadTooLarge(), "GET").status()).isEqualTo(431);
    assertThat(encode.fault(new Fault.Malformed(), "GET").status()).isEqualTo(400);
  }

  @Test
  void noAnswerAsksABrowserForALogin() {
    assertThat(encode.nobody().headers().has("www-authenticate")).isFalse();
    assertThat(refused(new Violation.CurrentWrong()).headers().has("www-authenticate")).isFalse();
  }

  @Test
  void theOldLineDoesNotOpenItselfToOtherOrigins() {
    Response response = new Encode(Profile.LINE_20_02).nobody();
    assertThat(response.headers())
        .isEqualTo(Fields.none().with("content-type", "application/json"));
    assertThat(response.body()).isEqualTo(encode.nobody().body());
  }

  @Test
  void theNewLineHasNewerSentencesAndAContext() {
    String context =
        """
        "ctx":{"service":"ozw","serviceId":"onezone","onedataErrorsRevision":null,"module":null,\
        "line":null,"timestamp":null,"serviceDomain":null,"serviceReleaseVersion":null,\
        "serviceBuildVersion":null}\
        """;
    Encode modern = new Encode(Profile.LINE_25_0);
    assertSays(
        modern.nobody(),
        401,
        """
        {"error":{"id":"unauthorized","details":{"authError":null},\
        "description":"You must authenticate yourself to perform this operation:\
         no details available.",%s}}\
        """
            .formatted(context));
    assertSays(
        modern.stranger(new Reason.PasswordLoginOff()),
        401,
        """
        {"error":{"id":"unauthorized","details":{"authError":{"id":"basicAuthDisabled",\
        "description":"Basic auth (username & password authentication) is disabled for this\
         user.",%1$s}},"description":"You must authenticate yourself to perform this operation:\
         Basic auth (username & password authentication) is disabled for this user.",%1$s}}\
        """
            .formatted(context));
    assertSays(
        modern.objection(new Objection.Missing("newPassword")),
        400,
        """
        {"error":{"id":"missingRequiredValue","details":{"key":"newPassword"},\
        "description":"The request data was missing a required value for \\"newPassword\\".",%s}}\
        """
            .formatted(context));
  }

  private Response refused(Violation violation) {
    return refused(violation, CHANGE.next());
  }

  private Response refused(Violation violation, Optional<Password> next) {
    return encode.changed(
        new Outcome.Refused(List.of(violation)), new Change(next, CHANGE.current()));
  }

  private static String tooShort(int minimum) {
    return "{\"error\":{\"id\":\"badValuePassword\",\"description\":\"Bad value: Password must be"
        + " at least "
        + minimum
        + " characters long.\"}}";
  }

  private static void assertSays(Response response, int status, String body) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("content-type")).contains("application/json");
    assertThat(Zone.text(response)).isEqualTo(body);
  }

  private static void assertEmpty(Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().has("content-type")).isFalse();
    assertThat(response.body()).isEmpty();
  }
}
