package dev.rekey.dialect.devise;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.LookAtAccount;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.token.Issuer;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.Cors;
import dev.rekey.http.Fault;
import dev.rekey.http.Mount;
import dev.rekey.http.PathRules;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.Request;
import dev.rekey.http.Response;
import dev.rekey.http.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The wire of Devise with devise-jwt: sign in once, then a signed token that lasts. */
public final class DeviseDialect implements Mount {

  private final Settings settings;
  private final Decode decode;
  private final Encode encode;
  private final Registrations registrations;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Confirmations confirmations;
  private final Unlocks unlocks;

  /**
   * @param sessionCookie makes the whole value of a {@code set-cookie} field, a fresh one each
   *     time; not asked where the settings name no cookie
   */
  public DeviseDialect(
      Settings settings, RailsFraming framing, Supplier<String> sessionCookie, UseCases useCases) {
    this.settings = settings;
    this.decode = new Decode(settings);
    this.encode = new Encode(settings, framing, sessionCookie);
    Warden warden = new Warden(useCases.prover(), decode, encode);
    LetterDesk desk = new LetterDesk(settings, useCases, decode, encode);
    this.registrations = new Registrations(settings, useCases, warden, decode, encode);
    this.sessions = new Sessions(settings, useCases, decode, encode);
    this.passwords = new Passwords(settings, useCases, desk, decode, encode);
    this.confirmations = new Confirmations(settings, useCases, desk, decode, encode);
    this.unlocks = new Unlocks(settings, useCases, desk, decode, encode);
  }

  /**
   * What the mount's routes ask for.
   *
   * @param afterReset makes the token for those who come back with a reset ticket, where the mount
   *     hands one out
   * @param afterChange makes the token that takes the acting one's place when the password is
   *     changed; empty where the acting one survives
   */
  public record UseCases(
      Prover prover,
      SignIn signIn,
      SignOut signOut,
      SignUp signUp,
      CancelAccount cancelAccount,
      ChangePassword changePassword,
      ChangeProfile changeProfile,
      AskForLetter askForLetter,
      SpendTicket spendTicket,
      ConfirmEmail confirmEmail,
      Unlock unlock,
      LookAtAccount lookAtAccount,
      Optional<Issuer> afterReset,
      Optional<ChangePassword.Renewal> afterChange) {}

  /**
   * How this mount differs from another.
   *
   * @param prefix where it is mounted, such as {@code /api/v1/users}
   * @param scope the member that wraps every body, and the claim {@code scp} of its tokens
   * @param tokenHeader the header field in which tokens come and go
   * @param sessionCookie the name of the cookie that goes with every success, if one does
   * @param origins of pages whose scripts may read the answers
   */
  public record Settings(
      Realm realm,
      String name,
      String prefix,
      String scope,
      String tokenHeader,
      Manners manners,
      Letters letters,
      People people,
      Optional<String> sessionCookie,
      List<String> origins) {

    public Settings {
      if (!prefix.startsWith("/") || prefix.endsWith("/")) {
        throw new IllegalArgumentException(
            "a prefix begins with a slash and ends without one, found: " + prefix);
      }
      origins = List.copyOf(origins);
    }

    /** As the documents show it, for people of no particular kind. */
    public static Settings standard(Realm realm, TicketLink resetLink) {
      return new Settings(
          realm,
          "devise",
          "/api/v1/users",
          "user",
          Words.AUTHORIZATION,
          Manners.documented(),
          Letters.of(resetLink),
          People.plain(),
          Optional.of("_interslice_session"),
          List.of("*"));
    }
  }

  /**
   * How a mount asks and answers.
   *
   * @param signInStatus of a good sign-in: 200, or 201 as Devise has it out of the box
   * @param signOutStatus of every sign-out: 204, or 401 as Devise 5 has it
   * @param signInKey the attribute that names somebody who signs in
   * @param paranoid whether nobody is told who is there, who is locked and who is not confirmed
   * @param confirmationDemanded whether a new password must be sent twice; where it is not, a
   *     second one that is sent must still be the same
   */
  public record Manners(
      Style style,
      int signInStatus,
      int signOutStatus,
      String signInKey,
      InvalidLogin invalidLogin,
      boolean paranoid,
      boolean confirmationDemanded) {

    public Manners {
      if (signInStatus != 200 && signInStatus != 201) {
        throw new IllegalArgumentException(
            "a good sign-in answers 200 or 201, found: " + signInStatus);
      }
      if (signOutStatus != 204 && signOutStatus != 401) {
        throw new IllegalArgumentException(
            "a sign-out answers 204 or 401, found: " + signOutStatus);
      }
    }

    static Manners documented() {
      return new Manners(Style.WRAPPED, 200, 204, Words.EMAIL, InvalidLogin.DEVISE_5, true, false);
    }
  }

