package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to somebody whose configuration is wrong. */
class MistakesTest {

  @TempDir Path folder;

  @Test
  void allAreNamedAtOnce() {
    Path file =
        Loading.write(
            folder,
            """
            http:
              port: eighty
              prot: 9
              trusted-proxies: [10.0.0.0/8, somewhere]
            realms: [main, Bad One]
            storage: {password: hunter2}
            log: loud
            mounts:
              devise: {prefix: /v1}
              tokenauth: {realm: eu}
            """);
    WrongConfiguration wrong =
        Loading.wrong(
            Optional.of(file),
            Map.of("REKEY_HTP_PORT", "1", "REKEY_HTTP_HOST", ""),
            Map.of("reset.lifetime", "30d"));

    assertThat(wrong.getMessage())
        .isEqualTo(
            """
            There are 10 mistakes in the configuration:
              http.host (environment variable REKEY_HTTP_HOST): found nothing; a host's name or address would do.
              http.port (line 2 of FILE): found "eighty"; a whole number from 0 to 65535 would do.
              http.trusted-proxies (line 4 of FILE): found "10.0.0.0/8, somewhere"; a list of different items, each an address, or a range such as 10.0.0.0/8 would do.
              realms (line 5 of FILE): found "main, Bad One"; a list of different items, each of lower-case letters, digits and dashes would do.
              storage.password (line 6 of FILE): it is set and storage.url is not; both or neither of them would do.
              reset.lifetime (command line): found "30d"; a time from 1m to 24h would do.
              mounts.devise.prefix (line 9 of FILE): found "/v1", which the mount ocariot has too; another path, or `enabled: false` for one of them, would do.
              http.prot (line 3 of FILE): there is no such key; http.port may be what is meant.
              log (line 7 of FILE): found a value where a section is; keys under it would do.
              REKEY_HTP_PORT (environment): there is no such variable; REKEY_HTTP_PORT may be what is meant.\
            """
                .replace("FILE", file.toString()));
  }

  @Test
  void aSingleOneIsNotCalledMany() {
    assertThat(Loading.wrong(Optional.empty(), Map.of(), Map.of("http.port", "x")))
        .hasMessageStartingWith("There is a mistake in the configuration:\n  http.port ");
  }

