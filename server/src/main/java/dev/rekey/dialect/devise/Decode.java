package dev.rekey.dialect.devise;

import static dev.rekey.dialect.devise.Words.AUDIENCE;
import static dev.rekey.dialect.devise.Words.BEARER;
import static dev.rekey.dialect.devise.Words.CONFIRMATION;
import static dev.rekey.dialect.devise.Words.EMAIL;
import static dev.rekey.dialect.devise.Words.PASSWORD;
import static dev.rekey.dialect.devise.Words.RESET_TOKEN;

import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.dialect.devise.DeviseDialect.Settings;
import dev.rekey.dialect.devise.Misreading.Blemish;
import dev.rekey.dialect.devise.Misreading.Want;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.MultipartBody;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From a request to a claim, and to a command or what is wrong with its wording. */
final class Decode {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private static final String BLANKS = " \t\n\u000B\f\r";

  private static final Json.Parsed NOTHING =
      new Json.Parsed.Value(JsonNodeFactory.instance.objectNode());

  private final Settings settings;

  Decode(Settings settings) {
    this.settings = settings;
  }

  /** The scheme word in exactly this spelling; under any other there is no token. */
  Claim claim(Request request) {
    List<String> sent = request.headers().every(settings.tokenHeader());
    return switch (sent.size()) {
      case 0 -> new Claim.Nothing();
      case 1 -> claim(new StringTokenizer(sent.getFirst().strip(), BLANKS));
      default -> new Claim.Garbled();
    };
  }

  private static Claim claim(StringTokenizer words) {
    boolean bearer = words.hasMoreTokens() && words.nextToken().equals(BEARER);
    return bearer && words.hasMoreTokens()
        ? new Claim.SignedToken(words.nextToken())
        : new Claim.Nothing();
  }

  Visit visit(Request request) {
    return new Visit(settings.realm(), settings.name(), request.origin(), request.header(AUDIENCE));
  }

  /** What the body says of the user; whatever lies outside the wrapper does not count. */
  Reading<Attributes, Misreading> user(Request request) {
    return switch (body(request)) {
      case Json.Parsed.Unreadable() -> new Misread<>(new Misreading.Unreadable());
      case Json.Parsed.Value(JsonNode body) ->
          new Read<>(
              body.path(settings.scope()) instanceof ObjectNode user
                  ? new Attributes(user)
                  : Attributes.NONE);
    };
  }

  /** Other content types, and none at all, carry nothing that this wire reads. */
  private static Json.Parsed body(Request request) {
    if (request.body().length == 0) {
      return NOTHING;
    }
    return switch (MediaType.of(request).map(MediaType::type).orElse("")) {
      case JSON -> Json.parse(request.body());
      case FORM -> FormBody.parseNested(request.body(), Doubled.REFUSE);
      case MULTIPART -> MultipartBody.parseNested(request, Doubled.REFUSE);
      default -> NOTHING;
    };
  }

  Reading<SignIn.Command, Misreading> signIn(Request request, Attributes user) {
    String key = settings.manners().signInKey();
    return unless(
        unfit(Stream.concat(names(user, key), texts(user, PASSWORD)))
            .or(() -> noName(user, key))
            .or(() -> noPassword(user)),
        () ->
            new SignIn.Command(
                user.text(key).orElseThrow(),
                user.password(PASSWORD).orElseThrow(),
                visit(request)));
  }

  Reading<AskForLetter.Command, Misreading> ask(
      Request request, Attributes user, Ticket.Purpose purpose, TicketLink link) {
    return unless(
        unfit(names(user, EMAIL)).or(() -> noAddress(user)),
        () ->
            new AskForLetter.Command(
                purpose, user.text(EMAIL).orElseThrow(), link, visit(request)));
  }

  /**
   * Whoever comes with a letter's ticket reads what is sent to the address, which counts as
   * confirmed from then on.
   *
   * @param issuer signs the owner in, as the document shows it
   */
  Reading<SpendTicket.Command, Misreading> spendTicket(
      Request request, Attributes user, Optional<Issuer> issuer) {
    return unless(
        unfit(texts(user, RESET_TOKEN, PASSWORD, CONFIRMATION)),
        () ->
            new SpendTicket.Command(
                user.text(RESET_TOKEN), wish(user), issuer, true, visit(request)));
  }

  NewPassword.Wish wish(Attributes user) {
    return new NewPassword.Wish(
        user.password(PASSWORD),
        user.password(CONFIRMATION),
        settings.manners().confirmationDemanded());
  }

  static Stream<Blemish> names(Attributes user, String... attributes) {
    return Stream.of(attributes).filter(user::isNoName).map(Decode::senseless);
  }

  static Stream<Blemish> texts(Attributes user, String... attributes) {
    return Stream.of(attributes).filter(user::isNoText).map(Decode::senseless);
  }

  private static Blemish senseless(String attribute) {
    return new Blemish(attribute, Want.SENSE);
  }

  static Optional<Misreading> unfit(Stream<Blemish> blemishes) {
    List<Blemish> all = blemishes.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Misreading.Unfit(all));
  }

  private static Optional<Misreading> noName(Attributes user, String key) {
    boolean named = user.text(key).filter(name -> !name.isBlank()).isPresent();
    return named ? Optional.empty() : Optional.of(new Misreading.NoName());
  }

  /** A blank address is one that nobody has: it is answered like any other. */
  private Optional<Misreading> noAddress(Attributes user) {
    boolean told = !settings.manners().paranoid();
    boolean named = user.text(EMAIL).filter(name -> !told || !name.isBlank()).isPresent();
    return named ? Optional.empty() : Optional.of(new Misreading.NoName());
  }

  private static Optional<Misreading> noPassword(Attributes user) {
    return user.says(PASSWORD) ? Optional.empty() : Optional.of(new Misreading.NoPassword());
  }

  static <C> Reading<C, Misreading> unless(Optional<Misreading> misreading, Supplier<C> command) {
    return misreading
        .<Reading<C, Misreading>>map(Misread::new)
        .orElseGet(() -> new Read<>(command.get()));
  }
}
