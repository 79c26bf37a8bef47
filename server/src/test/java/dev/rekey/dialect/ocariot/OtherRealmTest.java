package dev.rekey.dialect.ocariot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.TestServer;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.Password;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.Steward;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import dev.rekey.transcript.Wire.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two mounts of this dialect, each for a user base of its own. */
class OtherRealmTest {

  private static final Realm OTHER = new Realm("other");
  private static final String PASSWORD = "a good long password";

  @TempDir Path folder;

  private TestServer server;
  private Platform here;
  private Platform there;
  private String admin;
  private String stranger;

  @BeforeEach
  void open() {
    server =
        TestServer.onSqlite(
            folder,
            Map.of(
                "realms", "main, other",
                "mounts.second.dialect", "ocariot",
                "mounts.second.prefix", "/second/v1",
                "mounts.second.realm", "other"));
    here = new Platform(server.port());
    there = new Platform(server.port(), "/second/v1");
    server.create(Map.of("role", "admin", "username", "root", "password", PASSWORD));
    makeAdmin();
    admin = here.signIn("root", PASSWORD);
    stranger = there.signIn("root", PASSWORD);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aTokenOfOneIsNoneOfTheOther() {
    assertThat(here.ask("GET", "/children", stranger, "").status()).isEqualTo(401);
    assertThat(there.ask("GET", "/children", admin, "").status()).isEqualTo(401);
  }

  @Test
  void whatIsOfOneIsNotThereInTheOther() {
    String institution = id(here.ask("POST", "/institutions", admin, institution()));
    String educator = id(here.ask("POST", "/educators", admin, educator(institution)));

    assertThat(there.ask("GET", "/institutions/" + institution, stranger, "").status())
        .isEqualTo(404);
    assertThat(there.ask("PATCH", "/institutions/" + institution, stranger, "{}").status())
        .isEqualTo(404);
    assertThat(there.ask("DELETE", "/institutions/" + institution, stranger, "").status())
        .isEqualTo(204);
    assertThat(there.ask("GET", "/educators/" + educator, stranger, "").status()).isEqualTo(404);
    assertThat(there.ask("PATCH", "/educators/" + educator, stranger, "{}").status())
        .isEqualTo(404);
    assertThat(there.ask("DELETE", "/users/" + educator, stranger, "").status()).isEqualTo(204);
    assertThat(there.ask("POST", "/educators", stranger, educator(institution)).text())
        .contains("The institution provided does not have a registration.");
    assertThat(there.ask("GET", "/educators", stranger, "").text()).isEqualTo("[]");
    assertThat(here.ask("GET", "/educators/" + educator, admin, "").status()).isEqualTo(200);
    assertThat(here.ask("GET", "/institutions/" + institution, admin, "").status()).isEqualTo(200);
  }

  @Test
  void theSameNamesAreFreeInTheOther() {
    String ours = id(here.ask("POST", "/institutions", admin, institution()));
    String theirs = id(there.ask("POST", "/institutions", stranger, institution()));

    id(here.ask("POST", "/educators", admin, educator(ours)));
    id(there.ask("POST", "/educators", stranger, educator(theirs)));
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return Platform.tree(answer).get("id").stringValue();
  }

  private static String institution() {
    return "{\"type\":\"School\",\"name\":\"Name Example\"}";
  }

  private static String educator(String institution) {
    return "{\"username\":\"edu\",\"password\":\"%s\",\"institution_id\":\"%s\"}"
        .formatted(PASSWORD, institution);
  }

  private void makeAdmin() {
    CreateAccount.Outcome outcome =
        server
            .house()
            .createAccount()
            .handle(
                new CreateAccount.Command(
                    new Steward.Operator(),
                    Logins.of(Optional.empty(), Optional.of("root")),
                    new Role("admin"),
                    Profile.empty(),
                    Optional.of(Password.of(PASSWORD)),
                    CreateAccount.Ids.fresh(),
                    new Visit(OTHER, "test", new Origin("local", "test"), Optional.empty())));
    assertThat(outcome).isInstanceOf(CreateAccount.Outcome.Created.class);
  }
}
