package dev.rekey.dialect.ocariot;

import static dev.rekey.core.account.Capability.CREATE_ACCOUNTS;
import static dev.rekey.core.account.Capability.DELETE_ACCOUNTS;
import static dev.rekey.core.account.Capability.EDIT_OWN_PROFILE;
import static dev.rekey.core.account.Capability.UPDATE_ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.http.Fields;
import dev.rekey.http.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may come in with what: every route by every kind of user, on the own, on another's and on
 * what is no id. A body that cannot be read shows that nobody is told more than that.
 */
class RightsTest {

  private static final List<String> CALLERS =
      List.of("admin", "application", "child", "educator", "family", "healthprofessional");

  /**
   * A route, what stands for its ids, and for each caller what is answered to a body that does not
   * read: in the order of {@link #CALLERS}, 400 where the body was read, 403 where it was not.
   */
  private static final String WITH_A_BODY =
      """
      POST /children | 400 403 403 403 403 403
      POST /families | 400 403 403 403 403 403
      POST /educators | 400 403 403 403 403 403
      POST /healthprofessionals | 400 403 403 403 403 403
      POST /applications | 400 403 403 403 403 403
      POST /institutions | 400 403 403 403 403 403
      PATCH /children/{child} | 400 403 403 403 403 403
      PATCH /children/123 | 400 403 403 403 403 403
      PATCH /families/{family} | 400 403 403 403 400 403
      PATCH /families/{other family} | 400 403 403 403 403 403
      PATCH /families/zzzzzzzzzzzzzzzzzzzzzzzz | 400 403 403 403 403 403
      PATCH /families/123 | 400 403 403 403 400 403
      PATCH /educators/{educator} | 400 403 403 400 403 403
      PATCH /educators/{other educator} | 400 403 403 403 403 403
      PATCH /healthprofessionals/{healthprofessional} | 400 403 403 403 403 400
      PATCH /healthprofessionals/{educator} | 400 403 403 403 403 403
      PATCH /applications/{application} | 400 403 403 403 403 403
      PATCH /institutions/{institution} | 400 403 403 400 403 400
      PATCH /institutions/{other institution} | 400 403 403 403 403 403
      PATCH /institutions/zzzzzzzzzzzzzzzzzzzzzzzz | 400 403 403 403 403 403
      PATCH /institutions/123 | 400 403 403 400 403 400
      POST /educators/{educator}/children/groups | 403 403 403 400 403 403
      POST /educators/{other educator}/children/groups | 403 403 403 403 403 403
      POST /educators/123/children/groups | 403 403 403 400 403 400
      PATCH /educators/{educator}/children/groups/123 | 403 403 403 400 403 403
      PATCH /healthprofessionals/{healthprofessional}/children/groups/123 | 403 403 403 403 403 400
      PATCH /healthprofessionals/{educator}/children/groups/123 | 403 403 403 400 403 403
      """;

  /** The same for requests that say all in their path. */
  private static final String WITHOUT_A_BODY =
      """
      GET /children | 200 200 403 200 403 200
      GET /families | 200 403 403 403 403 403
      GET /educators | 200 403 403 403 403 403
      GET /healthprofessionals | 200 403 403 403 403 403
      GET /applications | 200 403 403 403 403 403
      GET /institutions | 200 200 403 200 403 200
      GET /children/{child} | 200 403 200 200 200 200
      GET /children/{other child} | 200 403 403 200 403 200
      GET /children/507f191e810c19729de860ea | 404 403 403 404 403 404
      GET /children/zzzzzzzzzzzzzzzzzzzzzzzz | 400 403 403 400 403 400
      GET /children/123 | 400 403 400 400 400 400
      GET /children/nfc/tag | 404 403 404 404 404 404
      GET /families/{family} | 200 403 403 403 200 403
      GET /families/{other family} | 200 403 403 403 403 403
      GET /families/{family}/children | 200 403 403 403 200 403
      GET /families/{other family}/children | 200 403 403 403 403 403
      GET /families/123/children | 400 403 403 403 400 403
      POST /families/{family}/children/{other child} | 200 403 403 403 403 403
      DELETE /families/{family}/children/{other child} | 204 403 403 403 403 403
      GET /educators/{educator} | 200 403 403 200 403 403
      GET /educators/{other educator} | 200 403 403 403 403 403
      GET /healthprofessionals/{healthprofessional} | 200 403 403 403 403 200
      GET /applications/{application} | 200 200 403 403 403 403
      GET /applications/{other application} | 200 403 403 403 403 403
      GET /institutions/{institution} | 200 200 200 200 200 200
      GET /institutions/{other institution} | 200 200 403 200 403 200
      GET /institutions/zzzzzzzzzzzzzzzzzzzzzzzz | 400 400 403 400 403 400
      GET /institutions/123 | 400 400 400 400 400 400
      DELETE /institutions/{institution} | 400 403 403 403 403 403
      DELETE /institutions/123 | 400 403 403 403 403 403
      GET /educators/{educator}/children/groups | 403 403 403 200 403 403
      GET /educators/{other educator}/children/groups | 403 403 403 403 403 403
      GET /educators/{educator}/children/groups/507f191e810c19729de860ea | 403 403 403 404 403 403
      GET /educators/{educator}/children/groups/123 | 403 403 403 400 403 403
      GET /healthprofessionals/{healthprofessional}/children/groups | 403 403 403 403 403 200
      DELETE /educators/{educator}/children/groups/507f191e810c19729de860ea | 403 403 403 204 403 403
      DELETE /users/{other child} | 204 403 403 403 403 403
      DELETE /users/123 | 400 403 403 403 403 403
      """;

