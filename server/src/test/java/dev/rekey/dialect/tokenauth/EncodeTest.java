package dev.rekey.dialect.tokenauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.WireIds;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  private static final Request REQUEST =
      Scene.request("PUT", Scene.PASSWORD, Fields.none(), new byte[0]);
  private static final Fields KEPT = Fields.none().with("access-token", "kept");
  private static final Grant GRANT =
      new Grant(
          new Grant.Ref(new AccountId(7), Grant.Kind.CLIENT, "V7EN7LSRYAbpE_-c5PvRSw"),
          "tokenauth",
          Optional.of(Grant.Trail.begin(TokenDigest.of("bgINB4atOxd8SMNvtOTDxg"), Instant.EPOCH)),
          Instant.EPOCH,
          Instant.ofEpochSecond(1_450_988_710),
          "",
          "");
  private static final Issued ISSUED = new Issued(GRANT, "bgINB4atOxd8SMNvtOTDxg");
  private static final Claim CLAIM =
      new Claim.ClientToken("test@test.com", GRANT.ref().key(), "the one that was shown");

  private final Encode encode = encode(BatchAnswers.REPEAT);

  @Test
  void aSuccessCarriesTheCredentialsOfTheDocument() {
    Response response =
        encode.signedIn(REQUEST, new SignIn.Outcome.SignedIn(account(Profile.empty()), ISSUED));

    assertThat(Scene.field(response, "access-token")).isEqualTo("bgINB4atOxd8SMNvtOTDxg");
    assertThat(Scene.field(response, "client")).isEqualTo("V7EN7LSRYAbpE_-c5PvRSw");
    assertThat(Scene.field(response, "expiry")).isEqualTo("1450988710");
    assertThat(Scene.field(response, "uid")).isEqualTo("test@test.com");
    assertThat(Scene.field(response, "token-type")).isEqualTo("Bearer");
  }

  @Test
  void aUserShowsNothingElseThanTheGemDoes() {
    Map<String, String> fields =
        Map.of("name", "Ann \"A\" Łoś/1", "image", "https://a/b", "tokens", "x", "password", "x");
    Response response =
        encode.signedIn(REQUEST, new SignIn.Outcome.SignedIn(account(new Profile(fields)), ISSUED));

    assertThat(Scene.text(response))
        .isEqualTo(
            """
            {"data":{"email":"test@test.com","provider":"email","uid":"test@test.com","id":42,\
            "allow_password_change":false,"name":"Ann \\"A\\" Łoś/1","nickname":null,\
            "image":"https://a/b"}}\
            """);
  }

  @Test
  void aChangeWithoutASuccessorCarriesNoCredentials() {
    Response response =
        encode.changed(
            REQUEST,
            new ChangePassword.Outcome.Changed(account(Profile.empty()), Optional.empty()),
            Fields.none());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().has("access-token")).isFalse();
    assertThat(response.headers().has("authorization")).isFalse();
  }

  static Stream<Reason> reasons() {
    return Stream.of(
        new Reason.NothingShown(),
        new Reason.Unreadable(),
        new Reason.WrongNameOrPassword(),
        new Reason.Disabled(),
        new Reason.PasswordLoginOff(),
        new Reason.BadToken(Flaw.SIGNATURE),
        new Reason.Ended(),
        new Reason.NoSuchAccount());
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void allStrangersLookAlike(Reason reason) {
    Response response = encode.stranger(REQUEST, reason);
    assertRefusal(response, 401, "{\"success\":false,\"errors\":[\"Unauthorized\"]}");
    assertThat(response.headers())
        .isEqualTo(encode.stranger(REQUEST, new Reason.NothingShown()).headers());

    Response signIn = encode.signedIn(REQUEST, new SignIn.Outcome.NotSignedIn(reason));
    assertRefusal(
        signIn,
        401,
        "{\"success\":false,\"errors\":[\"Invalid login credentials. Please try again.\"]}");
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        told(new Violation.Blank(), "password", "can't be blank"),
        told(new Violation.TooShort(15), "password", "is too short (minimum is 15 characters)"),
        told(new Violation.TooLong(1024), "password", "is too long (maximum is 1024 characters)"),
        told(
            new Violation.Common(), "password", "is too common: it is on lists of known passwords"),
        told(new Violation.Personal(), "password", "must not be your own name or address"),
        told(new Violation.Organisational(), "password", "must not be the name of this service"),
        told(new Violation.SameAsCurrent(), "password", "must not be the current password"),
        told(new Violation.Unusable(), "password", "is invalid"),
        told(new Violation.ConfirmationBlank(), "password_confirmation", "can't be blank"),
        told(
            new Violation.ConfirmationDiffers(), "password_confirmation", "doesn't match Password"),
        told(new Violation.CurrentBlank(), "current_password", "can't be blank"),
        told(new Violation.CurrentWrong(), "current_password", "is invalid"),
        told(new Violation.TicketBlank(), "reset_password_token", "can't be blank"),
        told(new Violation.TicketInvalid(), "reset_password_token", "is invalid"),
        told(
            new Violation.TicketExpired(),
            "reset_password_token",
            "has expired, please request a new one"));
  }

  private static Arguments told(Violation violation, String attribute, String text) {
    return Arguments.of(violation, attribute, text);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationHasItsFieldAndItsWords(Violation violation, String attribute, String text) {
    String label =
        Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1).replace('_', ' ');
    assertRefusal(
        refused(violation),
        422,
        "{\"success\":false,\"errors\":{\"%s\":[\"%s\"],\"full_messages\":[\"%s %s\"]}}"
            .formatted(attribute, text, label, text));
  }

  @Test
  void whatIsWrongWithOneFieldStandsTogether() {
    assertThat(Scene.text(refused(new Violation.TooShort(8), new Violation.Common())))
        .isEqualTo(
            """
            {"success":false,"errors":{"password":["is too short (minimum is 8 characters)",\
            "is too common: it is on lists of known passwords"],"full_messages":[\
            "Password is too short (minimum is 8 characters)",\
            "Password is too common: it is on lists of known passwords"]}}\
            """);
  }

  @Test
  void aRefusalOfSomebodyKnownCarriesWhatKeepsThemSignedIn() {
    List<Response> refusals =
        List.of(
            refused(new Violation.Blank()),
            encode.notAllowed(REQUEST, KEPT),
            encode.changed(REQUEST, new ChangePassword.Outcome.NotAllowed(), KEPT),
            encode.changed(REQUEST, new ChangePassword.Outcome.PasswordLoginOff(), KEPT),
            encode.misread(REQUEST, new Misreading.NoPasswords(), KEPT),
            encode.misread(REQUEST, new Misreading.NotText("password"), KEPT));

    assertThat(refusals)
        .allSatisfy(one -> assertThat(Scene.field(one, "access-token")).isEqualTo("kept"));
  }

  @Test
  void aPageOfTheFrameworkAndAStrangersAnswerNeverCarryAny() {
    List<Response> answers =
        List.of(
            encode.changed(REQUEST, new ChangePassword.Outcome.Overtaken(), KEPT),
            encode.misread(REQUEST, new Misreading.Unreadable(), KEPT),
            encode.misread(REQUEST, new Misreading.NoCredentials(), KEPT),
            encode.useExpectedMethod(REQUEST));

    assertThat(answers).allSatisfy(one -> assertThat(one.headers().has("access-token")).isFalse());
  }

  @Test
  void rightsAreNamedInPlainWords() {
    String text =
        "{\"success\":false,\"errors\":[\"Your account may not change its password here.\"]}";
    assertRefusal(
        encode.changed(REQUEST, new ChangePassword.Outcome.NotAllowed(), KEPT), 403, text);
    assertRefusal(
        encode.changed(REQUEST, new ChangePassword.Outcome.PasswordLoginOff(), KEPT), 403, text);
  }

  @Test
  void aTurnedTokenIsShownWithTheNewEnd() {
    Fields fields =
        encode.turned(new TurnToken.Outcome.Turned(ISSUED), CLAIM, account(Profile.empty()));

    assertThat(fields.first("access-token")).contains("bgINB4atOxd8SMNvtOTDxg");
    assertThat(fields.first("expiry")).contains("1450988710");
  }

  @Test
  void aGoneGrantIsNotSpokenOf() {
    assertThat(encode.turned(new TurnToken.Outcome.Gone(), CLAIM, account(Profile.empty())))
        .isEqualTo(Fields.none());
  }

  @Test
  void aBatchIsAnsweredInOneOfThreeWays() {
    TurnToken.Outcome batched = new TurnToken.Outcome.Batched(GRANT);
    Account account = account(Profile.empty());

    Fields repeat = encode.turned(batched, CLAIM, account);
    Fields blank = encode(BatchAnswers.BLANK).turned(batched, CLAIM, account);
    Fields omit = encode(BatchAnswers.OMIT).turned(batched, CLAIM, account);

    assertThat(repeat.first("access-token")).contains("the one that was shown");
    assertThat(repeat.first("expiry")).contains("1450988710");
    assertThat(blank.first("access-token")).contains(" ");
    assertThat(blank.first("expiry")).contains(" ");
    assertThat(blank.first("client")).isEqualTo(repeat.first("client"));
    assertThat(blank.first("authorization")).isEqualTo(repeat.first("authorization"));
    assertThat(omit).isEqualTo(Fields.none());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "61000, 61"})
  void aWaitIsWholeSecondsRoundedUp(long millis, String seconds) {
    Duration wait = Duration.ofMillis(millis);
    List<Response> answers =
        List.of(
            encode.tooMany(REQUEST, wait),
            encode.busy(REQUEST, wait),
            encode.fault(REQUEST, new Fault.Draining(wait)),
            encode.signedIn(REQUEST, new SignIn.Outcome.TooMany(wait)),
            encode.signedIn(REQUEST, new SignIn.Outcome.Overloaded(wait)),
            encode.changed(REQUEST, new ChangePassword.Outcome.TooMany(wait), KEPT),
            encode.changed(REQUEST, new ChangePassword.Outcome.Overloaded(wait), KEPT));

    assertThat(answers)
        .allSatisfy(one -> assertThat(Scene.field(one, "retry-after")).isEqualTo(seconds));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Fault.UnknownPath(), 404, "Not Found"),
        Arguments.of(new Fault.UnknownMethod(new TreeSet<>(List.of("PUT"))), 404, "Not Found"),
        Arguments.of(new Fault.TooLarge(65_536), 413, "Content Too Large"),
        Arguments.of(new Fault.HeadTooLarge(), 431, "Request Header Fields Too Large"),
        Arguments.of(new Fault.Malformed(), 400, "Bad Request"),
        Arguments.of(new Fault.Draining(Duration.ofSeconds(1)), 503, "Service Unavailable"),
        Arguments.of(new Fault.Incident("k7d2m9x4ab"), 500, "Internal Server Error"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsThePageOfTheFramework(Fault fault, int status, String error) {
    Response response = encode.fault(REQUEST, fault);

    assertThat(response.status()).isEqualTo(status);
    assertThat(Scene.text(response))
        .isEqualTo("{\"status\":%d,\"error\":\"%s\"}".formatted(status, error));
    assertThat(Scene.field(response, "content-type")).isEqualTo("application/json; charset=UTF-8");
    assertThat(response.headers().has("cache-control")).isFalse();
    assertThat(response.headers().has("x-frame-options")).isFalse();
  }

  @Test
  void anIncidentCanBeLookedUp() {
    Response response = encode.fault(REQUEST, new Fault.Incident("k7d2m9x4ab"));

    assertThat(Scene.field(response, "x-incident-id")).isEqualTo("k7d2m9x4ab");
  }

  @ParameterizedTest
  @EnumSource(BatchAnswers.class)
  void theRequestsIdIsOnEveryAnswer(BatchAnswers mode) {
    Response response = encode(mode).stranger(REQUEST, new Reason.Ended());

    assertThat(Scene.field(response, "x-request-id")).isEqualTo(Scene.REQUEST_ID);
    assertThat(Scene.field(response, "x-runtime")).isEqualTo("0.019114");
  }

  private Response refused(Violation... violations) {
    return encode.changed(REQUEST, new ChangePassword.Outcome.Refused(List.of(violations)), KEPT);
  }

  private static void assertRefusal(Response response, int status, String body) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(Scene.text(response)).isEqualTo(body);
    assertThat(Scene.field(response, "content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(Scene.field(response, "cache-control")).isEqualTo("no-cache");
    assertThat(response.headers().has("etag")).isFalse();
  }

  private static Encode encode(BatchAnswers mode) {
    return new Encode(new RailsFraming(() -> 19_114_000L), mode);
  }

  private static Account account(Profile profile) {
    return new Account(
        new AccountId(7),
        Realm.MAIN,
        new WireIds(42, "0".repeat(24), "0".repeat(32)),
        Logins.of(Optional.of("test@test.com"), Optional.of("test")),
        new Role("user"),
        profile,
        new Credential(Optional.empty(), 1, true, Optional.empty()),
        false,
        Scene.MORNING,
        Scene.MORNING);
  }
}
