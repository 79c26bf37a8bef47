package dev.rekey.dialect.tokenauth;

import static dev.rekey.dialect.tokenauth.Words.CURRENT_PASSWORD;
import static dev.rekey.dialect.tokenauth.Words.EMAIL;
import static dev.rekey.dialect.tokenauth.Words.PASSWORD;
import static dev.rekey.dialect.tokenauth.Words.PASSWORD_CONFIRMATION;
import static dev.rekey.dialect.tokenauth.Words.USERNAME;

import dev.rekey.core.password.Password;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.Claim;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.Reading.Read;
import dev.rekey.http.FormBody;
import dev.rekey.http.FormBody.Doubled;
import dev.rekey.http.Json;
import dev.rekey.http.MediaType;
import dev.rekey.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From requests to claims and wishes; nothing here is checked yet. */
final class Decode {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
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

    /** A parameter is of a type that no password has. */
    record NotText(String parameter) implements Misreading {}
  }

  /** A name and a password to sign in with. */
  record Entry(String name, Password password) {

    void forget() {
      password.clear();
    }
  }

  /** A new password, and the current one if it was sent. */
  record Change(NewPassword.Wish next, Optional<Password> current) {

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
    Optional<MediaType> type = MediaType.of(request);
    if (request.body().length > 0 && type.filter(one -> one.is(JSON)).isPresent()) {
      return Json.parse(request.body());
    }
    if (request.body().length > 0 && type.filter(one -> one.is(FORM)).isPresent()) {
      return FormBody.parseNested(request.body(), Doubled.REFUSE);
    }
    return new Json.Parsed.Value(NODES.objectNode());
  }

  static Reading<Entry, Misreading> entry(JsonNode parameters) {
    Optional<String> name = text(parameters, EMAIL).or(() -> text(parameters, USERNAME));
    Optional<String> password = text(parameters, PASSWORD);
    if (name.isEmpty() || password.isEmpty()) {
      return new Misread<>(new Misreading.NoCredentials());
    }
    return new Read<>(new Entry(name.get(), Password.of(password.get())));
  }

  static Reading<Change, Misreading> change(JsonNode parameters) {
    Optional<String> odd = TEXTS.stream().filter(name -> isNotText(parameters, name)).findFirst();
    if (odd.isPresent()) {
      return new Misread<>(new Misreading.NotText(odd.get()));
    }
    Optional<Password> password = password(parameters, PASSWORD);
    Optional<Password> repetition = password(parameters, PASSWORD_CONFIRMATION);
    if (password.isEmpty() || repetition.isEmpty()) {
      return new Misread<>(new Misreading.NoPasswords());
    }
    NewPassword.Wish next = new NewPassword.Wish(password, repetition, true);
    return new Read<>(new Change(next, password(parameters, CURRENT_PASSWORD)));
  }

  /**
   * The credentials, each looked for on its own: header field, then parameter, then the JSON inside
   * the authorization field.
   */
  static Claim claim(Request request, JsonNode parameters) {
    JsonNode bearer = bearer(request);
    Optional<String> token = credential(Words.ACCESS_TOKEN, request, parameters, bearer);
    Optional<String> uid = credential(Words.UID, request, parameters, bearer);
    if (token.filter(text -> !text.isBlank()).isEmpty() || uid.isEmpty()) {
      return new Claim.Nothing();
    }
    String client =
        credential(Words.CLIENT, request, parameters, bearer).orElse(Words.DEFAULT_CLIENT);
    return new Claim.ClientToken(uid.get(), client, token.get());
  }

  private static Optional<String> credential(
      String name, Request request, JsonNode parameters, JsonNode bearer) {
    return request
        .header(name)
        .filter(text -> !text.isEmpty())
        .or(() -> text(parameters, name))
        .or(() -> text(bearer, name));
  }

  /** The last word of the authorization field, decoded; an empty object where there is none. */
  private static JsonNode bearer(Request request) {
    String field = request.header(Words.AUTHORIZATION).orElse("").strip();
    String word = field.substring(field.lastIndexOf(' ') + 1);
    return base64(word)
        .map(Json::parse)
        .flatMap(parsed ->
            parsed instanceof Json.Parsed.Value(JsonNode node) && node.isObject()
                ? Optional.of(node)
                : Optional.empty())
        .orElseGet(NODES::objectNode);
  }

  private static Optional<byte[]> base64(String word) {
    try {
      return Optional.of(Base64.getDecoder().decode(word.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isNotText(JsonNode parameters, String name) {
    return parameters.hasNonNull(name) && !parameters.get(name).isString();
  }

  private static Optional<Password> password(JsonNode parameters, String name) {
    return text(parameters, name).map(Password::of);
  }

  private static Optional<String> text(JsonNode parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
