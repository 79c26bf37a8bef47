package dev.rekey.bench.keycloak;

/** A kind of work that both sides are given. */
enum Kind {
  SIGN_IN(
      "password sign-in",
      "1",
      "POST /rekey/v1/sessions",
      "POST …/token, grant_type=password, public client"),
  TOKEN_LOOK(
      "token check: whose is it", "0", "GET /rekey/v1/account, opaque token", "GET …/userinfo"),
  TOKEN_CHECK(
      "token check: is it good",
      "0",
      "GET /api/v1/users (Devise), JWT",
      "POST …/token/introspect, confidential client"),
  OWN_CHANGE(
      "password change, current one checked",
      "2",
      "PUT /rekey/v1/account/password",
      "POST …/token, then PUT …/users/{id}/reset-password"),
  STEWARD_CHANGE(
      "password set by an administrator",
      "1",
      "PUT /rekey/v1/accounts/{id}/password",
      "PUT …/users/{id}/reset-password");

  private final String title;
  private final String hashes;
  private final String rekey;
  private final String keycloak;

  Kind(String title, String hashes, String rekey, String keycloak) {
    this.title = title;
    this.hashes = hashes;
    this.rekey = rekey;
    this.keycloak = keycloak;
  }

  String title() {
    return title;
  }

  /** How many hashes one piece of it costs, on either side. */
  String hashes() {
    return hashes;
  }

  String rekey() {
    return rekey;
  }

  String keycloak() {
    return keycloak;
  }
}
