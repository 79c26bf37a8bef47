package dev.rekey.dialect.onezone;

import dev.rekey.core.policy.Violation;
import dev.rekey.dialect.onezone.OnezoneDialect.Profile;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The exact strings of this wire: its errors in the words of each release line, and its names. */
final class Words {

  static final String ACCEPT = "accept";
  static final String ALLOW = "allow";
  static final String ALLOW_ORIGIN = "access-control-allow-origin";
  static final String AUTHORIZATION = "authorization";
  static final String CONTENT_TYPE = "content-type";
  static final String LOCATION = "location";
  static final String IF_MATCH = "if-match";
  static final String IF_NONE_MATCH = "if-none-match";
  static final String MACAROON = "macaroon";
  static final String RETRY_AFTER = "retry-after";
  static final String X_AUTH_TOKEN = "x-auth-token";

  static final String BASIC = "Basic ";
  static final String BEARER = "Bearer ";
  static final String JSON = "application/json";

  static final String ACCESS_TOKEN = "accessToken";
  static final String BASIC_AUTH_ENABLED = "basicAuthEnabled";
  static final String BLOCKED = "blocked";
  static final String CAVEATS = "caveats";
  static final String CUSTOM_METADATA = "customMetadata";
  static final String EMAILS = "emails";
  static final String FULL_NAME = "fullName";
  static final String GRANT = "grant";
  static final String IDENTITY_TOKEN = "identityToken";
  static final String INTERFACE = "interface";
  static final String IP = "ip";
  static final String NAME = "name";
  static final String NEW_PASSWORD = "newPassword";
  static final String OLD_PASSWORD = "oldPassword";
  static final String PASSWORD = "password";
  static final String PEER_IP = "peerIp";
  static final String REVOKE = "revoke";
  static final String REVOKED = "revoked";
  static final String TIME = "time";
  static final String TOKEN = "token";
  static final String TOKEN_ID = "tokenId";
  static final String TYPE = "type";
  static final String USERNAME = "username";
  static final String VALID_UNTIL = "validUntil";
  static final String WHITELIST = "whitelist";

  /** Where the full name is in the profile. */
  static final String PROFILE_FULL_NAME = "full_name";

  /** How this wire calls somebody of whom it knows no name. */
  static final String UNNAMED = "Unnamed User";

  /** The length that this wire's own sentence demands; no policy here demands less. */
  private static final int FLOOR = 8;

  static final Text BAD_BASIC_CREDENTIALS =
      Text.of("badBasicCredentials", "Invalid username or password.");

  static final Text BASIC_AUTH_DISABLED =
      new Text(
          "basicAuthDisabled",
          "Basic auth is disabled for this user.",
          "Basic auth (username & password authentication) is disabled for this user.");

  static final Text USER_BLOCKED =
      Text.of(
          "userBlocked",
          "This user account has been blocked by the administrator and cannot be used unless it is"
              + " unblocked again.");

  static final Text BAD_TOKEN =
      new Text(
          "badToken",
          "Provided token could not be understood by the server.",
          "Provided token could not be decoded by the server. Make sure there are no missing or"
              + " superfluous characters in the token string.");

  static final Text TOKEN_INVALID =
      new Text(
          "tokenInvalid",
          "Provided token is not valid.",
          "Provided token was correctly decoded, but it is not (or no longer) valid.");

  static final Text NOBODY =
      new Text(
          "unauthorized",
          "You must authenticate yourself to perform this operation.",
          "You must authenticate yourself to perform this operation: no details available.");

  static final Text UNAUTHORIZED =
      new Text(
          "unauthorized",
          "Provided authentication is not valid (see details).",
          "You must authenticate yourself to perform this operation: {authError}");

  static final Text FORBIDDEN =
      Text.of("forbidden", "You are not authorized to perform this operation.");

  static final Text NOT_FOUND =
      new Text(
          "notFound",
          "The resource could not be found.",
          "The requested resource could not be found.");

