package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** Account commands work on the storage of a server that runs, and it knows at once. */
class BesideAServerTest {

  @TempDir Path folder;
  private Terminal terminal;
  private House house;
  private Premises.Serving serving;
  private HttpClient client;

  @BeforeEach
  void serve() {
    terminal = Terminal.in(folder);
    house = terminal.house(Map.of("http.port", "0"));
    serving = house.serve();
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    serving.stop();
    house.close();
  }

  @Test
  void whoIsCreatedSignsIn() throws Exception {
    terminal.typing("correct horse battery\n").account("create", "--email=ada@example.com");

    assertThat(signIn("correct horse battery").statusCode()).isEqualTo(200);
    assertThat(signIn("another lighthouse").statusCode()).isEqualTo(401);
  }

  @Test
  void aLineEndOfWindowsIsNoPartOfThePassword() throws Exception {
    terminal.typing("pässwörd 🗼\r\nmore\r\n").account("create", "--email=ada@example.com");

    assertThat(signIn("pässwörd 🗼").statusCode()).isEqualTo(200);
  }

  @Test
  void aGeneratedPasswordSignsIn() throws Exception {
    String password =
        terminal.account("create", "--email=ada@example.com", "--generate").value("password");

    assertThat(signIn(password).statusCode()).isEqualTo(200);
  }

  @Test
  void aPasswordThatIsSetEndsEverySession() throws Exception {
    terminal.typing("correct horse battery").account("create", "--email=ada@example.com");
    String token =
        signIn("correct horse battery").headers().firstValue("authorization").orElseThrow();

    terminal.typing("another lighthouse").account("set-password", "ada@example.com");

    assertThat(change(token, "another lighthouse").statusCode()).isEqualTo(401);
    assertThat(signIn("correct horse battery").statusCode()).isEqualTo(401);
    assertThat(signIn("another lighthouse").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsDisabledIsOut() throws Exception {
    terminal.typing("correct horse battery").account("create", "--email=ada@example.com");
    String token =
        signIn("correct horse battery").headers().firstValue("authorization").orElseThrow();

    terminal.account("disable", "ada@example.com");
    assertThat(change(token, "correct horse battery").statusCode()).isEqualTo(401);
    assertThat(signIn("correct horse battery").statusCode()).isEqualTo(401);

    terminal.account("enable", "ada@example.com");
    assertThat(signIn("correct horse battery").statusCode()).isEqualTo(200);
  }

  @Test
  void theServersOwnAccountsAreListed() {
    for (int i = 0; i < 5; i++) {
      assertThat(terminal.account("create", "--username=n" + i).code()).isZero();
      assertThat(terminal.account("list").out().lines()).hasSize(i + 1);
    }
  }

  /** Port 0 was asked for, and no public address is configured. */
  @Test
  void aResetLetterLeadsToThePortThatIsListenedOn() throws Exception {
    terminal.account("create", "--email=ada@example.com");
    send("POST", "/password", "none", Map.of("email", "ada@example.com"));

    assertThat(letter())
        .contains("http://localhost:" + serving.port() + "/api/v1/users/password/edit?");
  }

  private String letter() throws IOException, InterruptedException {
    for (int glances = 0; glances < 500; glances++) {
      Optional<Path> letter = newestLetter();
      if (letter.isPresent()) {
        return Files.readString(letter.get());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no letter came within ten seconds");
  }

  private Optional<Path> newestLetter() throws IOException {
    Path mail = terminal.data().resolve("mail");
    if (!Files.isDirectory(mail)) {
      return Optional.empty();
    }
    try (Stream<Path> letters = Files.list(mail)) {
      return letters.filter(file -> file.toString().endsWith(".eml")).findFirst();
    }
  }

  private HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
    Map<String, Object> user = Map.of("email", "ada@example.com", "password", password);
    return send("POST", "/sign_in", "none", user);
  }

  private HttpResponse<String> change(String token, String current)
      throws IOException, InterruptedException {
    return send(
        "PATCH", "", token, Map.of("current_password", current, "password", "third lighthouse"));
  }

  private HttpResponse<String> send(String method, String path, String token, Object user)
      throws IOException, InterruptedException {
    String body = new ObjectMapper().writeValueAsString(Map.of("user", user));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + serving.port() + "/api/v1/users" + path))
            .header("content-type", "application/json")
            .header("authorization", token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
