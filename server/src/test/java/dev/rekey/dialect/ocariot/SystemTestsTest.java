package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.transcript.Wire.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suites {@code users.put}, {@code users.post}, {@code users.delete} and {@code auth.post} of
 * ocariot/system-test 1.2.0, case by case, against the built server with the switches that give the
 * original's behaviour. They make and delete everybody over HTTP.
 */
class SystemTestsTest {

  /** What docs/differences.md names for it. */
  private static final Map<String, String> AS_THE_ORIGINAL =
      Map.of(
          "admin.username", "admin",
          "admin.password", "admin123",
          "policy.blocklist", "false",
          "policy.personal-words", "false",
          "mounts.ocariot.policy.minimum-length", "1",
          "mounts.ocariot.policy.organisation-words", "",
          "mounts.ocariot.policy.refuse-current", "false");

  /**
   * Numbers, callers, whom, which body, what is expected; every pair of the two lists is a case.
   */
  private static final String PUT =
      """
      001-001 | admin | admin | same | 204
      002-004 | educator healthprofessional family | self | right | 204
      005-008 | admin educator healthprofessional family | self | wrong | M
      009-012 | admin educator healthprofessional family | self | no-old | OLD
      013-016 | admin educator healthprofessional family | self | no-new | NEW
      017-020 | admin educator healthprofessional family | 123 | nothing | ID
      021-026 | nobody | admin child educator healthprofessional family application | right | 401
      027-027 | admin | child | right | 403
      028-031 | child | educator healthprofessional family application | right | 403
      032-038 | child | admin self educator healthprofessional family application another | right | 403
      039-044 | educator | admin child healthprofessional family application another | right | 403
      045-050 | healthprofessional | admin child educator family application another | right | 403
      051-056 | family | admin child educator healthprofessional application another | right | 403
      057-063 | application | admin child educator healthprofessional family another self | right | 403
      """;

  private static final String POST =
      """
      001-001 | admin | self | reset-admin | 204
      002-006 | admin | child educator healthprofessional family application | reset | 204
      007-013 | child | admin self educator healthprofessional family application another | reset | 403
      014-020 | educator | admin child self healthprofessional family application another | reset | 403
      021-027 | healthprofessional | admin child educator self family application another | reset | 403
      028-034 | family | admin child educator healthprofessional self application another | reset | 403
      035-041 | application | admin child educator healthprofessional family self another | reset | 403
      """;

  private static final String DELETE =
      """
      001-001 | admin | unknown | nothing | 204
      002-002 | admin | 123 | nothing | ID
      003-009 | child | admin self educator healthprofessional family application another | nothing | 403
      010-016 | educator | admin child self healthprofessional family application another | nothing | 403
      017-023 | healthprofessional | admin child educator self family application another | nothing | 403
      024-030 | family | admin child educator healthprofessional self application another | nothing | 403
      031-037 | application | admin child educator healthprofessional family self another | nothing | 403
      038-043 | nobody | admin child educator healthprofessional family application | nothing | 401
      044-048 | admin | child educator healthprofessional family application | nothing | 204
      """;

  private static final Map<String, String> ERRORS =
      Map.of(
          "M",
          """
          {"code":400,"message":"Password does not match!","description":"The old password parameter does not match with the actual user password."}
          """,
          "OLD",
          """
          {"code":400,"message":"Required fields were not provided...","description":"old_password are required!"}
          """,
          "NEW",
          """
          {"code":400,"message":"Required fields were not provided...","description":"new_password are required!"}
          """,
          "ID",
          """
          {"code":400,"message":"Parameter {user_id} is not in valid format!","description":"A 24-byte hex ID similar to this: 507f191e810c19729de860ea is expected."}
          """,
          "401",
          """
          {"code":401,"message":"UNAUTHORIZED","description":"Authentication failed for lack of authentication credentials.","redirect_link":"/auth"}
          """,
          "403",
          """
          {"code":403,"message":"FORBIDDEN","description":"Authorization failed due to insufficient permissions."}
          """);

  private static final String WRONG_NAME_OR_PASSWORD =
      "{\"code\":401,\"message\":\"Invalid username or password!\"}";

  @TempDir static Path folder;

  private static TestServer server;
  private static Platform platform;