  static final Text MALFORMED_DATA =
      new Text(
          "malformedData",
          "Provided data could not be understood by the server.",
          "Malformed data; the request data could not be understood by the server.");

  static final Text LIMIT_REACHED =
      Text.of("limitReached", "The limit for {resourceDescription} has been reached: {limit}.");

  static final Text TEMPORARY_FAILURE =
      new Text(
          "temporaryFailure",
          "Temporary failure - please try again later.",
          "The server has encountered a temporary failure, please try again later.");

  static final Text SERVICE_UNAVAILABLE =
      new Text(
          "serviceUnavailable",
          "Service required for this operation is offline.",
          "The service required for this operation is currently unavailable (offline, unreachable,"
              + " or disrupted).");

  static final Text INTERNAL_SERVER_ERROR =
      new Text(
          "internalServerError",
          "The server has encountered an error while processing this request. If the problem"
              + " persists, please contact the site's administrators, citing the following"
              + " reference: {reference}.",
          "The server has encountered an error while processing this request. If the problem"
              + " persists, please contact the site's administrators, citing the following"
              + " reference: \"{reference}\".");

  private static final Map<String, String> TOKEN_TYPES =
      Map.of(ACCESS_TOKEN, "access token", IDENTITY_TOKEN, "identity token");

  private Words() {}

  /**
   * One error of the catalogue; in its sentences {@code {name}} stands for the detail of that name.
   *
   * @param classic the sentence up to 21.02
   * @param modern the sentence from 25.0
   */
  record Text(String id, String classic, String modern) {

    /** An error whose sentence never changed. */
    static Text of(String id, String sentence) {
      return new Text(id, sentence, sentence);
    }

    String sentence(Profile profile, JsonNode details) {
      String sentence =
          switch (profile) {
            case LINE_20_02, LINE_21_02 -> classic;
            case LINE_25_0 -> modern;
          };
      for (Map.Entry<String, JsonNode> detail : details.properties()) {
        sentence = sentence.replace("{" + detail.getKey() + "}", spoken(detail.getValue()));
      }
      return sentence;
    }

    /**
     * An error among the details is told by its own sentence, a type of token by its name, a list
     * by what is in it, and any other object as it is.
     */
    private static String spoken(JsonNode detail) {
      if (detail.isArray()) {
        return detail
            .valueStream()
            .map(item -> item.asString(item.toString()))
            .collect(Collectors.joining(", "));
      }
      if (!detail.isObject()) {
        return detail.asString();
      }
      return TOKEN_TYPES.keySet().stream()
          .filter(detail::has)
          .map(TOKEN_TYPES::get)
          .findFirst()
          .orElseGet(() -> detail.path("description").asString(detail.toString()));
    }
  }

  /** What is wrong with a new password of which something was sent. */
  static Text badPassword(Violation.OfPassword violation) {
    return badPassword(
        switch (violation) {
          case Violation.Blank() -> "must not consist of blanks only";
          case Violation.TooShort(int minimum) ->
              "must be at least " + minimum + " characters long";
          case Violation.TooLong(int maximum) -> "must be at most " + maximum + " characters long";
          case Violation.Common() ->
              "must not be one that is widely used or has become known in a breach";
          case Violation.Personal() ->
              "must not be made of the user's own name, e-mail address or other personal data";
          case Violation.Organisational() ->
              "must not be made of the name of this service or of its organization";
          case Violation.SameAsCurrent() -> "must be different from the current one";
          case Violation.Unusable() -> "must not contain a NUL or half of a character";
        });
  }

  /** What is wrong with a new password that is not there at all. */
  static Text noPassword() {
    return badPassword(new Violation.TooShort(FLOOR));
  }

  /** What is wrong with a repetition, which this wire does not ask for. */
  static Text badRepetition() {
    return badPassword("must be repeated exactly");
  }

  private static Text badPassword(String demand) {
    return Text.of("badValuePassword", "Bad value: Password " + demand + ".");
  }
}
