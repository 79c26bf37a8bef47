package dev.rekey.dialect.ocariot;

import dev.rekey.http.Fields;

/** The exact strings of this wire, odd grammar included. */
final class Words {

  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String OLD_PASSWORD = "old_password";
  static final String NEW_PASSWORD = "new_password";
  static final String ACCESS_TOKEN = "access_token";

  static final String JSON = "application/json; charset=utf-8";

  /** On every answer. */
  static final Fields GATEWAY =
      Fields.none()
          .with("X-DNS-Prefetch-Control", "off")
          .with("X-Frame-Options", "SAMEORIGIN")
          .with("Strict-Transport-Security", "max-age=15552000; includeSubDomains")
          .with("X-Download-Options", "noopen")
          .with("X-Content-Type-Options", "nosniff")
          .with("X-XSS-Protection", "1; mode=block")
          .with("Access-Control-Allow-Origin", "*")
          .with("Access-Control-Allow-Credentials", "true")
          .with(
              "Access-Control-Expose-Headers",
              "Content-Type,x-ratelimit-limit,x-ratelimit-remaining,X-Total-Count");

  /** On the answer to OPTIONS; one of the verbs is none. */
  static final Fields PREFLIGHT =
      Fields.none()
          .with("Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEADER,OPTIONS")
          .with(
              "Access-Control-Allow-Headers", "Content-Type,Authorization,X-Requested-With,Accept");

  static final String UNAUTHORIZED = "UNAUTHORIZED";
  static final String WHERE_TO_SIGN_IN = "/auth";
  static final String NO_CREDENTIALS =
      "Authentication failed for lack of authentication credentials.";
  static final String TOKEN_ISSUES = "Authentication failed due to access token issues.";
  static final String TOKEN_EXPIRED = "Authentication failed because access token is expired.";
  static final String NO_CONSUMER =
      "The token user is not properly registered as a consumer at the gateway.";
  static final String WRONG_NAME_OR_PASSWORD = "Invalid username or password!";

  static final String FORBIDDEN = "FORBIDDEN";
  static final String NO_PERMISSION = "Authorization failed due to insufficient permissions.";

  static final String UNREADABLE_BODY = "Unable to process request body!";
  static final String VALID_JSON_WANTED =
      "Please verify that the JSON provided in the request body has a valid format and try again.";
  static final String BAD_ID = "Parameter {user_id} is not in valid format!";
  static final String ID_WANTED =
      "A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected.";
  static final String FIELDS_MISSING = "Required fields were not provided...";
  static final String FIELD_MISSING = "Required field not provided...";
  static final String FIELDS_INVALID = "One or more request fields are invalid...";
  static final String WRONG_OLD_PASSWORD = "Password does not match!";
  static final String OLD_PASSWORD_DIFFERS =
      "The old password parameter does not match with the actual user password.";

  static final String NO_USER = "User not found!";
  static final String USER_GONE =
      "User not found or already removed. A new operation for the same resource is not required.";

  static final String INTERNAL_ERROR = "An internal server error has occurred.";

  // From here on the words are our own: the original has none, or a page of HTML.

  static final String NO_ENDPOINT = "Endpoint not found!";
  static final String NO_SUCH_ENDPOINT =
      "There is no such path on this server, or it does not have the method of the request.";
  static final String UNREADABLE_REQUEST = "Unable to process request!";
  static final String VALID_REQUEST_WANTED =
      "Please verify that the request line, the path and the headers are valid and try again.";
  static final String BODY_TOO_LARGE = "Request body too large!";
  static final String HEAD_TOO_LARGE = "Request headers too large!";
  static final String SHORTER_HEAD_WANTED = "Please send a shorter URL or fewer headers.";
  static final String FOREIGN_CHARSET = "Unsupported charset!";
  static final String UTF_8_WANTED = "The request body must be encoded in UTF-8.";
  static final String OVERTAKEN = "The password was changed by another request!";
  static final String TRY_AGAIN = "Nothing was changed by this one. Please try again.";
  static final String DISABLED = "The user is disabled!";
  static final String ENABLE_FIRST = "Enable the user before setting a password.";
  static final String TOO_MANY = "TOO MANY REQUESTS";
  static final String WAIT = "Too many failed attempts. Please try again later...";
  static final String UNAVAILABLE = "SERVICE UNAVAILABLE";
  static final String BUSY = "The server is too busy. Please try again later...";
  static final String CLOSING = "The server is shutting down. Please try again later...";

  private Words() {}
}
