package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.tokenauth.Words.EMAIL;
import static dev.rekey.dialect.tokenauth.Words.PASSWORD;
import static dev.rekey.dialect.tokenauth.Words.PASSWORD_CONFIRMATION;
import static dev.rekey.dialect.tokenauth.Words.USERNAME;

import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.MultipartBody;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From requests to wishes about passwords and letters; nothing here is checked yet. */
final class Decode {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";
  private static final List<String> TEXTS =
      List.of(PASSWORD, PASSWORD_CONFIRMATION, CURRENT_PASSWORD);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Decode() {}

  /** What can be wrong with the wording of a request. */
  sealed interface Misreading {

    /** The body is not what its content type says. */
    record Unreadable() implements Misreading {}

    /** Name or password of a sign-in are absent or no texts. */
    record NoCredentials() implements Misreading {}

    /** The new password or its repetition is absent. */
    record NoPasswords() implements Misreading {}

    /** A parameter is of a kind that it cannot have. */
    record NotText(String parameter) implements Misreading {}
  }

  /** A name and a password to sign in with. */
  record Entry(String name, Password password) {

    void forget() {
      password.clear();
    }
  }

  /**
   * A new password, and the current one if it was sent.
   *
   * @param currentShown whether the request speaks of the current one at all
   */
  record Change(NewPassword.Wish next, Optional<Password> current, boolean currentShown) {

    /** Whether a new password is wished. */
    boolean isWished() {
      return next.password().isPresent() || next.repetition().isPresent();
    }

    void forget() {
      next.password().ifPresent(Password::clear);
      next.repetition().ifPresent(Password::clear);
      current.ifPresent(Password::clear);
    }
  }

  /** The parameters of a request: those of the query, and over them those of the body. */
  static Reading<JsonNode, Misreading> parameters(Request request) {
    Optional<JsonNode> query = FormBody.nest(request.query(), Doubled.LAST_WINS);
    if (query.isPresent() && parseBody(request) instanceof Json.Parsed.Value(JsonNode body)) {
      return new Read<>(merged(query.get(), body));
    }
    return new Misread<>(new Misreading.Unreadable());
  }

  /** An array or a scalar holds no parameters. */
  private static JsonNode merged(JsonNode query, JsonNode body) {
    ObjectNode all = NODES.objectNode();
    query.forEachEntry(all::set);
    if (body.isObject()) {
      body.forEachEntry(all::set);
    }
    return all;
  }

  private static Json.Parsed parseBody(Request request) {
    String type = MediaType.of(request).map(MediaType::type).orElse("");
    if (request.body().length == 0) {
      return new Json.Parsed.Value(NODES.objectNode());
    }
    return switch (type) {
      case JSON -> Json.parse(request.body());
      case FORM -> FormBody.parseNested(request.body(), Doubled.REFUSE);
      case MULTIPART -> MultipartBody.parseNested(request, Doubled.REFUSE);
      default -> new Json.Parsed.Value(NODES.objectNode());
    };
  }

  static Reading<Entry, Misreading> entry(JsonNode parameters) {
    Optional<String> name = text(parameters, EMAIL).or(() -> text(parameters, USERNAME));
    Optional<String> password = text(parameters, PASSWORD);
    if (name.isEmpty() || password.isEmpty()) {
      return new Misread<>(new Misreading.NoCredentials());
    }
    return new Read<>(new Entry(name.get(), Password.of(password.get())));
  }

  /** A new password and its repetition, both of which have to be there. */
  static Reading<Change, Misreading> change(JsonNode parameters) {
    boolean complete =
        parameters.hasNonNull(PASSWORD) && parameters.hasNonNull(PASSWORD_CONFIRMATION);
    return switch (change(parameters, true)) {
      case Misread<Change, Misreading> misread -> misread;
      case Read<Change, Misreading> read ->
          complete ? read : new Misread<>(new Misreading.NoPasswords());
    };
  }

  /** A new password whose repetition may be left out, if one is wished at all. */
  static Reading<Change, Misreading> changeAmongOthers(JsonNode parameters) {
    return change(parameters, false);
  }

  private static Reading<Change, Misreading> change(JsonNode parameters, boolean demanded) {
    Optional<String> odd = TEXTS.stream().filter(name -> isNotText(parameters, name)).findFirst();
    if (odd.isPresent()) {
      return new Misread<>(new Misreading.NotText(odd.get()));
    }
    NewPassword.Wish next =
        new NewPassword.Wish(
            password(parameters, PASSWORD), password(parameters, PASSWORD_CONFIRMATION), demanded);
    Optional<Password> current = password(parameters, CURRENT_PASSWORD);
    return new Read<>(new Change(next, current, parameters.has(CURRENT_PASSWORD)));
  }

  /** The address that a letter is asked for; empty when the request speaks of none. */
  static Optional<String> email(JsonNode parameters) {
    return scalar(parameters, EMAIL);
  }

  private static boolean isNotText(JsonNode parameters, String name) {
    return parameters.hasNonNull(name) && !parameters.get(name).isString();
  }

  private static Optional<Password> password(JsonNode parameters, String name) {
    return text(parameters, name).map(Password::of);
  }

  static Optional<String> text(JsonNode parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  /** Numbers and truth values count as the texts that they are written as. */
  static Optional<String> scalar(JsonNode parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(node -> node.isValueNode() && !node.isNull())
        .map(JsonNode::asString);
  }
}
