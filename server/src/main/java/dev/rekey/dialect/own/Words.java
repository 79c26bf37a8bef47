package dev.rekey.dialect.own;

/** The exact strings of this wire: media types, header names and values. */
final class Words {

  static final String JSON = "application/json";
  static final String PROBLEM_JSON = "application/problem+json";

  static final String PROBLEM = "urn:rekey:problem:";
  static final String REQUEST = "urn:rekey:request:";

  static final String CONTENT_TYPE = "Content-Type";
  static final String CACHE_CONTROL = "Cache-Control";
  static final String ETAG = "ETag";
  static final String LOCATION = "Location";
  static final String RETRY_AFTER = "Retry-After";
  static final String ALLOW = "Allow";
  static final String ACCEPT = "Accept";
  static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  static final String REQUEST_ID = "X-Request-Id";
  static final String NO_SNIFF = "X-Content-Type-Options";
  static final String REPLAYED = "Idempotency-Replayed";
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** There may be a token in it. */
  static final String KEEP_NOTHING = "no-store";

  static final String ASK_AGAIN = "private, no-cache";

  static final String CLOSED_LOOK =
      "Login and password do not belong together, or the account cannot be used.";

  private Words() {}
}
