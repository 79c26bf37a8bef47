package dev.rekey.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rekey.TestServer;
import dev.rekey.core.account.Account;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every ordered pair of wires. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossingWiresTest {

  private static final Person ADMIN = new Person("crossing-admin", "violet harbour lantern");
  private static final String NEXT = "umbrella tulip concert";

  /** Strangers wait so long after so few failures that a test can see it. */
  private static final Map<String, String> IMPATIENT =
      Map.of("limits.free-per-account", "3", "limits.first-wait", "10m");

  private TestServer server;
  private Map<String, Side> sides = Map.of();

  @BeforeAll
  void start(@TempDir Path folder) {
    server = TestServer.onSqlite(folder, IMPATIENT);
    server.create(Map.of("username", ADMIN.name(), "password", ADMIN.password(), "role", "admin"));
    Phone phone = new Phone(server.port());
    sides = new LinkedHashMap<>();
    sides.put("devise", new DeviseSide(phone));
    sides.put("tokenauth", new TokenAuthSide(phone));
    sides.put("ocariot", new OcariotSide(phone, ADMIN));
    sides.put("onezone", new OnezoneSide(phone, ADMIN));
    sides.put("own", new OwnSide(phone));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  Stream<Arguments> pairs() {
    return sides.entrySet().stream()
        .flatMap(one ->
            sides.entrySet().stream()
                .filter(other -> !other.getKey().equals(one.getKey()))
                .map(other -> pair(one, other)));
  }

  private static Arguments pair(Entry<String, Side> one, Entry<String, Side> other) {
    return arguments(one.getKey(), other.getKey());
  }

  private Side side(String name) {
    return sides.get(name);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void anAccountMadeOnOneWireSignsInOnTheOther(String here, String there) {
    Person person = side(here).make("made-" + here + '-' + there);

    assertThat(side(there).signIn(person))
        .hasValueSatisfying(session -> assertThat(side(there).admits(session)).isTrue());
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void aPasswordChangedOnOneWireEndsTheSessionsOfTheOther(String here, String there) {
    Person person = somebody("changes-" + here + '-' + there);
    Session acting = side(here).signIn(person).orElseThrow();
    Session other = side(there).signIn(person).orElseThrow();
    assertThat(side(there).admits(other)).isTrue();

    assertThat(side(here).change(acting, person.password(), NEXT)).isTrue();

    assertThat(side(there).admits(other)).isFalse();
    assertThat(side(there).signIn(person)).isEmpty();
    assertThat(side(there).signIn(person.with(NEXT))).isPresent();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void failuresOnOneWireShutTheOther(String here, String there) {
    Person person = somebody("locked-" + here + '-' + there);

    IntStream.range(0, 3)
        .forEach(_ -> assertThat(side(here).signIn(person.with("not it at all"))).isEmpty());

    assertThat(side(there).signIn(person)).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void aDisablementHoldsOnBothAtOnce(String here, String there) {
    String nick = "disabled-" + here + '-' + there;
    Account account = account(nick);
    Person person = new Person(nick, passwordOf(nick));
    Session one = side(here).signIn(person).orElseThrow();
    Session other = side(there).signIn(person).orElseThrow();

    server.disable(account);

    assertThat(side(here).admits(one)).isFalse();
    assertThat(side(there).admits(other)).isFalse();
    assertThat(side(there).signIn(person)).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  void anotherRoleSignsOutOnBothAtOnce(String here, String there) {
    String nick = "moved-" + here + '-' + there;
    Account account = account(nick);
    Person person = new Person(nick, passwordOf(nick));
    Session one = side(here).signIn(person).orElseThrow();
    Session other = side(there).signIn(person).orElseThrow();

    server.moveTo(account, "healthprofessional");

    assertThat(side(here).admits(one)).isFalse();
    assertThat(side(there).admits(other)).isFalse();
    assertThat(side(there).signIn(person)).isPresent();
  }

  /** Somebody whose role may everything that is tried here, on every wire. */
  private Person somebody(String nick) {
    account(nick);
    return new Person(nick, passwordOf(nick));
  }

  private Account account(String nick) {
    return server.create(
        Map.of(
            "username",
            nick,
            "email",
            nick + "@example.org",
            "password",
            passwordOf(nick),
            "role",
            "educator"));
  }

  private static String passwordOf(String nick) {
    return "the password number " + nick.hashCode();
  }
}