  /** What a success shows. */
  public enum Style {
    /** Always the user, in its wrapper: what the documents show. */
    WRAPPED,
    /** What Devise answers out of the box: the bare user where something was made, else nothing. */
    STOCK
  }

  /** How a refused sign-in is worded; one letter differs. */
  public enum InvalidLogin {
    DEVISE_5,
    DEVISE_4
  }

  /**
   * Where letters lead.
   *
   * @param confirmation to confirm an address; empty where nobody has to
   * @param reconfirms whether another address of an account is confirmed, too, before it takes the
   *     old one's place
   * @param confirmableFor how long the link that confirms an address is good
   * @param unlock to open an account that failures have shut; empty for no such letters
   */
  public record Letters(
      TicketLink reset,
      Optional<TicketLink> confirmation,
      boolean reconfirms,
      Duration confirmableFor,
      Optional<TicketLink> unlock) {

    /** Reset letters alone. */
    public static Letters of(TicketLink reset) {
      return new Letters(reset, Optional.empty(), false, Duration.ofDays(1), Optional.empty());
    }

    Optional<TicketLink> reconfirmation() {
      return confirmation.filter(_ -> reconfirms);
    }
  }

  /**
   * What of an account is shown, and what of it is its owner's to write.
   *
   * @param newcomer the role of who signs up
   * @param others what holds for every role that has no portrait of its own
   */
  public record People(Role newcomer, Map<Role, Portrait> portraits, Portrait others) {

    public People {
      portraits = Map.copyOf(portraits);
    }

    /** Plain people: every role shows the same, and signing up makes a user. */
    static People plain() {
      Portrait anybody =
          new Portrait(
              List.of(
                  Field.number("id"),
                  Field.text("email"),
                  Field.text("first_name"),
                  Field.text("last_name"),
                  Field.text("role")),
              Set.of("first_name", "last_name"));
      return new People(new Role("user"), Map.of(), anybody);
    }

    Portrait of(Role role) {
      return portraits.getOrDefault(role, others);
    }
  }

  /**
   * The members of a user.
   *
   * @param shown in this order
   * @param writable the names of those that the owner may write; never {@code id}, {@code email} or
   *     {@code role}
   */
  public record Portrait(List<Field> shown, Set<String> writable) {

    public Portrait {
      shown = List.copyOf(shown);
      writable = Set.copyOf(writable);
    }

    /** The fields that the owner may write, each with its kind. */
    List<Field> written() {
      return shown.stream().filter(field -> writable.contains(field.name())).toList();
    }
  }

  /**
   * One member of the user that an answer shows.
   *
   * @param name {@code id}, {@code email}, {@code username}, {@code role}, {@code created_at} or
   *     {@code updated_at} of the account, or a field of its profile
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
    List<Route> routes = new ArrayList<>();
    routes.add(route("POST", "", registrations::signUp));
    routes.add(route("GET", "", registrations::show));
    routes.add(route("PATCH", "", registrations::change));
    routes.add(route("PUT", "", registrations::change));
    routes.add(route("DELETE", "", registrations::cancel));
    routes.add(route("GET", "/sign_in", sessions::form));
    routes.add(route("POST", "/sign_in", sessions::signIn));
    routes.add(route("DELETE", "/sign_out", sessions::signOut));
    routes.add(route("POST", "/password", passwords::ask));
    routes.add(route("GET", "/password/edit", passwords::edit));
    routes.add(route("PUT", "/password", passwords::spend));
    routes.add(route("PATCH", "/password", passwords::spend));
    if (settings.letters().confirmation().isPresent()) {
      routes.add(route("POST", "/confirmation", confirmations::ask));
      routes.add(route("GET", "/confirmation", confirmations::confirm));
    }
    if (settings.letters().unlock().isPresent()) {
      routes.add(route("POST", "/unlock", unlocks::ask));
      routes.add(route("GET", "/unlock", unlocks::unlock));
    }
    return List.copyOf(routes);
  }

  /** Answers a request whose body was read. */
  @FunctionalInterface
  private interface Action {
    Response answer(Request request, Attributes user);
  }

  /** A body that cannot be read is refused before anybody is asked who they are. */
  private Route route(String verb, String path, Action action) {
    return new Route(
        verb,
        settings.prefix() + path,
        request ->
            switch (decode.user(request)) {
              case Misread(var misreading) -> encode.misread(request, misreading);
              case Read(var user) -> action.answer(request, user);
            });
  }

  @Override
  public Optional<Cors> cors() {
    return Optional.of(new Cors(settings.origins(), List.of(settings.tokenHeader())));
  }

  @Override
  public Response fault(Request request, Fault fault) {
    return encode.fault(request, fault);
  }
}
