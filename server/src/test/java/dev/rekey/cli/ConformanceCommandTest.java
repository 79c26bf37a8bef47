package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rekey.TestServer;
import dev.rekey.cli.Terminal.Said;
import dev.rekey.migrate.conformance.GivenAccounts;
import dev.rekey.migrate.conformance.SetupDouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rekey conformance} as an operator runs it, against servers right, wrong and absent. */
class ConformanceCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "devise, document-001, not-lockable",
    "tokenauth, seed-004, omitted-batch",
    "ocariot, seed, race",
    "onezone, seed-003, one-winner",
    "own, closed, confirmed"
  })
  void rekeyItselfConforms(String dialect, String section, String another) {
    Said said =
        Terminal.in(folder)
            .command(
                "conformance", "--dialect", dialect, "--section", section, "--section", another);

    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .contains("passed   " + section)
        .contains("2 sections: 2 passed, 0 failed, 0 skipped.");
  }

  @Test
  void aServedRekeyConformsWithAccountsThatTheOperatorHasMade() throws Exception {
    try (TestServer server = TestServer.onSqlite(folder, Map.of())) {
      Path file =
          Files.writeString(
              folder.resolve("accounts"),
              """
              # as the document has it, to the byte; and two by other names
              @account role=operator number=1932 email=lettie.gleason+operator@example.com password="valiD_passw0rd!" first_name=Lettie last_name=Gleason
              @account role=driver number=71 email=somebody.else@old.example password="Operators_0wn_secret!"
              @account role=driver number=72 email=another.one@old.example password="Operators_0wn_secret!"
              """);
      GivenAccounts.read(file).forEach(server::create);

      Said said =
          Terminal.run(
              "conformance",
              "--dialect",
              "devise",
              "--url",
              "http://localhost:" + server.port(),
              "--accounts",
              file.toString(),
              "--section",
              "document-000",
              "--section",
              "sign-out",
              "--section",
              "deny-list",
              "--section",
              "forgotten",
              "--section",
              "roles");

      assertThat(said.code()).as(said.out() + said.err()).isZero();
      assertThat(said.out())
          .contains("passed   document-000", "passed   sign-out")
          .contains("skipped  deny-list: needs a server with mounts.devise.jwt.")
          .contains("skipped  forgotten: needs 4 accounts, one of them like: ")
          .contains("skipped  roles: needs 3 accounts, one of them like: ")
          .contains("5 sections: 2 passed, 0 failed, 3 skipped.")
          .doesNotContain("Operators_0wn_secret!");
    }
  }

  @Test
  void aSetUpProgramPreparesEveryStory() throws Exception {
    try (TestServer server = TestServer.onSqlite(folder, Map.of());
        ServerSocket orders = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> prepare(server, orders));
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      String program =
          "exec '%s' -cp '%s' %s %d"
              .formatted(
                  java,
                  Path.of(
                      SetupDouble.class
                          .getProtectionDomain()
                          .getCodeSource()
                          .getLocation()
                          .toURI()),
                  SetupDouble.class.getName(),
                  orders.getLocalPort());

      Said said =
          Terminal.run(
              "conformance",
              "--dialect",
              "own",
              "--url",
              "http://localhost:" + server.port(),
              "--setup",
              program,
              "--mail",
              server.mailFolder().toString());

      assertThat(said.code()).as(said.out() + said.err()).isZero();
      assertThat(said.out())
          .contains("skipped  closed: the set-up program says: settings")
          .contains("passed   accounts")
          .contains(" 0 failed, 3 skipped.");
    }
  }

  private static void prepare(TestServer server, ServerSocket orders) {
    try (Socket socket = orders.accept();
        PrintStream to = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader from =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        JsonNode order = JsonMapper.builder().build().readTree(line);
        if (!order.get("settings").isEmpty()) {
          to.println("{\"skip\":\"settings\"}");
          continue;
        }
        server.wipe();
        for (JsonNode account : order.get("accounts")) {
          Map<String, String> attributes = new HashMap<>();
          account
              .properties()
              .forEach(one -> attributes.put(one.getKey(), one.getValue().stringValue()));
          server.create(attributes);
        }
        to.println("{\"ready\":true}");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWrongServerFailsAndTheDifferenceIsReadable() throws Exception {
    HttpServer wrong =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    wrong.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("{\"nothing\":\"right\"}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    wrong.start();
    try {
      Said said =
          Terminal.run(
              "conformance",
              "--dialect",
              "devise",
              "--section",
              "looking",
              "--url",
              "http://localhost:" + wrong.getAddress().getPort());

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.out())
          .contains("FAILED   looking: 0 of ")
          .contains("should be  406")
          .contains("but is     200 with the body {\"nothing\":\"right\"}")
          .contains("1 sections: 0 passed, 1 failed, 0 skipped.");
    } finally {
      wrong.stop(0);
    }
  }

  @Test
  void nobodyToAskIsAnotherExitCode() throws IOException {
    String nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = "http://localhost:" + closed.getLocalPort();
    }
    Said absent = Terminal.run("conformance", "--dialect", "devise", "--url", nobody);
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("The server cannot be asked");

    String program = "while read order; do echo '{\"ready\":true}'; done";
    Said notEvenNow =
        Terminal.run("conformance", "--dialect", "devise", "--url", nobody, "--setup", program);
    assertThat(notEvenNow.code()).isEqualTo(2);
    assertThat(notEvenNow.err()).contains("The server cannot be asked");

    assertThat(Terminal.run("conformance", "--dialect", "telnet").code()).isEqualTo(2);
    assertThat(Terminal.run("conformance", "--dialect", "own", "--section", "no").code())
        .isEqualTo(2);
    assertThat(Terminal.run("conformance", "--dialect", "own", "--url", "ftp://a").code())
        .isEqualTo(2);
  }

  @Test
  void aListTellsWhatEachSectionNeeds() {
    Said said = Terminal.run("conformance", "--dialect", "devise", "--list");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("document-000: ")
        .contains("  @account role=\"operator\" number=\"1932\"")
        .contains("  --has mounts.devise.confirmable=true")
        .contains("  --mail");
  }
}
