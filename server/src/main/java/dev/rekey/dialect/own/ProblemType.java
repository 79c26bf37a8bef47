package dev.rekey.dialect.own;

import java.util.Locale;

/** Every kind of problem that this wire knows, with its status and its title. */
enum ProblemType {
  MALFORMED_REQUEST(400, "Malformed request"),
  INVALID_QUERY(400, "Invalid query"),
  INVALID_IDEMPOTENCY_KEY(400, "Invalid idempotency key"),
  NOT_SIGNED_IN(401, "Not signed in"),
  INVALID_TOKEN(401, "Invalid token"),
  WRONG_CREDENTIALS(401, "Wrong credentials"),
  NOT_ALLOWED(403, "Not allowed"),
  EMAIL_UNCONFIRMED(403, "E-mail address unconfirmed"),
  SIGN_UP_CLOSED(403, "Sign-up closed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  OVERTAKEN(409, "Overtaken"),
  REQUEST_UNDER_WAY(409, "Request under way"),
  ACCOUNT_DISABLED(409, "Account disabled"),
  LETTER_NOT_POSSIBLE(409, "Letter not possible"),
  TOO_LARGE(413, "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  INVALID_BODY(422, "Invalid body"),
  REFUSED(422, "Refused"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
  TOO_MANY_ATTEMPTS(429, "Too many attempts"),
  HEAD_TOO_LARGE(431, "Header too large"),
  INCIDENT(500, "Incident"),
  UNAVAILABLE(503, "Unavailable");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** What programs know it by. */
  String uri() {
    return Words.PROBLEM + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
