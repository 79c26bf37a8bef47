package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Somebody.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.change.ChangePassword.Outcome;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Fields;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.RailsFraming.Extras;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodePasswordTest {

  private static final Extras KEPT = Extras.of(Fields.none().with("access-token", "kept"));

  private final EncodePassword encode =
      new EncodePassword(
          Settings.standard(),
          new Encode(new RailsFraming(() -> 19_114_000L)),
          new EncodeCredentials(Tokens.standard()));

  private Response changed(Outcome outcome) {
    return encode.changed(REQUEST, outcome, KEPT);
  }

  private Response refused(Violation... violations) {
    return changed(new Outcome.Refused(List.of(violations)));
  }

  @Test
  void aUserShowsNothingElseThanTheGemDoes() {
    Map<String, String> fields =
        Map.of("name", "Ann \"A\" Łoś/1", "image", "https://a/b", "tokens", "x", "password", "x");

    Response response = changed(new Outcome.Changed(Somebody.account(fields), Optional.empty()));

    assertThat(Scene.text(response))
        .isEqualTo(
            """
            {"success":true,"data":{"email":"test@test.com","provider":"email",\
            "uid":"test@test.com","id":42,"allow_password_change":false,\
            "name":"Ann \\"A\\" Łoś/1","nickname":null,"image":"https://a/b",\
            "created_at":"2025-05-29T11:02:20.250Z","updated_at":"2025-05-29T11:02:20.250Z",\
            "message":"Your password has been successfully updated."},\
            "message":"Your password has been successfully updated."}\
            """);
    assertThat(Scene.field(response, "access-token")).isEqualTo("kept");
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
            "has expired, please request a new one"),
        told(new Violation.EmailBlank(), "email", "can't be blank"),
        told(new Violation.EmailMalformed(), "email", "is not an email"),
        told(new Violation.EmailTaken(), "email", "has already been taken"),
        told(new Violation.UsernameBlank(), "username", "can't be blank"),
        told(new Violation.UsernameMalformed(), "username", "is invalid"),
        told(new Violation.UsernameTaken(), "username", "has already been taken"));
  }

  private static Arguments told(Violation violation, String attribute, String text) {
    return Arguments.of(violation, attribute, text);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void everyViolationHasItsFieldAndItsWords(Violation violation, String attribute, String text) {
    Response response = refused(violation);

    assertThat(response.status()).isEqualTo(422);
    assertThat(Scene.text(response)).isEqualTo(Scene.fieldError(attribute, text));
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
            changed(new Outcome.NotAllowed()),
            changed(new Outcome.PasswordLoginOff()),
            encode.misread(REQUEST, new Misreading.NoPasswords(), KEPT),
            encode.misread(REQUEST, new Misreading.NotText("password"), KEPT),
            reset(new SpendTicket.Outcome.Refused(List.of(new Violation.Blank()))));

    assertThat(refusals)
        .allSatisfy(one -> assertThat(Scene.field(one, "access-token")).isEqualTo("kept"));
  }

  @Test
  void aPageOfTheFrameworkAndAStrangersAnswerNeverCarryAny() {
    Duration wait = Duration.ofSeconds(1);
    List<Response> answers =
        List.of(
            changed(new Outcome.Overtaken()),
            changed(new Outcome.TooMany(wait)),
            changed(new Outcome.Overloaded(wait)),
            reset(new SpendTicket.Outcome.Overloaded(wait)),
            reset(new SpendTicket.Outcome.Refused(List.of(new Violation.TicketInvalid()))),
            encode.unauthorized(REQUEST),
            encode.misread(REQUEST, new Misreading.Unreadable(), KEPT),
            encode.misread(REQUEST, new Misreading.NoCredentials(), KEPT));

    assertThat(answers).allSatisfy(one -> assertThat(one.headers().has("access-token")).isFalse());
  }

  private Response reset(SpendTicket.Outcome outcome) {
    return encode.reset(REQUEST, outcome, KEPT);
  }

  @Test
  void aResetThatMaySignNobodyInCarriesNoToken() {
    Response response = reset(new SpendTicket.Outcome.Done(Somebody.account(), Optional.empty()));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().has("access-token")).isFalse();
  }
}
