package dev.rekey.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.House;
import dev.rekey.cli.Terminal.Said;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.Realm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** People come in beside a server that runs, and sign in there with what they always typed. */
abstract class ImportStories {

  /** Of the password "pass". */
  private static final String BCRYPT =
      "$2a$04$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi";

  private static final String ARGON2 =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

  private static final String ONEZONE =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8urza447QCXD0QvbCq5T1iCqeZKHzN4PESH1sFqov/1/8=";

  @TempDir Path folder;
  private Terminal terminal;
  private House house;
  private Premises.Serving serving;
  private HttpClient client;

  /** The lines of a configuration that name an empty database. */
  abstract String freshStorage();

  @BeforeEach
  void serve() {
    terminal = Terminal.in(folder, freshStorage());
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
  void everySchemeSignsInAndIsMadeAnew() throws Exception {
    Map<String, String> hashes =
        Map.ofEntries(
            Map.entry("bcrypt", BCRYPT),
            Map.entry("argon", ARGON2),
            Map.entry(
                "argoni",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"),
            Map.entry("md5crypt", "$1$3azHgidD$SrJPt7B.9rekpmwJwtON31"),
            Map.entry(
                "passlib",
                "$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ"),
            Map.entry("sha", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="),
            Map.entry("ssha", "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr"),
            Map.entry("phpass", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"),
            Map.entry(
                "django",
                "scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f"
                    + "/vBAVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw=="),
            Map.entry("shacrypt", "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"),
            Map.entry(
                "bcryptsha",
                "bcrypt_sha256$$2a$06$/3OeRpbOf8/l6nPPRdZPp.nRiyYqPobEZGdNRBWihQhiFDh1ws1tu"));
    Map<String, String> passwords =
        Map.of(
            "bcrypt", "pass",
            "ssha", "testing123",
            "phpass", "test12345",
            "django", "lètmein",
            "shacrypt", "Hello world!",
            "bcryptsha", "");
    StringBuilder lines = new StringBuilder();
    hashes.forEach((name, hash) ->
        lines.append("{\"email\":\"%s@x.org\",\"password_hash\":\"%s\"}\n".formatted(name, hash)));

    Said said = imported("generic", file("users.jsonl", lines.toString()));

    assertThat(said.err()).contains("11 rows: 11 were made accounts");
    for (String name : hashes.keySet()) {
      String password = passwords.getOrDefault(name, "password");
      if (!password.isEmpty()) {
        assertThat(signIn(name + "@x.org", password + "x")).as(name).isEqualTo(401);
        assertThat(signIn(name + "@x.org", password)).as(name).isEqualTo(200);
        assertThat(find(name + "@x.org").credential().hash().orElseThrow().encoded())
            .as(name)
            .startsWith("$argon2id$v=19$m=256,t=1,p=1$");
        assertThat(signIn(name + "@x.org", password)).as(name).isEqualTo(200);
      }
    }
  }

  @Test
  void aTableOfDeviseComesWithItsPepper() throws Exception {
    Path dump =
        file(
            "users.csv",
            """
            id,email,encrypted_password,created_at,updated_at,confirmed_at,locked_at,first_name,otp_secret
            7,Ada@Example.com,$2a$04$J6e9XLNlD7iTzFcnTTbywuIWOxBGz8tDN0vZgJBjJ0P4rHPTopzxu,2015-03-02 01:02:03.123456,2016-03-02 01:02:03+02,2015-03-02 01:02:03,,"=HYPERLINK(""http://x"")",SECRET
            """);
    Path pepper = file("pepper", "PEPPER\n");

    imported("devise", dump, "--pepper-file", pepper.toString());

    assertThat(signIn("ada@example.com", "secret13")).isEqualTo(200);
    Account ada = find("ada@example.com");
    assertThat(ada.ids().number()).isEqualTo(7);
    assertThat(ada.createdAt()).hasToString("2015-03-02T01:02:03.123Z");
    assertThat(ada.updatedAt()).isNotNull();
    assertThat(ada.profile().fields())
        .containsExactly(Map.entry("first_name", "=HYPERLINK(\"http://x\")"));
  }

  @Test
  void whatStaysBehindIsSaidAndCounted() throws Exception {
    String now = Instant.now().toString();
    Path dump =
        file(
            "users.csv",
            "email,encrypted_password,reset_password_token,reset_password_sent_at,locked_at,unlock_token\n"
                + "a@x.org,,digest,%s,,\n".formatted(now)
                + "b@x.org,,digest,2015-03-02 01:02:03,,\n"
                + "c@x.org,,digest,%1$s,%1$s,SECRET\n".formatted(now));
    Path report = folder.resolve("report.jsonl");

    Said said = imported("devise", dump, "--report", report.toString());

    assertThat(said.err())
        .contains("3 were made accounts", "0 not taken")
        .contains(
            "left behind: a letter for a new password, which is to be asked for anew (2 rows)")
        .contains("left behind: a lock after failures (1 row)")
        .contains("left behind: a letter that ends a lock (1 row)");
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("\"taken\""));
    assertThat(lines.getLast()).contains("\"line\":4").doesNotContain("SECRET", "digest");
    assertThat(find("c@x.org").disabled()).isFalse();
  }

  @Test
  void runningClientsOfDeviseTokenAuthGoOnWorking() throws Exception {
    String tokens =
        "{\\\"c1\\\":{\\\"token\\\":\\\"%s\\\",\\\"expiry\\\":4000000000}}".formatted(BCRYPT);
    Path dump =
        file(
            "users.jsonl",
            "{\"id\":9,\"provider\":\"email\",\"uid\":\"bo@x.org\",\"email\":\"bo@x.org\",\"tokens\":\"%s\"}\n"
                .formatted(tokens));

    imported("devise-token-auth", dump);

    assertThat(validate("bo@x.org", "c1", "wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = validate("bo@x.org", "c1", "pass");
    assertThat(answer.statusCode()).isEqualTo(200);
    String next = answer.headers().firstValue("access-token").orElseThrow();
    assertThat(next).isNotBlank().isNotEqualTo("pass");
    assertThat(validate("bo@x.org", "c1", next).statusCode()).isEqualTo(200);
  }

  @Test
  void ocariotsEncryptedNamesAreOpened() throws Exception {
    Path dump =
        file(
            "users.json",
            """
            {"_id":{"$oid":"507f191e810c19729de860ea"},"username":"29e2ba3f9345f928c386d1f64405c990:112702bc9836ce16ab09c998f8c1171b","__enc_username":true,"password":"%1$s","type":"admin","created_at":{"$date":"2020-01-02T03:04:05.006Z"}}
            {"_id":{"$oid":"507f191e810c19729de860eb"},"username":"kim","password":"%1$s","type":"child","age":"9","gender":"female","created_at":{"$date":{"$numberLong":"1577934245006"}},"__v":{"$numberInt":"0"}}
            """
                .formatted(BCRYPT));
    Path key = file("key", "s3cr3tk3y");

    imported("ocariot", dump, "--key-file", key.toString());

    Account admin = find("admin");
    assertThat(admin.ids().hex24()).isEqualTo("507f191e810c19729de860ea");
    assertThat(admin.role().name()).isEqualTo("admin");
    assertThat(admin.createdAt()).hasToString("2020-01-02T03:04:05.006Z");
    assertThat(find("kim").createdAt()).isEqualTo(admin.createdAt());
    assertThat(find("kim").profile().fields()).containsEntry("age", "9");
    assertThat(post("/v1/auth", Map.of("username", "admin", "password", "pass"))).isEqualTo(200);
  }

  @Test
  void anArrayOfMongoexportIsReadAsWell() throws Exception {
    Path dump =
        file(
            "users.json",
            "[{\"username\":\"kim\",\"password\":\"%s\",\"type\":\"child\"},\n {\"username\":\"lea\",\"type\":\"child\"}]"
                .formatted(BCRYPT));

    assertThat(imported("ocariot", dump).err()).contains("2 were made accounts");
  }

  @Test
  void onezonesFormSignsIn() throws Exception {
    Path dump =
        file(
            "od_user.json",
            """
            {"_key":"00112233445566778899aabbccddeeffch1a2b","_record":"od_user","username":"zoe","full_name":"Zoë Z.","password_hash":"%s","basic_auth_enabled":true,"creation_time":1600000000,"oz_privileges":["oz_users_list"]}
            {"_key":"00112233445566778899aabbccddee00","_record":"od_user","_deleted":true,"username":"gone"}
            """
                .formatted(ONEZONE));

    assertThat(imported("onezone", dump).err()).contains("1 were made", "1 are nobody");

    assertThat(signIn("zoe", "password")).isEqualTo(200);
    assertThat(find("zoe").ids().hex32()).isEqualTo("00112233445566778899aabbccddeeff");
    assertThat(find("zoe").privileges()).containsExactly("oz_users_list");
  }

  @Test
  void aRealmOfKeycloakIsReadByItsUsers() throws Exception {
    Path dump =
        file(
            "realm.json",
            """
            { "realm" : "shop", "roles" : { "realm" : [ { "name" : "users" } ] },
              "users" : [ {
                "id" : "11111111-2222-3333-4444-555555555555", "username" : "kai", "email" : "kai@x.org",
                "firstName" : "Kai", "enabled" : true, "emailVerified" : true, "createdTimestamp" : 1600000000123,
                "realmRoles" : [ "offline_access", "admin" ], "requiredActions" : [ "UPDATE_PASSWORD", "CONFIGURE_TOTP" ], "groups" : [ "/staff" ],
                "credentials" : [ { "type" : "password",
                  "secretData" : "{\\"value\\":\\"nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=\\",\\"salt\\":\\"c29tZXNhbHQ=\\"}",
                  "credentialData" : "{\\"hashIterations\\":2,\\"algorithm\\":\\"argon2\\",\\"additionalParameters\\":{\\"hashLength\\":[\\"32\\"],\\"memory\\":[\\"256\\"],\\"type\\":[\\"id\\"],\\"version\\":[\\"1.3\\"],\\"parallelism\\":[\\"1\\"]}}" } ]
              }, { "username" : "service-account-x", "serviceAccountClientId" : "x", "enabled" : true },
              { "username" : "old", "enabled" : false, "credentials" : [ { "type" : "password",
                "hashedSaltedValue" : "6m8BTcctb4zNHtkqzh1B8NjeiVc=", "salt" : "c2FsdA==", "hashIterations" : 2, "algorithm" : "pbkdf2" } ] }
              ], "clients" : [ { "users" : [ { "username" : "not me" } ] } ] }
            """);

    Said said = imported("keycloak", dump);

    assertThat(said.err()).contains("2 were made accounts", "1 are nobody");
    assertThat(signIn("kai@x.org", "password")).isEqualTo(200);
    Account kai = find("kai");
    assertThat(kai.ids().hex32()).isEqualTo("11111111222233334444555555555555");
    assertThat(kai.role().name()).isEqualTo("admin");
    assertThat(kai.confirmation().confirmedAt()).isPresent();
    assertThat(kai.credential().mustChange()).get().isInstanceOf(MustChange.Forced.class);
    assertThat(said.err())
        .contains("left behind: groups (1 row)", "left behind: required actions other than");
    assertThat(find("old").disabled()).isTrue();
  }

  @Test
  void whatIsWrongCostsItsRowAndNothingElse() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("email,username,password_hash\n".getBytes(UTF_8));
    bytes.writeBytes(("a@x.org,a," + BCRYPT + '\n').getBytes(UTF_8));
    bytes.writeBytes(
        "b@x.org,b,$2a$31$CCCCCCCCCCCCCCCCCCCCC.v02pZRx4sqHmeS89zKaynaZ2NUgqxBi\n".getBytes(UTF_8));
    bytes.writeBytes("c@x.org,\"c,\n".getBytes(UTF_8));
    bytes.writeBytes(("d@x.org,d," + BCRYPT + '\n').getBytes(UTF_8));
    bytes.writeBytes(new byte[] {'e', (byte) 0xE4, '@', 'x', ',', ',', '\n'});
    bytes.writeBytes(
        "f@x.org,f,\"$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\"\n"
            .getBytes(UTF_8));
    bytes.writeBytes(("g@x.org," + "g".repeat(3 << 20) + ",\n").getBytes(UTF_8));
    bytes.writeBytes("A@x.org,h,\n".getBytes(UTF_8));
    bytes.writeBytes("i@x.org\n".getBytes(UTF_8));
    bytes.writeBytes(("z@x.org,\"=1+1\nz\"," + BCRYPT + '\n').getBytes(UTF_8));
    bytes.writeBytes("y@x.org,=cmd|' /C calc'!A0,\n".getBytes(UTF_8));
    bytes.writeBytes("j@x.org,\"j".getBytes(UTF_8));
    Path dump = Files.write(folder.resolve("users.csv"), bytes.toByteArray());
    Path report = folder.resolve("report.jsonl");

    Said said = imported("generic", dump, "--report", report.toString());

    assertThat(said.err()).contains("3 were made accounts", "9 not taken");
    List<JsonNode> lines =
        Files.readAllLines(report).stream().map(line -> new ObjectMapper().readTree(line)).toList();
    assertThat(lines.stream().map(line -> line.get("line").asInt()))
        .containsExactly(3, 4, 6, 7, 8, 9, 10, 11, 14);
    assertThat(lines.stream().map(line -> line.get("why").asString()))
        .satisfiesExactly(
            why -> assertThat(why).contains("cost of 4 to 16"),
            why -> assertThat(why).contains("quote"),
            why -> assertThat(why).contains("UTF-8"),
            why -> assertThat(why).contains("1048576 KiB"),
            why -> assertThat(why).contains("1 MiB"),
            why -> assertThat(why).contains("e-mail address", "earlier row"),
            why -> assertThat(why).contains("1 columns"),
            why -> assertThat(why).contains("control character"),
            why -> assertThat(why).contains("never closed"));
    assertThat(Files.readString(report)).doesNotContain("$2a$", "c29tZXNhbHQ");
    assertThat(find("y@x.org").logins().username()).hasValue("=cmd|' /C calc'!A0");
    assertThat(house.accounts().count(Realm.MAIN)).isEqualTo(3);
  }

  @Test
  void everySystemsHashesHaveBounds() throws Exception {
    Path devise =
        file(
            "d.csv",
            "email,encrypted_password\nd@x.org,%s\n".formatted(BCRYPT.replace("$04", "$31")));
    Path ocariot =
        file(
            "o.json",
            "{\"username\":\"o\",\"type\":\"child\",\"password\":\"%s\"}\n"
                .formatted(BCRYPT.replace("$04", "$17")));
    Path onezone = file("z.json", "{\"username\":\"z\",\"password_hash\":\"AAEC\"}\n");
    Path keycloak =
        file(
            "k.json",
            """
            {"users":[
            {"username":"k","credentials":[{"type":"password",
              "secretData":"{\\"value\\":\\"nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=\\",\\"salt\\":\\"c29tZXNhbHQ=\\"}",
              "credentialData":"{\\"hashIterations\\":2,\\"algorithm\\":\\"argon2\\",\\"additionalParameters\\":{\\"memory\\":[\\"4194304\\"],\\"type\\":[\\"id\\"],\\"version\\":[\\"1.3\\"],\\"parallelism\\":[\\"1\\"]}}"}]},
            {"username":"l"}]}
            """);

    assertThat(imported("devise", devise).err()).contains("line 2: refused", "cost of 4 to 16");
    assertThat(imported("ocariot", ocariot).err()).contains("line 1: refused", "cost of 4 to 16");
    assertThat(imported("onezone", onezone).err()).contains("line 1: refused", "65 bytes");
    assertThat(imported("keycloak", keycloak).err())
        .contains("line 2: refused", "1048576 KiB", "1 were made accounts");
  }

  @Test
  void aRealmThatIsCutOffGivesWhatIsWhole() throws Exception {
    Path dump = file("k.json", "{\"users\":[\n{\"username\":\"k\"},\n{\"username\":\"l\"");

    assertThat(imported("keycloak", dump).err())
        .contains("1 were made accounts", "line 3: refused", "cut off");
  }

  @Test
  void aFileThatIsNoUtf8AtAllIsRefusedBeforeAnythingIsDone() throws Exception {
    Path dump = Files.writeString(folder.resolve("u.csv"), "email\nx@y\n", UTF_16);

    Said said = terminal.command("import", "generic", dump.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("UTF-16");
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    Path dump =
        file(
            "u.csv",
            "email,password_hash\na@x.org,%1$s\nA@X.org,%1$s\nb@x.org,nonsense\n"
                .formatted(BCRYPT));

    Said dry = imported("generic", dump, "--dry-run");
    assertThat(dry.err()).contains("1 would be made accounts", "2 not taken", "line 3:", "line 4:");
    assertThat(house.accounts().isEmpty(Realm.MAIN)).isTrue();

    Said earnest = imported("generic", dump);
    assertThat(earnest.err()).contains("1 were made accounts", "2 not taken", "line 3:", "line 4:");
  }

  @Test
  void aFileIsImportedOnce() throws Exception {
    Path dump = file("u.csv", "email\na@x.org\n");

    imported("generic", dump);
    Path copy = Files.copy(dump, folder.resolve("the-same-elsewhere.csv"));

    assertThat(imported("generic", copy).err()).contains("was imported before");
    assertThat(imported("generic", copy, "--again").err()).contains("1 not taken");
  }

  @Test
  void whatIsExportedComesInAgainAsItWas() throws Exception {
    Path dump =
        file(
            "u.jsonl",
            """
            {"number":12,"hex24":"507f191e810c19729de860ea","email":"a@x.org","username":"a","uid":"other","role":"admin","password_hash":"%s","profile":{"z":"ü","a":"1"},"privileges":["p"],"disabled":true,"created_at":"2015-03-02T01:02:03.004Z","confirmed_at":"2016-03-02T01:02:03Z","pending_email":"n@x.org","password_version":4,"password_login":false,"sessions_ended_at":"2017-03-02T01:02:03Z"}
            {"username":"b"}
            """
                .formatted(ARGON2));
    imported("generic", dump);
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    assertThat(terminal.command("export", first.toString()).code()).isZero();

    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Terminal other = Terminal.in(elsewhere, freshStorage());
    other.command("import", "generic", first.toString());
    other.command("export", second.toString());

    assertThat(Files.readAllLines(first)).hasSize(2);
    assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
  }

  @Test
  void whoWasClosedOrHasToChangeIsSoElsewhereToo() throws Exception {
    Path dump =
        file(
            "u.jsonl",
            """
            {"username":"open","password_hash":"%1$s"}
            {"username":"frozen","frozen_at":"2026-11-02T01:02:03.004Z","password_hash":"%1$s"}
            {"username":"both","frozen_at":"2026-11-02T01:02:03.004Z","disabled_too":true}
            {"username":"forced","must_change":"forced","must_change_at":"2026-11-02T01:02:03.004Z","password_hash":"%1$s"}
            {"username":"given","must_change":"temporary","must_change_at":"2020-11-02T01:02:03.004Z","password_hash":"%1$s"}
            {"username":"typo","must_change":"soon"}
            """
                .formatted(ARGON2));
    assertThat(imported("generic", dump).err()).contains("5 were made", "1 not taken");
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    terminal.command("export", first.toString());
    Terminal other = Terminal.in(Files.createDirectory(folder.resolve("else")), freshStorage());
    other.command("import", "generic", first.toString());
    other.command("export", second.toString());

    assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
    assertThat(
            Files.readAllLines(first).stream().filter(line -> line.contains("\"disabled\":true")))
        .hasSize(2);
    assertThat(find("frozen").frozen()).isTrue();
    assertThat(find("frozen").disabled()).isFalse();
    assertThat(find("both").disabled()).isTrue();
    assertThat(signIn("open", "password")).isEqualTo(200);
    assertThat(signIn("frozen", "password")).isEqualTo(401);
    assertThat(signIn("forced", "password")).isEqualTo(200);
    assertThat(signIn("given", "password")).isEqualTo(401);
  }

  private Said imported(String origin, Path file, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = origin;
    all[1] = file.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    Said said = terminal.command("import", all);
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Account find(String name) {
    Optional<Account> account = house.accounts().findByLogin(Realm.MAIN, name);
    assertThat(account).as(name).isPresent();
    assertThat(house.accounts().find(Realm.MAIN, new Handle.Number(account.get().ids().number())))
        .isPresent();
    return account.get();
  }

  private int signIn(String name, String password) throws Exception {
    return post("/rekey/v1/sessions", Map.of("login", name, "password", password)) == 201
        ? 200
        : 401;
  }

  private int post(String path, Map<String, String> body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> validate(String uid, String client, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + serving.port() + "/auth/validate_token"))
            .header("uid", uid)
            .header("client", client)
            .header("access-token", token)
            .build();
    return this.client.send(request, BodyHandlers.ofString());
  }
}