  private final School school = new School();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();

  @BeforeEach
  void twoOfEach() {
    ids.put("institution", school.institution);
    ids.put(
        "other institution",
        school.made("/institutions", "{\"type\":\"School\",\"name\":\"Another\"}"));
    ids.put("child", school.child("child"));
    ids.put("other child", school.child("other child"));
    ids.put("family", school.family("family", ids.get("child")));
    ids.put("other family", school.family("other family", ids.get("other child")));
    ids.put("educator", school.educator("educator"));
    ids.put("other educator", school.educator("other educator"));
    ids.put("healthprofessional", school.healthProfessional("healthprofessional"));
    ids.put(
        "application",
        school.made("/applications", school.user("application", "\"application_name\":\"App\"")));
    ids.put("other application", school.application("other application"));
    tokens.put("admin", school.admin);
    CALLERS.stream().skip(1).forEach(kind -> tokens.put(kind, school.token(kind)));
  }

  @TestFactory
  List<DynamicTest> withABody() {
    return tests(WITH_A_BODY, "{");
  }

  @TestFactory
  List<DynamicTest> withoutABody() {
    return tests(WITHOUT_A_BODY, "");
  }

  @Test
  void whateverTheRightsNobodyPassesWithoutAToken() {
    (WITH_A_BODY + WITHOUT_A_BODY)
        .lines()
        .map(line -> line.split("\\s*\\|\\s*")[0])
        .forEach(route -> {
          Response response = send(route, Gateway.json(), "{");
          assertThat(Gateway.text(response)).contains("lack of authentication credentials");
          assertThat(response.status()).as(route).isEqualTo(401);
        });
  }

  /** A role that OCARIoT does not have has no rights there, whatever it may do elsewhere. */
  @Test
  void whoIsOfNoKindMayDoNothing() {
    String token = school.gateway.tokenOf("operator");

    (WITH_A_BODY + WITHOUT_A_BODY)
        .lines()
        .map(line -> line.split("\\s*\\|\\s*")[0])
        .forEach(route ->
            assertThat(send(route, Gateway.bearer(token), "{").status()).as(route).isEqualTo(403));
  }

  @Test
  void anIdInCapitalsIsAnothers() {
    Account family = school.gateway.person("family");
    String token = school.gateway.token(family);
    String id = family.ids().hex24();

    assertThat(school.gateway.get(token, "/families/" + id).status()).isEqualTo(200);
    assertThat(school.gateway.get(token, "/Families/" + id).status()).isEqualTo(200);
    assertThat(school.gateway.get(token, "/families/" + id.toUpperCase(Locale.ROOT)).status())
        .isEqualTo(403);
  }

  /** What a configuration takes from a role, its scope does not give back. */
  @Test
  void aScopeIsNotEnoughWhereTheCapabilityIsGone() {
    Gateway strict = Gateway.without("admin", CREATE_ACCOUNTS, UPDATE_ACCOUNTS, DELETE_ACCOUNTS);
    String admin = strict.tokenOf("admin");

    assertThat(strict.as(admin, "POST", "/educators", "{}").status()).isEqualTo(403);
    assertThat(strict.as(admin, "PATCH", "/educators/" + School.NOBODY, "{}").status())
        .isEqualTo(403);
    assertThat(strict.as(admin, "DELETE", "/users/" + School.NOBODY, "").status()).isEqualTo(403);
    assertThat(strict.get(admin, "/educators").status()).isEqualTo(200);
    assertThat(strict.as(admin, "POST", "/institutions", "{}").status()).isEqualTo(400);
  }

  @Test
  void whoMayNotEditThemselvesDoNot() {
    Gateway strict = Gateway.without("family", EDIT_OWN_PROFILE);
    Account family = strict.person("family");
    String path = "/families/" + family.ids().hex24();

    assertThat(strict.as(strict.token(family), "PATCH", path, "{}").status()).isEqualTo(403);
    assertThat(strict.get(strict.token(family), path).status()).isEqualTo(200);
  }

  private List<DynamicTest> tests(String table, String body) {
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.split("\\s*\\|\\s*");
      String[] expected = cells[1].split(" ");
      for (int i = CALLERS.size() - 1; i >= 0; i--) {
        tests.add(test(CALLERS.get(i), cells[0], body, Integer.parseInt(expected[i])));
      }
    }
    return tests;
  }

  private DynamicTest test(String caller, String route, String body, int status) {
    return DynamicTest.dynamicTest(
        caller + ' ' + route,
        () -> {
          Response response = send(route, Gateway.bearer(tokens.get(caller)), body);
          assertThat(response.status()).as(Gateway.text(response)).isEqualTo(status);
          if (status == 403) {
            assertThat(Gateway.text(response)).contains("due to insufficient permissions.");
          }
        });
  }

  private Response send(String route, Fields headers, String body) {
    String[] words = route.split(" ", 2);
    return school.gateway.ask(words[0], "/v1" + filled(words[1]), headers, body);
  }

  private String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace('{' + id.getKey() + '}', id.getValue());
    }
    return filled;
  }
}
