package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.proof.Proof.Reason;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.LookAtAccount.Outcome;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.SignedTokens.Flaw;
import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.InvalidLogin;
import dev.rekey.dialect.devise.DeviseDialect.Kind;
import dev.rekey.dialect.devise.DeviseDialect.Manners;
import dev.rekey.dialect.devise.DeviseDialect.People;
import dev.rekey.dialect.devise.DeviseDialect.Portrait;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.DeviseDialect.Style;
import dev.rekey.http.Fault;
import dev.rekey.http.Fields;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeTest {

  private static final String COOKIE =
      "_interslice_session=YQ%3D%3D--Yg%3D%3D--Yw%3D%3D; path=/; httponly; samesite=lax";
  private static final String COOKIE_AFTER_RESET =
      "_interslice_session=YQ%3D%3D--Yg%3D%3D--Yw%3D%3D; path=/; httponly; SameSite=Lax";

  private static final NewPassword.Wish NOTHING =
      new NewPassword.Wish(Optional.empty(), Optional.empty(), false);

  private final Encode encode = encode(Scene.standard());
  private final EncodeRegistration registration = new EncodeRegistration(Scene.standard(), encode);
  private final EncodePassword password = new EncodePassword(encode);
  private final EncodeSession session = new EncodeSession(Scene.standard(), encode);
  private final Request request = Scene.request("PATCH", "/", new byte[0], Fields.none());

  private static Encode encode(Settings settings) {
    return new Encode(settings, new RailsFraming(() -> 19_114_000L), () -> COOKIE);
  }

  private static Account account(
      long number, String role, String email, Map<String, String> profile) {
    Credential none = new Credential(Optional.empty(), 1, true, Optional.empty());
    return Scene.account(number, role, email, profile, none);
  }

  private static Issued issued() {
    Grant grant =
        new Grant(
            new Grant.Ref(new AccountId(1), Grant.Kind.JWT, "id"),
            "devise",
            Optional.empty(),
            Scene.MORNING,
            Scene.MORNING.plusSeconds(60),
            "",
            "::1");
    return new Issued(grant, "head.claims.signature");
  }

  private Response changed(Account account) {
    return registration.changed(
        request, new ChangePassword.Outcome.Changed(account, Optional.empty()), NOTHING);
  }

  @Test
  void answersDocument000ToTheByte() {
    Response response =
        changed(account(1932, "operator", "lettie.gleason+operator@example.com", Scene.LETTIE));

    assertThat(response.status()).isEqualTo(200);
    assertThat(lines(response))
        .containsExactly(
            "x-frame-options: SAMEORIGIN",
            "x-xss-protection: 0",
            "x-content-type-options: nosniff",
            "x-permitted-cross-domain-policies: none",
            "referrer-policy: strict-origin-when-cross-origin",
            "content-type: application/json; charset=utf-8",
            "vary: Accept, Origin",
            "set-cookie: " + COOKIE,
            "etag: W/\"c47fa78fdb744a9b31848f50abd00e78\"",
            "cache-control: max-age=0, private, must-revalidate",
            "x-request-id: 3f43bbda-5604-4186-aee8-a1f8d1ad8628",
            "x-runtime: 0.019114");
    assertThat(response.body()).hasSize(257);
    assertThat(text(response))
        .isEqualTo(
            """
            {"user":{"id":1932,"company":null,"contact_phone_number":null,\
            "email":"lettie.gleason+operator@example.com","financial_company_id":null,\
            "first_name":"Lettie","job_position":null,"last_name":"Gleason","phone_number":null,\
            "profile_id":null,"role":"operator"}}\
            """);
  }

  @Test
  void answersDocument001ToTheByte() {
    Account lemuel = account(1872, "driver", "lemuel.bednar+driver@example.com", Scene.LEMUEL);
    Response response =
        password.spent(request, new SpendTicket.Outcome.Done(lemuel, Optional.of(issued())));

    assertThat(response.status()).isEqualTo(200);
    assertThat(lines(response))
        .containsExactly(
            "x-frame-options: SAMEORIGIN",
            "x-xss-protection: 0",
            "x-content-type-options: nosniff",
            "x-permitted-cross-domain-policies: none",
            "referrer-policy: strict-origin-when-cross-origin",
            "content-type: application/json; charset=utf-8",
            "vary: Accept, Origin",
            "authorization: Bearer head.claims.signature",
            "set-cookie: " + COOKIE_AFTER_RESET,
            "etag: W/\"0e1c3d6cb89d2574ea3bee794e647cc4\"",
            "cache-control: max-age=0, private, must-revalidate",
            "x-request-id: 3f43bbda-5604-4186-aee8-a1f8d1ad8628",
            "x-runtime: 0.019114");
    assertThat(response.body()).hasSize(185);
    assertThat(text(response))
        .isEqualTo(
            """
            {"user":{"id":1872,"email":"lemuel.bednar+driver@example.com","first_name":"Lemuel",\
            "last_name":"Bednar","phone_number":null,"profile_id":null,"referral_code":"456119",\
            "role":"driver"}}\
            """);
  }

  @Test
  void showsAnyOtherRoleThePlainFields() {
    Response response = changed(account(5, "educator", "e@example.com", Map.of("company", "x")));

    assertThat(text(response))
        .isEqualTo(
            """
            {"user":{"id":5,"email":"e@example.com","first_name":null,"last_name":null,\
            "role":"educator"}}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "NUMBER,17,17",
        "NUMBER,-0.50,-0.50",
        "NUMBER,007,\"007\"",
        "NUMBER,1e999999999,\"1e999999999\"",
        "NUMBER,NaN,\"NaN\"",
        "NUMBER,,null",
        "BOOLEAN,true,true",
        "BOOLEAN,false,false",
        "BOOLEAN,yes,\"yes\"",
        "TEXT,17,\"17\"",
        "TEXT,Žofie/é,\"Žofie/é\""
      })
  void showsATextAsTheKindThatItIs(Kind kind, String stored, String shown) {
    Settings settings =
        settings(
            "/users",
            new Portrait(List.of(new Field("code", kind), Field.text("username")), Set.of()));
    EncodeRegistration one = new EncodeRegistration(settings, encode(settings));
    Map<String, String> profile = stored == null ? Map.of() : Map.of("code", stored);

    Response response =
        one.changed(
            request,
            new ChangePassword.Outcome.Changed(
                account(5, "driver", "d@example.com", profile), Optional.empty()),
            NOTHING);

    assertThat(text(response)).isEqualTo("{\"admin\":{\"code\":" + shown + ",\"username\":null}}");
    assertThat(response.headers().has("set-cookie")).isFalse();
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Arguments.of(new Violation.Blank(), "password", "can't be blank"),
        Arguments.of(
            new Violation.TooShort(6), "password", "is too short (minimum is 6 characters)"),
        Arguments.of(
            new Violation.TooLong(128), "password", "is too long (maximum is 128 characters)"),
        Arguments.of(new Violation.Common(), "password", Words.COMMON),
        Arguments.of(new Violation.Personal(), "password", Words.PERSONAL),
        Arguments.of(new Violation.Organisational(), "password", Words.ORGANISATIONAL),
        Arguments.of(new Violation.SameAsCurrent(), "password", Words.SAME_AS_CURRENT),
        Arguments.of(new Violation.Unusable(), "password", Words.UNUSABLE),
        Arguments.of(new Violation.ConfirmationBlank(), "password_confirmation", "can't be blank"),
        Arguments.of(
            new Violation.ConfirmationDiffers(), "password_confirmation", "doesn't match Password"),
        Arguments.of(new Violation.CurrentBlank(), "current_password", "can't be blank"),
        Arguments.of(new Violation.CurrentWrong(), "current_password", "is invalid"),
        Arguments.of(new Violation.TicketBlank(), "reset_password_token", "can't be blank"),
        Arguments.of(new Violation.TicketInvalid(), "reset_password_token", "is invalid"),
        Arguments.of(
            new Violation.TicketExpired(),
            "reset_password_token",
            "has expired, please request a new one"),
        Arguments.of(new Violation.EmailBlank(), "email", "can't be blank"),
        Arguments.of(new Violation.EmailMalformed(), "email", "is invalid"),
        Arguments.of(new Violation.EmailTaken(), "email", "has already been taken"),
        Arguments.of(new Violation.UsernameBlank(), "username", "can't be blank"),
        Arguments.of(new Violation.UsernameMalformed(), "username", "is invalid"),
        Arguments.of(new Violation.UsernameTaken(), "username", "has already been taken"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void namesEveryViolationByItsAttribute(Violation violation, String attribute, String words) {
    Response response =
        password.spent(request, new SpendTicket.Outcome.Refused(List.of(violation)));

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response))
        .isEqualTo("{\"errors\":{\"" + attribute + "\":[\"" + words + "\"]}}");
    assertThat(lines(response))
        .contains("x-frame-options: SAMEORIGIN", "cache-control: no-cache")
        .noneMatch(line -> line.startsWith("etag") || line.startsWith("set-cookie"));
  }

  @Test
  void gathersTheTextsOfOneAttribute() {
    Response response =
        password.spent(
            request,
            new SpendTicket.Outcome.Refused(
                List.of(
                    new Violation.ConfirmationDiffers(),
                    new Violation.TooShort(8),
                    new Violation.Common())));

    assertThat(text(response))
        .isEqualTo(
            "{\"errors\":{\"password_confirmation\":[\"doesn't match Password\"],"
                + "\"password\":[\"is too short (minimum is 8 characters)\",\""
                + Words.COMMON
                + "\"]}}");
  }

  @ParameterizedTest
  @EnumSource
  void hasAWordForEveryFlawOfAToken(Flaw flaw) {
    Response response = encode.stranger(request, new Reason.BadToken(flaw));

    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response)).isEqualTo("{\"error\":\"" + Words.of(flaw) + "\"}");
  }

  @Test
  void hasOneAnswerForEveryReasonNotToSignIn() {
    List<Reason> reasons =
        List.of(
            new Reason.WrongNameOrPassword(), new Reason.Disabled(), new Reason.PasswordLoginOff());

    assertThat(reasons)
        .extracting(reason ->
            text(
                session.signedIn(
                    request, new SignIn.Outcome.NotSignedIn(reason), Optional.empty())))
        .containsOnly("{\"error\":\"Invalid email or password.\"}");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new Fault.UnknownPath(), 404, "Not Found"),
        Arguments.of(new Fault.UnknownMethod(new TreeSet<>(List.of("GET"))), 404, "Not Found"),
        Arguments.of(new Fault.TooLarge(65536), 413, "Content Too Large"),
        Arguments.of(new Fault.HeadTooLarge(), 431, "Request Header Fields Too Large"),
        Arguments.of(new Fault.Malformed(), 400, "Bad Request"),
        Arguments.of(new Fault.Draining(Duration.ofSeconds(8)), 503, "Service Unavailable"),
        Arguments.of(new Fault.Incident("q7"), 500, "Internal Server Error"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void speaksOfAccidentsAsTheFrameworkDoes(Fault fault, int status, String error) {
    Response response = encode.fault(request, fault);

    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response)).isEqualTo("{\"status\":" + status + ",\"error\":\"" + error + "\"}");
    assertThat(lines(response))
        .startsWith("content-type: application/json; charset=UTF-8")
        .noneMatch(line -> line.startsWith("x-frame-options"));
  }

  @Test
  void namesTheIncidentAndTheWait() {
    assertThat(lines(encode.fault(request, new Fault.Incident("q7"))))
        .contains("x-incident-id: q7");
    assertThat(lines(encode.fault(request, new Fault.Draining(Duration.ofMillis(7_001)))))
        .contains("retry-after: 8");
  }

  @ParameterizedTest
  @MethodSource("standings")
  void warnsOfALockWhereThatIsTold(Outcome standing, String text) {
    Response response =
        session.signedIn(
            request,
            new SignIn.Outcome.NotSignedIn(new Reason.WrongNameOrPassword()),
            Optional.of(standing));

    assertThat(text(response)).isEqualTo("{\"error\":\"" + text + "\"}");
  }

  static Stream<Arguments> standings() {
    return Stream.of(
        Arguments.of(new Outcome.Nobody(), "Invalid email or password."),
        Arguments.of(new Outcome.Somebody(true, 2), "Invalid email or password."),
        Arguments.of(new Outcome.Somebody(true, 1), Words.LAST_ATTEMPT),
        Arguments.of(new Outcome.Somebody(true, 0), Words.LOCKED));
  }

  @Test
  void saysOfNoTokenThatItIsDeadWhenItMayLiveOn() {
    assertThat(Stream.of(Flaw.values()).filter(this::isSaidToBeDead))
        .containsExactlyInAnyOrder(
            Flaw.SEGMENTS,
            Flaw.ENCODING,
            Flaw.ALGORITHM,
            Flaw.SIGNATURE,
            Flaw.EXPIRED,
            Flaw.NO_ID,
            Flaw.ISSUER);
  }

  private boolean isSaidToBeDead(Flaw flaw) {
    return session.notSignedIn(request, new Reason.BadToken(flaw)).status() == 204;
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, 1 minute",
    "PT44M, 44 minutes",
    "PT45M, about 1 hour",
    "PT6H, about 6 hours",
    "PT24H, 1 day",
    "PT48H, 2 days",
    "P30D, 30 days"
  })
  void tellsAPeriodAsRailsDoes(Duration period, String words) {
    assertThat(Words.confirmWithin(period))
        .isEqualTo("needs to be confirmed within " + words + ", please request a new one");
  }

  @ParameterizedTest
  @CsvSource({
    "DEVISE_5, email, Invalid email or password.",
    "DEVISE_4, email, Invalid Email or password.",
    "DEVISE_5, user_name, Invalid user name or password.",
    "DEVISE_4, user_name, Invalid User name or password."
  })
  void namesTheKeyOfASignIn(InvalidLogin wording, String key, String text) {
    assertThat(Words.invalid(wording, key)).isEqualTo(text);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    Portrait nobody = new Portrait(List.of(), Set.of());

    assertThatThrownBy(() -> settings("/users/", nobody)).hasMessageContaining("/users/");
    assertThatThrownBy(() -> settings("users", nobody)).hasMessageContaining("users");
    assertThatThrownBy(() -> manners(204, 204)).hasMessageContaining("204");
    assertThatThrownBy(() -> manners(200, 200)).hasMessageContaining("200");
  }

  private static Manners manners(int signIn, int signOut) {
    return new Manners(Style.WRAPPED, signIn, signOut, "email", InvalidLogin.DEVISE_5, true, false);
  }

  private static Settings settings(String prefix, Portrait everybody) {
    Settings standard = Scene.standard();
    return new Settings(
        standard.realm(),
        standard.name(),
        prefix,
        "admin",
        standard.tokenHeader(),
        standard.manners(),
        standard.letters(),
        new People(new Role("user"), Map.of(), everybody),
        Optional.empty(),
        List.of());
  }

  private static List<String> lines(Response response) {
    return response.headers().all().stream()
        .map(field -> field.name() + ": " + field.value())
        .toList();
  }
}