  @BeforeAll
  static void open() {
    server = TestServer.onSqlite(folder, AS_THE_ORIGINAL);
    platform = new Platform(server.port());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** One case of a suite. */
  private record Case(
      String name, String method, String caller, String whose, String body, String expected) {

    String path() {
      return switch (method) {
        case "PUT" -> "/users/" + id() + "/password";
        case "POST" -> "/users/" + id() + "/reset-password";
        default -> "/users/" + id();
      };
    }

    private String id() {
      return switch (whose) {
        case "123" -> "123";
        case "unknown" -> "111111111111111111111111";
        case "self" -> platform.id(caller);
        case "another" -> platform.id("another " + caller);
        default -> platform.id(whose);
      };
    }

    private String text() {
      String old = caller.equals(Platform.ADMIN) ? Platform.ADMIN_PASSWORD : Platform.PASSWORD;
      return switch (body) {
        case "same" -> change(Platform.ADMIN_PASSWORD, Platform.ADMIN_PASSWORD);
        case "right" -> change(old, "newcoolpassword");
        case "wrong" -> change("non_existent_password", "newcoolpassword");
        case "no-old" -> "{\"new_password\":\"newcoolpassword\"}";
        case "no-new" -> "{\"old_password\":\"" + old + "\"}";
        case "reset" -> "{\"new_password\":\"newcoolpassword\"}";
        case "reset-admin" -> "{\"new_password\":\"admin123\"}";
        default -> "{}";
      };
    }

    private static String change(String old, String next) {
      return Platform.json(Map.of("old_password", old, "new_password", next));
    }

    void run() {
      Answer answer = platform.ask(method, path(), platform.token(caller), text());
      if (expected.equals("204")) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
      } else {
        assertError(answer, ERRORS.get(expected));
      }
    }
  }

  @TestFactory
  Stream<DynamicContainer> put() {
    return suite("users.put", "PUT", PUT, 63);
  }

  @TestFactory
  Stream<DynamicContainer> post() {
    return suite("users.post", "POST", POST, 41);
  }

  @TestFactory
  Stream<DynamicContainer> delete() {
    return suite("users.delete", "DELETE", DELETE, 48);
  }

  @TestFactory
  Stream<DynamicTest> auth() {
    List<DynamicTest> tests = new ArrayList<>();
    Stream.concat(Stream.of(Platform.ADMIN), Platform.KINDS.stream())
        .forEach(kind -> tests.add(signsIn("auth.post00" + (tests.size() + 1), kind)));
    tests.add(refuses("auth.post007", "non_existent", "admin123", WRONG_NAME_OR_PASSWORD));
    tests.add(refuses("auth.post008", "admin", "non_existent", WRONG_NAME_OR_PASSWORD));
    tests.add(refuses("auth.post009", "", "admin123", empty("username")));
    tests.add(refuses("auth.post010", "admin", "", empty("password")));
    platform.populate();
    return tests.stream();
  }

  /** What an operator reads must be what was tried here. */
  @Test
  void everySwitchIsOnThePageOfDifferences() throws IOException {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    String text = Files.readString(module.resolveSibling("docs").resolve("differences.md"));

    assertThat(AS_THE_ORIGINAL.keySet().stream().filter(key -> key.contains("policy")))
        .allSatisfy(key -> assertThat(text).contains(key));
  }

  private static DynamicTest signsIn(String name, String kind) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertThat(
                    kind.equals(Platform.ADMIN)
                        ? platform.signIn(Platform.ADMIN, Platform.ADMIN_PASSWORD)
                        : platform.signIn("default " + kind, Platform.PASSWORD))
                .isNotEmpty());
  }

  private static DynamicTest refuses(
      String name, String username, String password, String expected) {
    String body = Platform.json(Map.of("username", username, "password", password));
    return DynamicTest.dynamicTest(
        name, () -> assertError(platform.ask("POST", "/auth", "", body), expected));
  }

  private static String empty(String field) {
    return "{\"code\":400,\"message\":\"One or more request fields are invalid...\",\"description\":\""
        + field
        + " must have at least one character!\"}";
  }

  /** Each line of the table on users of its own, as the suite's groups are. */
  private static Stream<DynamicContainer> suite(
      String name, String method, String table, int count) {
    List<DynamicContainer> groups = new ArrayList<>();
    int counted = 0;
    for (String line : table.lines().toList()) {
      List<Case> cases = cases(name, method, line);
      counted += cases.size();
      groups.add(DynamicContainer.dynamicContainer(name + ' ' + line, group(cases)));
    }
    assertThat(counted).as(name).isEqualTo(count);
    return groups.stream();
  }

  private static Stream<DynamicTest> group(List<Case> cases) {
    DynamicTest before = DynamicTest.dynamicTest("before", platform::populate);
    return Stream.concat(
        Stream.of(before),
        cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), one::run)));
  }

  private static List<Case> cases(String suite, String method, String line) {
    String[] cells = line.split("\\s*\\|\\s*");
    int number = Integer.parseInt(cells[0].substring(0, 3));
    List<Case> cases = new ArrayList<>();
    for (String caller : cells[1].split(" ")) {
      for (String whose : cells[2].split(" ")) {
        String name = "%s%03d %s on %s".formatted(suite, number + cases.size(), caller, whose);
        cases.add(new Case(name, method, caller, whose, cells[3], cells[4]));
      }
    }
    assertThat(number + cases.size() - 1).isEqualTo(Integer.parseInt(cells[0].substring(4)));
    return cases;
  }

  private static void assertError(Answer answer, String expected) {
    assertThat(Platform.tree(answer)).isEqualTo(Platform.tree(expected));
    assertThat(answer.status()).isEqualTo(Platform.tree(expected).get("code").intValue());
  }
}
