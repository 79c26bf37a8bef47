package dev.rekey.dialect.devise;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.ResetLink;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The wire of Devise with devise-jwt: sign in once, then a signed token that lasts. */
public final class DeviseDialect implements Mount {

  private final Settings settings;
  private final Prover prover;
  private final SignIn signIn;
  private final ChangePassword changePassword;
  private final AskForReset askForReset;
  private final SpendTicket spendTicket;
  private final Issuer issuer;
  private final Decode decode;
  private final Encode encode;

  /**
   * @param sessionCookie makes the whole value of a {@code set-cookie} field, a fresh one each
   *     time; not asked where the settings name no cookie
   * @param issuer makes this mount's tokens for those who come back with a reset ticket
   */
  public DeviseDialect(
      Settings settings,
      RailsFraming framing,
      Supplier<String> sessionCookie,
      Prover prover,
      SignIn signIn,
      ChangePassword changePassword,
      AskForReset askForReset,
      SpendTicket spendTicket,
      Issuer issuer) {
    this.settings = settings;
    this.prover = prover;
    this.signIn = signIn;
    this.changePassword = changePassword;
    this.askForReset = askForReset;
    this.spendTicket = spendTicket;
    this.issuer = issuer;
    this.decode = new Decode(settings);
    this.encode = new Encode(settings, framing, sessionCookie);
  }

  /**
   * How this mount differs from another.
   *
   * @param prefix where it is mounted, such as {@code /api/v1/users}
   * @param scope the member that wraps every body, and the claim {@code scp} of its tokens
   * @param signInStatus what a good sign-in answers: 200, or 201 as Devise has it out of the box
   * @param confirmationDemanded whether a new password must be sent twice; where it is not, a
   *     second one that is sent must still be the same
   * @param invalidLogin how a refused sign-in is worded
   * @param sessionCookie the name of the cookie that goes with every success, if one does
   * @param resetLink where a reset letter leads
   * @param profiles which fields the accounts of a role show, in which order
   * @param otherProfile which fields the accounts of every other role show
   */
  public record Settings(
      Realm realm,
      String name,
      String prefix,
      String scope,
      int signInStatus,
      boolean confirmationDemanded,
      InvalidLogin invalidLogin,
      Optional<String> sessionCookie,
      ResetLink resetLink,
      Map<Role, List<Field>> profiles,
      List<Field> otherProfile) {

    private static final List<Field> OPERATOR =
        List.of(
            Field.number("id"),
            Field.text("company"),
            Field.text("contact_phone_number"),
            Field.text("email"),
            Field.number("financial_company_id"),
            Field.text("first_name"),
            Field.text("job_position"),
            Field.text("last_name"),
            Field.text("phone_number"),
            Field.number("profile_id"),
            Field.text("role"));

    private static final List<Field> DRIVER =
        List.of(
            Field.number("id"),
            Field.text("email"),
            Field.text("first_name"),
            Field.text("last_name"),
            Field.text("phone_number"),
            Field.number("profile_id"),
            Field.text("referral_code"),
            Field.text("role"));

    private static final List<Field> ANYBODY =
        List.of(
            Field.number("id"),
            Field.text("email"),
            Field.text("first_name"),
            Field.text("last_name"),
            Field.text("role"));

    public Settings {
      if (!prefix.startsWith("/") || prefix.endsWith("/")) {
        throw new IllegalArgumentException(
            "a prefix begins with a slash and ends without one, found: " + prefix);
      }
      if (signInStatus != 200 && signInStatus != 201) {
        throw new IllegalArgumentException(
            "a good sign-in answers 200 or 201, found: " + signInStatus);
      }
      profiles = Map.copyOf(profiles);
      otherProfile = List.copyOf(otherProfile);
    }

    /** As the documents show it. */
    public static Settings standard(Realm realm, ResetLink resetLink) {
      return new Settings(
          realm,
          "devise",
          "/api/v1/users",
          "user",
          200,
          false,
          InvalidLogin.DEVISE_5,
          Optional.of("_interslice_session"),
          resetLink,
          Map.of(new Role("operator"), OPERATOR, new Role("driver"), DRIVER),
          ANYBODY);
    }

    List<Field> fieldsOf(Role role) {
      return profiles.getOrDefault(role, otherProfile);
    }
  }

  /** How a refused sign-in is worded; one letter differs. */
  public enum InvalidLogin {
    DEVISE_5(Words.INVALID_IN_DEVISE_5),
    DEVISE_4(Words.INVALID_IN_DEVISE_4);

    private final String text;

    InvalidLogin(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * One member of the user that an answer shows.
   *
   * @param name {@code id}, {@code email}, {@code username} or {@code role} of the account, or a
   *     field of its profile
   */
  public record Field(String name, Kind kind) {

    public static Field text(String name) {
      return new Field(name, Kind.TEXT);
    }

    public static Field number(String name) {
      return new Field(name, Kind.NUMBER);
    }
  }

  /** What a profile's text is in JSON. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public List<String> prefixes() {
    return List.of(settings.prefix());
  }

  @Override
  public PathRules pathRules() {
    return new PathRules(false, true, true);
  }

  @Override
  public List<Route> routes() {
    String prefix = settings.prefix();
    return List.of(
        new Route("POST", prefix + "/sign_in", this::signIn),
        new Route("PATCH", prefix, this::changePassword),
        new Route("PUT", prefix, this::changePassword),
        new Route("POST", prefix + "/password", this::askForReset),
        new Route("PUT", prefix + "/password", this::spendTicket),
        new Route("PATCH", prefix + "/password", this::spendTicket));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(request, fault);
  }

  private Response signIn(Request request) {
    return switch (decode.signIn(request)) {
      case Misread(var misreading) -> encode.signInMisread(request, misreading);
      case Read(var command) -> encode.signedIn(request, signIn.handle(command));
    };
  }

  /** A body that cannot be read is refused before anybody is asked who they are. */
  private Response changePassword(Request request) {
    return switch (decode.user(request)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var user) -> prove(request, user);
    };
  }

  private Response prove(Request request, JsonNode user) {
    Visit visit = decode.visit(request);
    return switch (prover.prove(Decode.claim(request), visit)) {
      case Proof.Known(Caller caller) -> change(request, user, caller, visit);
      case Proof.Stranger(var reason) -> encode.stranger(request, reason);
      case Proof.TooMany(var retryAfter) -> encode.tooMany(request, retryAfter);
      case Proof.Overloaded(var retryAfter) -> encode.overloaded(request, retryAfter);
    };
  }

  private Response change(Request request, JsonNode user, Caller caller, Visit visit) {
    return switch (decode.changePassword(user, caller, visit)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) ->
          encode.changed(request, changePassword.handle(command), command.next());
    };
  }

  private Response askForReset(Request request) {
    return switch (decode.askForReset(request)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) -> encode.asked(request, askForReset.handle(command));
    };
  }

  private Response spendTicket(Request request) {
    return switch (decode.spendTicket(request, issuer)) {
      case Misread(var misreading) -> encode.misread(request, misreading);
      case Read(var command) -> encode.spent(request, spendTicket.handle(command));
    };
  }
}