  @ParameterizedTest
  @CsvSource({
    "http.prot, http.port",
    "http.por, http.port",
    "htpp.port, http.port",
    "http.bodylimit, http.body-limit",
    "hashing.memory, hashing.memory-kib",
    "smtp.host, mail.smtp.host",
    "roles.Admin2.x, ''",
    "mounts.devise.profile.operatr, mounts.devise.profile.operator",
    "mounts.devise.jwt.secert, mounts.devise.jwt.secret",
    "mounts.onezone.error-profil, mounts.onezone.error-profile",
    "completely.different, ''"
  })
  void anUnknownKeyIsAnsweredWithTheOneThatMayBeMeant(String given, String meant) {
    assertThat(Loading.mistakesInOverrides(Map.of(given, "1")))
        .singleElement()
        .extracting(Mistake::remedy)
        .asString()
        .satisfies(remedy -> {
          if (meant.isEmpty()) {
            assertThat(remedy).doesNotContain("may be what is meant");
          } else {
            assertThat(remedy).isEqualTo(meant + " may be what is meant");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://old.example.org",
        "http://10.0.0.7:3000",
        "http://localhost.example.org",
        "HTTP://old.example.org"
      })
  void passwordsDoNotGoToAnOldSystemUnencrypted(String url) {
    String key = "mounts.devise.upstream.url";
    assertThat(Loading.mistakesInOverrides(Map.of(key, url)))
        .singleElement()
        .satisfies(mistake -> {
          assertThat(mistake.key()).isEqualTo(key);
          assertThat(mistake.found()).isEqualTo("passwords would go there unencrypted");
          assertThat(mistake.remedy())
              .isEqualTo(
                  "an https URL, one of this machine, or `upstream.allow-http: true`, would do");
        });
    assertThat(Loading.overrides(Map.of(key, url, "mounts.devise.upstream.allow-http", "true")))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://old.example.org/app",
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://[::1]:3000"
      })
  void anOldSystemIsFoundOverHttpsOrOnThisMachine(String url) {
    assertThat(Loading.overrides(Map.of("mounts.devise.upstream.url", url))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "old.example.org",
        "ftp://old.example.org",
        "https://user:secret@old.example.org",
        "https://old.example.org?x=1"
      })
  void whatIsNoPlaceOfAnOldSystemIsRefused(String url) {
    assertThat(Loading.mistakesInOverrides(Map.of("mounts.onezone.upstream.url", url)))
        .extracting(Mistake::key)
        .containsExactly("mounts.onezone.upstream.url");
  }

  @Test
  void theOwnWireHasNoOldSystem() {
    assertThat(
            Loading.mistakesInOverrides(Map.of("mounts.own.upstream.url", "https://x.example.org")))
        .extracting(Mistake::found)
        .containsExactly("there is no such key");
  }

  @Test
  void aKeyOfAnotherDialectIsNoKeyOfThisMount() {
    assertThat(Loading.mistakesInOverrides(Map.of("mounts.onezone.jwt.lifetime", "1d")))
        .singleElement()
        .extracting(Mistake::found)
        .isEqualTo("there is no such key");
  }

  @Test
  void anUnknownVariableIsAMistakeUnlessItIsTheLaunchers() {
    Map<String, String> environment = new HashMap<>();
    environment.put("REKEY_JAVA_OPTS", "-Xmx1g");
    environment.put("REKEY_HOME", "/opt/rekey");
    environment.put("REKEY_CONFIG", "/etc/rekey.yaml");
    environment.put("PATH", "/bin");
    environment.put("REKEYED", "yes");
    assertThat(Loading.environment(environment)).isNotNull();

    environment.put("REKEY_SECERT", "hunter2");
    assertThat(Loading.mistakesInEnvironment(environment))
        .containsExactly(
            new Mistake(
                "REKEY_SECERT",
                "environment",
                "there is no such variable",
                "REKEY_SECRET may be what is meant"));
  }

  @Test
  void aWrongValueCountsWhereAnotherWins() {
    Path file = Loading.write(folder, "http.port: eighty\n");

    assertThat(
            Loading.mistakes(file, Map.of("REKEY_HTTP_PORT", "8081"), Map.of("http.port", "8082")))
        .extracting(Mistake::where)
        .containsExactly("line 1 of " + file);
  }

  @Test
  void noSecretStandsInAMessage() {
    List<String> keys = EveryKey.all().filter(Key::secret).map(Key::name).toList();
    assertThat(keys).hasSize(6);
    Map<String, String> environment = new HashMap<>();
    keys.forEach(key -> environment.put(Key.variable(key), "hunter2\n"));
    environment.put("REKEY_STORAGE_URL", "postgres://rekey:hunter2@db/rekey?password=hunter2");
    environment.put("REKEY_HTTP_PUBLIC_URL", "https://rekey:hunter2@example.org");
    environment.put("REKEY_MAIL_SMTP_HOST", "smtp://rekey:hunter2@example.org");
    environment.put("REKEY_PASSWORD", "hunter2");

    assertThat(Loading.wrong(Optional.empty(), environment, Map.of()))
        .hasMessageContaining("There are 10 mistakes")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aLongValueIsCutShortAndControlCharactersAreNotRepeated() {
    String found =
        Loading.mistakesInOverrides(Map.of("http.port", "\u001b[31m" + "x".repeat(500)))
            .getFirst()
            .found();

    assertThat(found).startsWith("found \"?[31mxxx").endsWith("…\"").hasSizeLessThan(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hashing.lanes=64, hashing.memory-kib=511 | hashing.memory-kib",
        "storage.user=rekey | storage.user",
        "storage.password=x | storage.password",
        "mail.smtp.user=rekey | mail.smtp.user",
        "mail.smtp.password=x | mail.smtp.password",
        "limits.first-wait=1h, limits.longest-wait=1m | limits.first-wait",
        "limits.most-per-account=9 | limits.free-per-account",
        "admin.username=ada | admin.username",
        "admin.email=ada@example.org | admin.email",
        "admin.password=x | admin.password",
        "mounts.ocariot.public-key-file=pom.xml | mounts.ocariot.public-key-file",
        "metrics.access=token | metrics.access",
        "metrics.path=/v1 | metrics.path",
        "mounts.tokenauth.prefix=/v1 | mounts.tokenauth.prefix",
        "mounts.tokenauth.sign-up-role=clown | mounts.tokenauth.sign-up-role",
        "mounts.tokenauth.headers.client=UID | mounts.tokenauth.headers.client",
        "mounts.tokenauth.headers.uid=client | mounts.tokenauth.headers.uid",
        "mounts.devise.prefix=/v1 | mounts.devise.prefix",
        "mounts.devise.sign-up-role=clown | mounts.devise.sign-up-role",
        "mounts.devise.writable.driver=shoe_size | mounts.devise.writable.driver",
        "mounts.devise.writable.user=shoe_size | mounts.devise.writable.user",
        "mounts.devise.realm=eu | mounts.devise.realm",
        "mounts.ocariot.prefix=/AUTH | mounts.ocariot.prefix",
        "realms= | realms",
        "realms=eu | realms"
      })
  void whatDoesNotGoTogetherIsAMistakeOfOneOfThem(String settings, String blamed) {
    Map<String, String> overrides = new HashMap<>();
    for (String setting : settings.split(", ")) {
      String[] parts = setting.split("=", 2);
      overrides.put(parts[0], parts[1]);
    }

    assertThat(Loading.mistakesInOverrides(overrides))
        .extracting(Mistake::key, Mistake::where)
        .containsExactly(tuple(blamed, overrides.containsKey(blamed) ? "command line" : "default"));
  }

  @Test
  void whatIsWrongInItselfIsNotCalledAContradictionToo() {
    assertThat(
            Loading.mistakesInOverrides(
                Map.of(
                    "admin.username",
                    "ada",
                    "admin.password",
                    "\n",
                    "realms",
                    "Not One",
                    "mounts.devise.realm",
                    "eu")))
        .extracting(Mistake::key)
        .containsExactlyInAnyOrder("admin.password", "realms");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing.yaml");

    assertThat(Loading.wrong(Optional.of(missing), Map.of(), Map.of()))
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("it cannot be read");
  }

  @Test
  void aFileThatIsNotUtf8IsNamed() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "mail.from: Grüße <a@b>".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Loading.mistakes(file, Map.of(), Map.of()))
        .extracting(Mistake::found)
        .containsExactly("found bytes that are not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret: \"hunter2",
        "secret: hunter2: x",
        "secret: *hunter2*",
        "secret: @hunter2",
        "http:\n\tport: hunter2",
        "secret: !hunter2!x y",
        "secret: [hunter2",
        "? [hunter2]\n: x",
        "secret: hunter2\u0001"
      })
  void aFileThatIsNoYamlIsNotQuoted(String text) {
    Path file = Loading.write(folder, text);

    assertThat(Loading.wrong(Optional.of(file), Map.of(), Map.of()))
        .hasMessageContaining("this is not YAML")
        .hasMessageContaining(" of " + file)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void theLineOfWhatIsNoYamlIsGiven() {
    assertThat(Loading.mistakesInYaml(folder, "http:\n  port: 8080\n\tx: 1\n"))
        .extracting(Mistake::where)
        .containsExactly("line 3 of " + folder.resolve("rekey.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http: {port: 1, port: 2} | http.port | found a second time after line 1 of",
        "{http.port: 1, http: {port: 2}} | http.port | found a second time after line 1 of",
        "http.port: !!int 8080 | http.port | found an alias or a tag",
        "http: {port: &p 1, body-limit: *p} | http.body-limit | found an alias or a tag",
        "realms: [[main]] | realms | found an item that has parts",
        "realms: [{a: b}] | realms | found an item that has parts",
        "[http.port] | the file | found no keys",
        "8080 | the file | found no keys"
      })
  void whatCanBeReadInTwoWaysIsRefused(String text, String key, String found) {
    assertThat(Loading.mistakesInYaml(folder, text))
        .singleElement()
        .satisfies(mistake -> {
          assertThat(mistake.key()).isEqualTo(key);
          assertThat(mistake.found()).startsWith(found);
        });
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(Loading.mistakesInYaml(folder, "http.port: 1\n---\nhttp.port: 2\n"))
        .extracting(Mistake::found)
        .containsExactly("found a second document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing yet\n",
        "---\n",
        "http:\nmail:\n  smtp: ~\n",
        "{}",
        "\uFEFF",
        "secret: ~"
      })
  void aFileThatSaysNothingIsFine(String text) {
    assertThat(Loading.values(Loading.yaml(folder, text)))
        .isEqualTo(Loading.values(Loading.nothing()));
  }

  @Test
  void aKeyWithNothingBehindItIsNotTheDefault() {
    assertThat(Loading.mistakesInYaml(folder, "http:\n  port:\n"))
        .extracting(Mistake::found)
        .containsExactly("found nothing");
  }
}
