package dev.rekey.dialect.ocariot;

import dev.rekey.http.Fields;

/** The exact strings of this wire, odd grammar included. */
final class Words {

  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String OLD_PASSWORD = "old_password";
  static final String NEW_PASSWORD = "new_password";
  static final String ACCESS_TOKEN = "access_token";

  static final String INSTITUTION = "institution";
  static final String INSTITUTION_ID = "institution_id";
  static final String GENDER = "gender";
  static final String AGE = "age";
  static final String AGE_CALC_DATE = "age_calc_date";
  static final String APPLICATION_NAME = "application_name";
  static final String CHILDREN = "children";
  static final String TYPE = "type";
  static final String NAME = "name";
  static final String ADDRESS = "address";
  static final String LATITUDE = "latitude";
  static final String LONGITUDE = "longitude";
  static final String SCHOOL_CLASS = "school_class";

  /** What the field of a family's or a group's children is called where it is absent. */
  static final String COLLECTION_OF_CHILDREN = "Collection with children IDs";

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
  static final String BAD_ID_SOMEWHERE = "Some ID provided does not have a valid format!";
  static final String ID_WANTED =
      "A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected.";
  static final String FIELDS_MISSING = "Required fields were not provided...";
  static final String FIELD_MISSING = "Required field not provided...";
  static final String FIELDS_INVALID = "One or more request fields are invalid...";
  static final String WRONG_OLD_PASSWORD = "Password does not match!";
  static final String OLD_PASSWORD_DIFFERS =
      "The old password parameter does not match with the actual user password.";

  static final String CHILD_IDS_WANTED =
      "Children field contains invalid IDs. It is expected that each item in the array is a"
          + " 24-byte hex string like this: 507f191e810c19729de860ea";
  static final String BAD_CHILD_IDS =
      "The following IDs from children attribute are not in valid format: ";
  static final String GENDERS = "The names of the allowed genders are: male, female.";
  static final String NO_AGE = "Age cannot be less than or equal to zero!";
  static final String DATE_WANTED = "Date must be in the format: yyyy-MM-dd";
  static final String OTHER_YEAR =
      " has year not allowed. The year must be greater than 1678 and less than 2261.";
  static final String NO_FUTURE =
      "The 'age' and 'age_calc_date' fields can only receive past or present dates.";
  static final String NOT_TO_BE_UPDATED = "This parameter could not be updated.";

  static final String NO_INSTITUTION = "The institution provided does not have a registration.";
  static final String INSTITUTION_FIRST =
      "It is necessary that the institution be registered before trying again.";
  static final String INSTITUTION_IN_USE = "The institution is associated with one or more users.";
  static final String CHILDREN_FIRST =
      "It is necessary for children to be registered before proceeding.";
  static final String WITHOUT_REGISTRATION =
      "The following IDs were verified without registration: ";
  static final String NO_CHILD_TO_ASSOCIATE =
      "The association could not be performed because the child does not have a record.";

  static final String INTERNAL_ERROR = "An internal server error has occurred.";

  // From here on the words are our own: the original has none, or a page of HTML.

  static final String UNTYPABLE = " must not have characters that no keyboard can type!";
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
