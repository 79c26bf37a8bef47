package dev.rekey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.House;
import dev.rekey.cli.Terminal.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator reads when something around the program is not as it should be. */
class TroubleTest {

  private static final String OTHER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;

  // Disks

  @ParameterizedTest
  @ValueSource(strings = {"account list", "serve", "demo --once"})
  void aDataDirectoryThatCannotBeMade(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Path data = file.resolve("data");
    Said said = Terminal.run((command + " --data " + data).split(" "));

    assertThat(sentence(said)).startsWith("The data directory " + data + " cannot be made: ");
  }

  @Test
  void aDataDirectoryThatIsAFile() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");

    assertThat(sentence(said("account list", ""))).contains(folder.resolve("data").toString());
  }

  @Test
  void aFileThatIsNoDatabase() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/rekey.db"), "shopping list\n".repeat(100));
    Files.writeString(
        folder.resolve("data/secret.key"), Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(sentence(said("account list", "")))
        .startsWith("The database ")
        .contains("rekey.db cannot be opened: ");
  }

  /** A fresh key would open nothing that the database holds. */
  @Test
  void aDatabaseWithoutItsKey() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/rekey.db"), "whatever it is");

    assertThat(sentence(said("account list", "")))
        .startsWith("The instance key ")
        .contains("secret.key is missing beside its database");
    assertThat(folder.resolve("data/secret.key")).doesNotExist();
  }

  @Test
  void anInstanceKeyThatIsNone() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/secret.key"), "hunter2");

    assertThat(sentence(said("account list", "")))
        .startsWith("The instance key ")
        .contains("secret.key")
        .doesNotContain("hunter2");
  }

  @Test
  void aDiskIsQuotedInWords() {
    assertThat(Trouble.sentence(problem(new NoSuchFileException("/x/y"))))
        .isEqualTo("The thing /x/y cannot be read: there is no /x/y.");
    assertThat(Trouble.sentence(problem(new AccessDeniedException("/x/y"))))
        .isEqualTo("The thing /x/y cannot be read: permission denied for /x/y.");
    assertThat(Trouble.sentence(problem(new IOException("No space left\n on device."))))
        .isEqualTo("The thing /x/y cannot be read: No space left on device.");
    assertThat(Trouble.sentence(problem(new IOException())))
        .isEqualTo("The thing /x/y cannot be read: IOException.");
  }

  private static UncheckedIOException problem(IOException cause) {
    return new UncheckedIOException("the thing /x/y cannot be read", cause);
  }

  // Databases

  @ParameterizedTest
  @ValueSource(strings = {"account list", "serve", "demo --once"})
  void aPostgresThatDoesNotAnswer(String command) {
    String more =
        "storage: {url: 'jdbc:postgresql://127.0.0.1:1/x', password: hunter2, user: rekey}";
    Said said = said(command, more + "\nsecret: " + OTHER_KEY + "\n");

    assertThat(sentence(said))
        .startsWith("The database jdbc:postgresql://127.0.0.1:1/x cannot be opened: ")
        .doesNotContain("hunter2");
  }

  @Test
  void aPasswordInTheUrlIsNotRepeated() {
    String more = "storage.url: 'jdbc:postgresql://127.0.0.1:1/x?user=rekey&password=hunter2'\n";

    assertThat(said("account list", more + "secret: " + OTHER_KEY + "\n").err())
        .contains("The database jdbc:postgresql://127.0.0.1:1/x?*** cannot be opened: ")
        .doesNotContain("hunter2", "\tat ");
  }

  @Test
  void keysOfAnotherInstance() {
    Terminal terminal = Terminal.in(folder);
    try (House house = terminal.house(Map.of("http.port", "0"))) {
      house.serve().stop();
    }

    Said said = said("serve --port 0", "secret: " + OTHER_KEY + "\n");

    assertThat(sentence(said))
        .startsWith("The keys in the database do not open with this instance key: ")
        .contains("REKEY_SECRET", "secret.key")
        .doesNotContain(OTHER_KEY);
    assertThat(terminal.account("list").code()).isZero();
  }

  // The network

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo --once"})
  void aPortThatIsTaken(String command) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said said = said(command + " --port " + taken.getLocalPort(), "");

      assertThat(sentence(said))
          .isEqualTo(
              "Port "
                  + taken.getLocalPort()
                  + " is taken by another program: stop it, or choose another port.");
    }
  }

  @Test
  void anAddressOfAnotherMachine() {
    assertThat(sentence(said("serve --port 0", "http.host: 192.0.2.1\n")))
        .startsWith("Cannot listen on 192.0.2.1 port ");
  }

  @Test
  void aHostThatNobodyKnows() {
    assertThat(sentence(said("serve --port 0", "http.host: no-such-host.invalid\n")))
        .startsWith("Cannot listen on no-such-host.invalid port ");
  }

  // Files that the configuration names

  @Test
  void aPepperThatIsNone() throws IOException {
    Path pepper = Files.writeString(folder.resolve("pepper"), "hunter2\n");

    assertThat(sentence(said("account list", "hashing.pepper-file: " + pepper + "\n")))
        .contains("pepper file " + pepper)
        .doesNotContain("hunter2");
  }

  @Test
  void aBlocklistThatIsNoText() throws IOException {
    Path words = Files.write(folder.resolve("words"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});

    assertThat(sentence(said("account list", "policy.blocklist-file: " + words + "\n")))
        .contains("blocklist " + words);
  }

  @Test
  void templatesWithAMistake() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates/en"));
    Files.writeString(templates.resolve("reset-link.txt"), "Hello {nobody}");
    Files.writeString(templates.resolve("resett-link.txt"), "Hello");

    assertThat(sentence(said("account list", "mail.templates: " + templates.getParent() + "\n")))
        .startsWith("Mail templates: ")
        .contains("resett-link.txt");
  }

  @Test
  void aSenderThatIsNone() {
    assertThat(sentence(said("account list", "mail.from: 'Acme, Inc <a@b>'\n")))
        .contains("found: Acme, Inc <a@b>");
  }

  @Test
  void keysOfAWireThatAreNone() throws IOException {
    Path key = Files.writeString(folder.resolve("key.pem"), "hunter2\n");

    assertThat(sentence(said("serve --port 0", "mounts.ocariot.private-key-file: " + key + "\n")))
        .contains(key.toString())
        .doesNotContain("hunter2");
  }

  @Test
  void aFirstAdministratorWhosePasswordWillNotDo() {
    Said said = said("serve --port 0", "admin: {username: ada, password: xqzvwk7}\n");

    assertThat(sentence(said))
        .isEqualTo(
            "The first administrator (admin.password) cannot be made."
                + " The password is too short: at least 8 characters.");
  }

  private Said said(String command, String more) {
    String[] words = command.split(" ", 2);
    String[] rest = words.length == 1 ? new String[0] : words[1].split(" ");
    return Terminal.in(folder, more).command(words[0], rest);
  }

  /** One line, exit code 1, and nothing that only a programmer reads. */
  private static String sentence(Said said) {
    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().strip()).doesNotContain("\n", "Exception").matches("[A-Z/].*\\.");
    return said.err().strip();
  }
}
