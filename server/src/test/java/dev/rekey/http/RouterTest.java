package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

  private final ToyMount auth =
      new ToyMount("auth", "/auth", new PathRules(false, true, true))
          .route("PUT", "/auth/password")
          .route("PATCH", "/auth/password")
          .route("GET", "/auth/validate_token")
          .route("GET", "/auth/{provider}/callback");
  private final ToyMount users =
      new ToyMount("users", "/v1/users", new PathRules(true, true, false))
          .route("GET", "/v1/users/{id}")
          .route("PUT", "/v1/users/{user_id}/password")
          .route("DELETE", "/v1/users/me");
  private final ToyMount inner =
      ToyMount.strict("inner", "/auth/inner").route("GET", "/auth/inner");
  private final Router router = router(auth, users, inner);

  @Test
  void findsARouteByVerbAndPath() {
    assertThat(router.find("PUT", "/auth/password")).isEqualTo(found(auth, 0));
    assertThat(router.find("PATCH", "/auth/password")).isEqualTo(found(auth, 1));
  }

  @Test
  void givesTheParametersDecoded() {
    assertThat(router.find("PUT", "/v1/users/a%20b+%C3%A4/password"))
        .isEqualTo(found(users, 1, Map.of("user_id", "a b+ä")));
  }

  @Test
  void theLongestPrefixOwnsThePath() {
    assertThat(router.find("GET", "/auth/inner")).isEqualTo(found(inner, 0));
    assertThat(router.find("GET", "/auth/inner/x")).isEqualTo(missed(inner, unknownPath()));
    assertThat(router.find("GET", "/auth/innermost")).isEqualTo(missed(auth, unknownPath()));
  }

  @Test
  void aPrefixEndsAtASlash() {
    assertThat(router.find("GET", "/authority").mount().name()).isEqualTo("none");
  }

  @Test
  void aMountAtTheRootOwnsTheRest() {
    Router whole = router(auth, ToyMount.strict("web", "").route("GET", "/"));
    assertThat(whole.find("GET", "/")).isInstanceOf(Router.Found.class);
    assertThat(whole.find("GET", "/nowhere").mount().name()).isEqualTo("web");
    assertThat(whole.find("GET", "/auth/x").mount().name()).isEqualTo("auth");
  }

  @Test
  void aSlashAtTheEndIsTheWiresChoice() {
    assertThat(router.find("PUT", "/auth/password/")).isEqualTo(found(auth, 0));
    assertThat(router.find("GET", "/auth/inner/")).isEqualTo(missed(inner, unknownPath()));
  }

  @Test
  void theJsonSuffixIsTheWiresChoice() {
    assertThat(router.find("PUT", "/auth/password.json")).isEqualTo(found(auth, 0));
    assertThat(router.find("GET", "/v1/users/a.json"))
        .isEqualTo(found(users, 0, Map.of("id", "a.json")));
  }

  @Test
  void aPrefixMayCarryTheSuffixToo() {
    ToyMount devise =
        new ToyMount("devise", "/api/v1/users", new PathRules(false, true, true))
            .route("PATCH", "/api/v1/users");
    assertThat(router(devise).find("PATCH", "/api/v1/users.json")).isEqualTo(found(devise, 0));
  }

  @Test
  void letterCaseIsTheWiresChoice() {
    assertThat(router.find("DELETE", "/V1/Users/ME")).isEqualTo(found(users, 2));
    assertThat(router.find("PUT", "/AUTH/password").mount().name()).isEqualTo("none");
  }

  @Test
  void aParameterKeepsItsLetterCase() {
    assertThat(router.find("GET", "/V1/USERS/AbC")).isEqualTo(found(users, 0, Map.of("id", "AbC")));
  }

  @Test
  void aWordGoesBeforeAParameter() {
    assertThat(router.find("DELETE", "/v1/users/me")).isEqualTo(found(users, 2));
    assertThat(router.find("GET", "/v1/users/me")).isEqualTo(found(users, 0, Map.of("id", "me")));
  }

  @Test
  void headIsServedWhereGetIs() {
    assertThat(router.find("HEAD", "/auth/validate_token")).isEqualTo(found(auth, 2));
    assertThat(router.find("HEAD", "/auth/password"))
        .isEqualTo(missed(auth, unknownMethod("PATCH", "PUT")));
  }

  @Test
  void anUnknownVerbIsToldTheOthers() {
    assertThat(router.find("FOO", "/auth/validate_token"))
        .isEqualTo(missed(auth, unknownMethod("GET", "HEAD")));
    assertThat(router.find("put", "/auth/password"))
        .isEqualTo(missed(auth, unknownMethod("PATCH", "PUT")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth//password",
        "/auth/password//",
        "/auth/password/x",
        "/auth//callback",
        "/auth/%2e%2e/password"
      })
  void knowsNoOtherPath(String path) {
    assertThat(router.find("PUT", path)).isEqualTo(missed(auth, unknownPath()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/%",
        "/auth/%zz",
        "/auth/%4",
        "/auth/%C3",
        "/auth/%C0%AF",
        "/auth/%ED%A0%80",
        "/auth/a%2Fb",
        "/auth/a%00"
      })
  void aBrokenEncodingIsMalformedForItsOwner(String path) {
    assertThat(router.find("PUT", path)).isEqualTo(missed(auth, new Fault.Malformed()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "auth/password", "http://example.org/auth/password"})
  void whatIsNoPathIsMalformedForNobody(String path) {
    Router.Finding finding = router.find("PUT", path);
    assertThat(finding.mount().name()).isEqualTo("none");
    assertThat(finding).extracting("fault").isEqualTo(new Fault.Malformed());
  }

  @Test
  void aPlaceIsATemplateAndNeverWhatTheCallerWrote() {
    assertThat(router.find("PUT", "/v1/users/secret/password").place())
        .isEqualTo("/v1/users/{user_id}/password");
    assertThat(router.find("PUT", "/auth/secret").place()).isEqualTo("(auth)");
  }

  @Test
  void refusesAPlanThatContradictsItself() {
    assertThatThrownBy(() -> router(auth, ToyMount.strict("other", "/auth")))
        .hasMessageContaining("two mounts claim /auth");
    assertThatThrownBy(() -> router(ToyMount.strict("a", "/a").route("GET", "/b")))
        .hasMessageContaining("outside its prefixes: /b");
    assertThatThrownBy(
            () -> router(ToyMount.strict("a", "").route("GET", "/{x}").route("GET", "/{y}")))
        .hasMessageContaining("two routes for GET /{}");
  }

  private static Router router(Mount... mounts) {
    return Router.of(List.of(mounts));
  }

  private static Router.Found found(Mount mount, int route) {
    return found(mount, route, Map.of());
  }

  private static Router.Found found(Mount mount, int route, Map<String, String> parameters) {
    return new Router.Found(mount, mount.routes().get(route), parameters);
  }

  private static Router.Missed missed(Mount mount, Fault fault) {
    return new Router.Missed(mount, fault);
  }

  private static Fault unknownPath() {
    return new Fault.UnknownPath();
  }

  private static Fault unknownMethod(String... allowed) {
    return new Fault.UnknownMethod(new TreeSet<>(List.of(allowed)));
  }
}
