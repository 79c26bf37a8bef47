package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.AUDIENCE;
import static dev.rekey.dialect.devise.Words.AUTHORIZATION;
import static dev.rekey.dialect.devise.Words.BEARER;
import static dev.rekey.dialect.devise.Words.CONFIRMATION;
import static dev.rekey.dialect.devise.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.devise.Words.EMAIL;
import static dev.rekey.dialect.devise.Words.PASSWORD;
import static dev.rekey.dialect.devise.Words.RESET_TOKEN;

import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangePassword.Demand;
import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From a request to a claim, and to a command or what is wrong with its wording. */
final class Decode {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Settings settings;

  Decode(Settings settings) {
    this.settings = settings;
  }

  /** What can be wrong with the wording of a request on this wire. */
  sealed interface Misreading {

    /** The body is not what its content type says. */
    record Unreadable() implements Misreading {}

    /** Nobody is named. */
    record NoName() implements Misreading {}

    /** Somebody is named, and no password is shown. */
    record NoPassword() implements Misreading {}

    /** These attributes are there and are no text that they could be. */
    record Unfit(List<String> attributes) implements Misreading {}
  }

  /** The scheme word in exactly this spelling; under any other there is no token. */
  static Claim claim(Request request) {
    List<String> sent = request.headers().every(AUTHORIZATION);
    return switch (sent.size()) {
      case 0 -> new Claim.Nothing();
      case 1 -> claim(sent.getFirst().strip().split("\\s+"));
      default -> new Claim.Garbled();
    };
  }

  private static Claim claim(String[] words) {
    boolean bearer = words.length > 1 && words[0].equals(BEARER);
    return bearer ? new Claim.SignedToken(words[1]) : new Claim.Nothing();
  }

  Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), request.header(AUDIENCE));
  }

  /** What the body says of the user; whatever lies outside the wrapper does not count. */
  Reading<JsonNode, Misreading> user(Request request) {
    return switch (body(request)) {
      case Json.Parsed.Unreadable() -> new Misread<>(new Misreading.Unreadable());
      case Json.Parsed.Value(JsonNode body) ->
          new Read<>(body.path(settings.scope()) instanceof ObjectNode user ? user : NOTHING);
    };
  }

  Reading<SignIn.Command, Misreading> signIn(Request request) {
    return then(
        user(request),
        user ->
            unless(
                unfit(user, EMAIL, PASSWORD).or(() -> noName(user)).or(() -> noPassword(user)),
                () ->
                    new SignIn.Command(
                        text(user, EMAIL).orElseThrow(),
                        password(user, PASSWORD).orElseThrow(),
                        visit(request))));
  }

  Reading<AskForReset.Command, Misreading> askForReset(Request request) {
    return then(
        user(request),
        user ->
            unless(
                unfit(user, EMAIL).or(() -> noAddress(user)),
                () ->
                    new AskForReset.Command(
                        text(user, EMAIL).orElseThrow(), settings.resetLink(), visit(request))));
  }

  /**
   * @param issuer signs the owner in, as the document shows it
   */
  Reading<SpendTicket.Command, Misreading> spendTicket(Request request, Issuer issuer) {
    return then(
        user(request),
        user ->
            unless(
                unfit(user, RESET_TOKEN, PASSWORD, CONFIRMATION),
                () ->
                    new SpendTicket.Command(
                        text(user, RESET_TOKEN), wish(user), Optional.of(issuer), visit(request))));
  }

  Reading<ChangePassword.Command, Misreading> changePassword(
      JsonNode user, Caller caller, Visit visit) {
    return unless(
        unfit(user, PASSWORD, CONFIRMATION, CURRENT_PASSWORD),
        () ->
            new ChangePassword.Command(
                caller,
                password(user, CURRENT_PASSWORD),
                Demand.ALWAYS,
                wish(user),
                Optional.empty(),
                visit));
  }

  private NewPassword.Wish wish(JsonNode user) {
    return new NewPassword.Wish(
        password(user, PASSWORD), password(user, CONFIRMATION), settings.confirmationDemanded());
  }

  /** Other content types, and none at all, carry nothing that this wire reads. */
  private static Json.Parsed body(Request request) {
    if (request.body().length == 0) {
      return new Json.Parsed.Value(NOTHING);
    }
    return switch (MediaType.of(request).map(MediaType::type).orElse("")) {
      case JSON -> Json.parse(request.body());
      case FORM -> FormBody.parseNested(request.body(), Doubled.REFUSE);
      default -> new Json.Parsed.Value(NOTHING);
    };
  }

  private static Optional<Misreading> unfit(JsonNode user, String... attributes) {
    List<String> unfit =
        Stream.of(attributes).filter(attribute -> isUnfit(user, attribute)).toList();
    return unfit.isEmpty() ? Optional.empty() : Optional.of(new Misreading.Unfit(unfit));
  }

  private static boolean isUnfit(JsonNode user, String attribute) {
    return user.hasNonNull(attribute)
        && !(user.get(attribute).isString() && isSpeakable(attribute, user.get(attribute)));
  }

  /** No database takes a name with a NUL in it. */
  private static boolean isSpeakable(String attribute, JsonNode value) {
    return !attribute.equals(EMAIL) || value.stringValue().indexOf('\0') < 0;
  }

  private static Optional<Misreading> noName(JsonNode user) {
    boolean named = text(user, EMAIL).filter(name -> !name.isBlank()).isPresent();
    return named ? Optional.empty() : Optional.of(new Misreading.NoName());
  }

  /** A blank address is one that nobody has: it is answered like any other. */
  private static Optional<Misreading> noAddress(JsonNode user) {
    return text(user, EMAIL).isPresent() ? Optional.empty() : Optional.of(new Misreading.NoName());
  }

  private static Optional<Misreading> noPassword(JsonNode user) {
    boolean shown = password(user, PASSWORD).filter(one -> !one.isBlank()).isPresent();
    return shown ? Optional.empty() : Optional.of(new Misreading.NoPassword());
  }

  private static Optional<String> text(JsonNode user, String attribute) {
    return user.hasNonNull(attribute)
        ? Optional.of(user.get(attribute).stringValue())
        : Optional.empty();
  }

  private static Optional<Password> password(JsonNode user, String attribute) {
    return text(user, attribute).map(Password::of);
  }

  private static <C> Reading<C, Misreading> unless(
      Optional<Misreading> misreading, Supplier<C> command) {
    return misreading
        .<Reading<C, Misreading>>map(Misread::new)
        .orElseGet(() -> new Read<>(command.get()));
  }

  private static <A, B> Reading<B, Misreading> then(
      Reading<A, Misreading> first, Function<A, Reading<B, Misreading>> next) {
    return switch (first) {
      case Read<A, Misreading>(A found) -> next.apply(found);
      case Misread<A, Misreading>(Misreading misreading) -> new Misread<>(misreading);
    };
  }
}
