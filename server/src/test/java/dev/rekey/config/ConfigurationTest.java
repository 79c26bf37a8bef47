package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.password.HashCost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what an operator chooses. */
class ConfigurationTest {

  @TempDir Path folder;

  @Test
  void theCommandLineBeatsTheEnvironmentBeatsTheFile() {
    Path file = Loading.write(folder, "http: {port: 1, body-limit: 2001, header-limit: 3001}\n");
    Configuration configuration =
        Configuration.load(
            Optional.of(file),
            Map.of("REKEY_HTTP_PORT", "2", "REKEY_HTTP_BODY_LIMIT", "2002"),
            Map.of("http.port", "3"));

    assertThat(configuration.http().port()).isEqualTo(3);
    assertThat(configuration.http().bodyLimit()).isEqualTo(2002);
    assertThat(configuration.http().headerLimit()).isEqualTo(3001);
    assertThat(configuration.settings())
        .contains(
            new Setting("http.port", "3", "command line"),
            new Setting("http.body-limit", "2002", "environment variable REKEY_HTTP_BODY_LIMIT"),
            new Setting("http.header-limit", "3001", "line 1 of " + file),
            new Setting("http.max-connections", "10000", "default"));
  }

  @Test
  void anEmptyTextTakesBackWhatTheFileSays() {
    Path file = Loading.write(folder, "mail.smtp.host: smtp.example.org\n");

    assertThat(Configuration.load(Optional.of(file), Map.of(), Map.of()).mail().smtp()).isPresent();
    assertThat(
            Configuration.load(Optional.of(file), Map.of(), Map.of("mail.smtp.host", ""))
                .mail()
                .smtp())
        .isEmpty();
  }

  @Test
  void yamlKeepsTheTextOfNumbers() {
    Configuration configuration =
        Loading.yaml(
            folder,
            "mounts: {onezone: {error-profile: 25.0}}\nadmin: {username: 007, password: 1e3}");

    assertThat(mount(configuration, "onezone", OnezoneMount.class).errorProfile())
        .isEqualTo("25.0");
    Configuration.FirstAdmin admin = configuration.firstAdmin().orElseThrow();
    assertThat(admin.username()).contains("007");
    assertThat(admin.password().reveal()).isEqualTo("1e3");
  }

  @Test
  void listsAreYamlsOrHaveCommas() {
    List<String> proxies = List.of("10.0.0.0/8", "::1");

    assertThat(Loading.yaml(folder, "http.trusted-proxies: [10.0.0.0/8, '::1']").http())
        .extracting(Configuration.Http::trustedProxies)
        .isEqualTo(proxies);
    assertThat(Loading.environment(Map.of("REKEY_HTTP_TRUSTED_PROXIES", "10.0.0.0/8 , ::1")).http())
        .extracting(Configuration.Http::trustedProxies)
        .isEqualTo(proxies);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.0.0.0/8, true",
    "0.0.0.0/0, true",
    "::1, true",
    "2001:db8::/32, true",
    "10.0.0.0/33, false",
    "::1/129, false",
    "10.0.0.0/, false",
    "10.0.0.0/-1, false",
    "10.0.0.0/-0, false",
    "10.0.0.0/0008, false",
    "300.1.1.1, false",
    "10.1, false",
    "localhost, false",
    "fe80::1%eth0, false",
    "[::1], false"
  })
  void aProxyIsAnAddressOrARange(String text, boolean good) {
    assertThat(Urls.network().read(text).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.example.org, https://id.example.org",
    "https://id.example.org/, https://id.example.org",
    "http://localhost:8080/rekey//, http://localhost:8080/rekey",
    "http://[::1]:8080, http://[::1]:8080",
    "ftp://example.org, ''",
    "//example.org, ''",
    "example.org, ''",
    "https://, ''",
    "https://example.org?x=1, ''",
    "https://example.org#x, ''",
    "https://ada@example.org, ''",
    "https://example.org:70000, ''",
    "https://example.org:0, ''",
    "https://exa mple.org, ''"
  })
  void thePublicUrlIsAbsoluteAndPlain(String text, String expected) {
    assertThat(Urls.base().read(text))
        .isEqualTo(Optional.of(expected).filter(url -> !url.isEmpty()));
  }

  @Test
  void linksLeadToThePublicUrl() {
    Configuration configuration =
        Loading.overrides(
            Map.of(
                "http.public-url", "https://id.example.org/x/", "mounts.devise.prefix", "/users"));

    assertThat(configuration.http().publicUrl(8080)).isEqualTo("https://id.example.org/x");
    assertThat(resetUrl(configuration, 8080))
        .isEqualTo("https://id.example.org/x/users/password/edit?reset_password_token={token}");
  }

  /** A server may be told to take any free port, and knows it only then. */
  @Test
  void linksLeadToThePortThatIsListenedOn() {
    assertThat(resetUrl(Loading.overrides(Map.of("http.port", "0")), 4711))
        .isEqualTo("http://localhost:4711/api/v1/users/password/edit?reset_password_token={token}");
  }

  @Test
  void aResetLinkOfOnesOwnMayLeadToThePublicUrlToo() {
    Configuration configuration =
        Loading.overrides(
            Map.of(
                "http.public-url", "https://id.example.org",
                "mounts.devise.reset-url", "{public-url}/reset/{token}"));

    assertThat(resetUrl(configuration, 8080)).isEqualTo("https://id.example.org/reset/{token}");
  }

  private static String resetUrl(Configuration configuration, int port) {
    String url = configuration.http().publicUrl(port);
    return mount(configuration, "devise", DeviseMount.class).letters().at(url).resetUrl();
  }

  @Test
  void withoutAPublicUrlLinksLeadToThisMachine() {
    assertThat(Loading.overrides(Map.of("http.port", "0")).http().publicUrl(4711))
        .isEqualTo("http://localhost:4711");
  }

  @ParameterizedTest
  @CsvSource({
    "'https://app.example.org/reset?token={token}', true",
    "'app://reset/{token}', true",
    "'{public-url}/reset?token={token}', true",
    "'https://app.example.org/reset', false",
    "'x{public-url}/reset?token={token}', false",
    "'{public-urls}/reset?token={token}', false",
    "'/reset?token={token}', false",
    "'mailto:{token}', false",
    "'https://app.example.org/a b{token}', false"
  })
  void aResetLinkIsAbsoluteAndHasAPlaceForTheToken(String text, boolean good) {
    assertThat(Urls.link().read(text).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1, true",
    "/api/v1/users, true",
    "/a.b/c-d_e~f, true",
    "/, false",
    "'', false",
    "v1, false",
    "/v1/, false",
    "//v1, false",
    "/v1/../x, false",
    "/./x, false",
    "/v 1, false",
    "/rekey, false",
    "/rekey/setup, false",
    "/rekeyed, true",
    "/v1?x, false"
  })
  void aPrefixIsAPathWithoutASlashAtTheEnd(String text, boolean good) {
    assertThat(Urls.prefix().read(text).isPresent()).isEqualTo(good);
  }

  @Test
  void theHashingIsChosen() {
    Configuration.Hashing hashing =
        Loading.overrides(
                Map.of(
                    "hashing.memory-kib", "512",
                    "hashing.passes", "3",
                    "hashing.lanes", "64",
                    "hashing.patience", "1500ms"))
            .hashing();

    assertThat(hashing.cost()).isEqualTo(new HashCost(512, 3, 64));
    assertThat(hashing.patience()).isEqualTo(Duration.ofMillis(1500));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, '', '', '', 8",
    "strict, '', '', '', 15",
    "strict, 10, '', '', 10",
    "standard, '', strict, '', 15",
    "strict, '', standard, '', 8",
    "standard, 12, strict, '', 12",
    "strict, '', '', 20, 20",
    "strict, '', '', 1, 1"
  })
  void aMountHasTheServersPolicyUnlessItHasItsOwn(
      String profile, String minimum, String mountProfile, String mountMinimum, int expected) {
    Map<String, String> overrides = new HashMap<>();
    overrides.put("policy.profile", profile);
    overrides.put("policy.minimum-length", minimum);
    overrides.put("mounts.devise.policy.profile", mountProfile);
    overrides.put("mounts.devise.policy.minimum-length", mountMinimum);
    overrides.values().removeIf(String::isEmpty);

    Configuration configuration = Loading.overrides(overrides);

    assertThat(
            mount(configuration, "devise", DeviseMount.class).policy().settings().minimumLength())
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("N-02: the server's floor is never below 8; a mount's may be, for old clients")
  void onlyAMountTakesShorterPasswords() {
    assertThat(
            Loading.mistakesInEnvironment(Map.of("REKEY_POLICY_MINIMUM_LENGTH", "7")).stream()
                .map(Mistake::key))
        .containsExactly("policy.minimum-length");
    assertThat(
            Loading.overrides(Map.of("mounts.ocariot.policy.minimum-length", "1"))
                .policy()
                .settings()
                .minimumLength())
        .isEqualTo(8);
  }

  @Test
  void aMountsPolicyChangesNoOther() {
    Path words = Loading.file(folder, "words.txt");
    Configuration configuration =
        Loading.overrides(
            Map.of(
                "policy.organisation-words", "acme",
                "mounts.devise.policy.organisation-words", "acme, fleet",
                "mounts.devise.policy.blocklist-file", words.toString()));

    assertThat(configuration.policy().settings().organisationWords()).containsExactly("acme");
    assertThat(configuration.mounts())
        .extracting(
            MountConfig::name,
            mount -> mount.policy().settings().organisationWords(),
            mount -> mount.policy().blocklistFile())
        .containsExactly(
            tuple("devise", List.of("acme", "fleet"), Optional.of(words)),
            tuple("ocariot", List.of("acme"), Optional.empty()),
            tuple("onezone", List.of("acme"), Optional.empty()),
            tuple("tokenauth", List.of("acme"), Optional.empty()),
            tuple("own", List.of("acme"), Optional.empty()));
  }

  @Test
  void aNameThatIsNewMakesAnotherMount() {
    Configuration configuration =
        Loading.yaml(
            folder,
            """
            realms: [main, drivers]
            mounts:
              fleet2:
                dialect: devise
                prefix: /fleet
                realm: drivers
                scope: driver
            """);

    DeviseMount fleet = mount(configuration, "fleet2", DeviseMount.class);
    assertThat(fleet.prefix()).isEqualTo("/fleet");
    assertThat(fleet.realm()).isEqualTo(new Realm("drivers"));
    assertThat(fleet.scope()).isEqualTo("driver");
    assertThat(configuration.mounts()).hasSize(6);
  }

  @Test
  void aMountCanBeMadeByVariablesAlone() {
    Configuration configuration =
        Loading.environment(
            Map.of(
                "REKEY_MOUNTS_FLEET_DIALECT", "tokenauth",
                "REKEY_MOUNTS_FLEET_PREFIX", "/fleet",
                "REKEY_MOUNTS_FLEET_MAX_DEVICES", "3"));

    assertThat(mount(configuration, "fleet", TokenAuthMount.class).tokens().maxDevices())
        .isEqualTo(3);
  }

  @Test
  void theOwnApiKeepsItsPlaceAmongItsOwnPages() {
    assertThat(
            Loading.overrides(Map.of("mounts.own.prefix", "/rekey/v1")).mounts().stream()
                .map(MountConfig::prefix))
        .contains("/rekey/v1");
    assertThat(
            Loading.mistakesInEnvironment(Map.of("REKEY_MOUNTS_DEVISE_PREFIX", "/rekey/setup"))
                .stream()
                .map(Mistake::key))
        .containsExactly("mounts.devise.prefix");
  }

  @Test
  void theOwnApisLettersLeadToThePagesAndElsewhereWhereTheMountIs() {
    OwnMount own =
        mount(
            Loading.overrides(
                Map.of(
                    "realms", "main, branch",
                    "mounts.own.realm", "branch",
                    "mounts.own.prefix", "/api",
                    "mounts.own.unlock-url", "https://app.example.org/open#{token}")),
            "own",
            OwnMount.class);

    assertThat(own.links().at("https://id.example.org"))
        .isEqualTo(
            new OwnMount.Links(
                "https://id.example.org/api/password-resets/complete?ticket={token}",
                "https://id.example.org/api/email-confirmations/complete?ticket={token}",
                "https://app.example.org/open#{token}"));
    assertThat(
            mount(Loading.overrides(Map.of()), "own", OwnMount.class)
                .links()
                .at("https://id.example.org")
                .reset())
        .isEqualTo("https://id.example.org/account/reset?ticket={token}");
  }

  @Test
  void aSignUpNeedsARoleThatThereIs() {
    assertThat(Loading.mistakesInEnvironment(Map.of("REKEY_MOUNTS_OWN_SIGN_UP_ROLE", "king")))
        .extracting(Mistake::key, Mistake::found)
        .containsExactly(tuple("mounts.own.sign-up-role", "found \"king\", which is no role"));
  }

  @Test
  void aMountOfAnUnknownNameMustSayWhatItSpeaks() {
    assertThat(Loading.mistakesInEnvironment(Map.of("REKEY_MOUNTS_DEVIS_PREFIX", "/x")))
        .containsExactly(
            new Mistake(
                "mounts.devis",
                "environment variable REKEY_MOUNTS_DEVIS_PREFIX",
                "no dialect has this name",
                "a key mounts.devis.dialect with devise, ocariot, onezone, tokenauth or own would do"));
  }

  @Test
  void aMountsNameIsLettersAndDigits() {
    assertThat(Loading.mistakesInYaml(folder, "mounts: {my-api: {dialect: devise, prefix: /x}}"))
        .extracting(Mistake::key, Mistake::found)
        .containsExactly(tuple("mounts.my-api", "this is no name for a mount"));
  }

  @Test
  void aMountThatIsOffMayShareItsPrefixAndNameAnyRealm() {
    Configuration configuration =
        Loading.overrides(
            Map.of(
                "mounts.devise.prefix", "/v1",
                "mounts.ocariot.enabled", "false",
                "mounts.ocariot.realm", "gone"));

    assertThat(configuration.mounts())
        .extracting(MountConfig::prefix, MountConfig::enabled)
        .contains(tuple("/v1", true), tuple("/v1", false));
  }

  @Test
  void aRoleOfOnesOwnReplacesItsDefaultAlone() {
    Configuration configuration =
        Loading.yaml(folder, "roles: {child: [], support: [sign-in, send-resets]}");

    assertThat(configuration.roles().capabilities())
        .containsEntry(new Role("child"), Set.of())
        .containsEntry(new Role("support"), Set.of(Capability.SIGN_IN, Capability.SEND_RESETS));
    assertThat(configuration.roles().may(new Role("driver"), Capability.SIGN_IN)).isTrue();
  }

  @Test
  void aVariableMeansTheRoleOfTheFileThatIsSpeltLikeIt() {
    Path file = Loading.write(folder, "roles: {site-admin: []}");
    Configuration configuration =
        Configuration.load(
            Optional.of(file),
            Map.of("REKEY_ROLES_SITE_ADMIN", "sign-in", "REKEY_ROLES_NIGHT_SHIFT", "sign-in"),
            Map.of());

    assertThat(configuration.roles().may(new Role("site-admin"), Capability.SIGN_IN)).isTrue();
    assertThat(configuration.roles().knows(new Role("site_admin"))).isFalse();
    assertThat(configuration.roles().knows(new Role("night_shift"))).isTrue();
  }

  @Test
  void aRolesNameIsJudged() {
    assertThat(Loading.mistakesInYaml(folder, "roles: {Admin: [sign-in]}"))
        .extracting(Mistake::key, Mistake::found)
        .containsExactly(tuple("roles.Admin", "this is no name for a role"));
  }

  @Test
  void profilesAreShownInTheOrderOfTheirFields() {
    Configuration configuration =
        Loading.yaml(
            folder,
            """
            roles: {manager: [sign-in]}
            mounts.devise.profile:
              manager: [role, id, "vip:boolean", "points:number", "nick:text"]
              default: [id]
            """);
    DeviseMount devise = mount(configuration, "devise", DeviseMount.class);

    assertThat(devise.people().portraits().get(new Role("manager")).shown())
        .containsExactly(
            new ProfileField("role", ProfileField.Kind.TEXT),
            new ProfileField("id", ProfileField.Kind.TEXT),
            new ProfileField("vip", ProfileField.Kind.BOOLEAN),
            new ProfileField("points", ProfileField.Kind.NUMBER),
            new ProfileField("nick", ProfileField.Kind.TEXT));
    assertThat(devise.people().others().shown())
        .containsExactly(new ProfileField("id", ProfileField.Kind.TEXT));
    assertThat(devise.people().portraits()).containsKeys(new Role("operator"), new Role("driver"));
  }

  @Test
  void whatAnOwnerMayWriteIsAmongWhatIsShown() {
    Configuration configuration =
        Loading.yaml(
            folder,
            """
            roles: {manager: [sign-in], nurse: [sign-in], guest: [sign-in]}
            mounts.devise.profile:
              manager: [id, first_name, "points:number"]
              default: [id, nick]
              driver: [id, phone_number]
            mounts.devise.writable:
              nurse: [nick]
              default: [first_name, nick]
            """);
    DeviseMount.People people = mount(configuration, "devise", DeviseMount.class).people();

    assertThat(people.others().writable()).containsExactly("nick");
    assertThat(people.portraits().get(new Role("manager")).writable())
        .as("by default, as far as it is shown")
        .containsExactly("first_name");
    assertThat(people.portraits().get(new Role("nurse")).writable()).containsExactly("nick");
    assertThat(people.portraits().get(new Role("driver")).writable())
        .as("a default gives way to what is shown")
        .containsExactly("phone_number");
    assertThat(people.portraits()).doesNotContainKey(new Role("guest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "email", "role", "created_at", "updated_at", "first name", ""})
  void theAccountsOwnMembersAreNobodysToWrite(String name) {
    assertThat(
            Loading.mistakesInOverrides(
                Map.of("mounts.devise.writable.default", "first_name, " + name)))
        .extracting(Mistake::key)
        .containsExactly("mounts.devise.writable.default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-length", "Set-Cookie", "x y", "x:y", "JWT-AUD", ""})
  void aTokenTravelsInAFieldThatHasNoOtherMeaning(String header) {
    assertThat(Loading.mistakesInOverrides(Map.of("mounts.devise.jwt.header", header)))
        .extracting(Mistake::key)
        .containsExactly("mounts.devise.jwt.header");
  }

  @Test
  void aMountThatAnswersAsDeviseDoesOutOfTheBoxMakesSessions() {
    assertThat(
            mount(
                    Loading.overrides(Map.of("mounts.devise.response-style", "stock")),
                    "devise",
                    DeviseMount.class)
                .manners()
                .signInStatus())
        .isEqualTo(201);
  }

  @Test
  void aProfileOfARoleThatThereIsNotIsAMistake() {
    assertThat(Loading.mistakesInOverrides(Map.of("mounts.devise.profile.manager", "id")))
        .extracting(Mistake::found)
        .containsExactly("there is no such key");
  }

  @Test
  void anUnattendedFirstStartHasAnAdministrator() {
    Configuration.FirstAdmin admin =
        Loading.environment(
                Map.of(
                    "REKEY_ADMIN_USERNAME", "ada",
                    "REKEY_ADMIN_EMAIL", "ada@example.org",
                    "REKEY_ADMIN_PASSWORD", "correct horse battery"))
            .firstAdmin()
            .orElseThrow();

    assertThat(admin.username()).contains("ada");
    assertThat(admin.email()).contains("ada@example.org");
    assertThat(admin.password().reveal()).isEqualTo("correct horse battery");
  }

  @Test
  void theInstanceKeyIsBase64() {
    Secret secret =
        Loading.overrides(Map.of("secret", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="))
            .secret()
            .orElseThrow();

    assertThat(secret.decodeBase64()).asString().isEqualTo("01234567890123456789012345678901");
  }

  @Test
  void aSigningSecretIsMeasuredInBytes() {
    String key = "mounts.devise.jwt.secret";

    assertThat(Loading.overrides(Map.of(key, "ä".repeat(16)))).isNotNull();
    assertThat(Loading.mistakesInOverrides(Map.of(key, "a".repeat(31)))).hasSize(1);
  }

  @Test
  void nothingThatIsPrintedShowsASecret() {
    Map<String, String> environment = new HashMap<>();
    EveryKey.all()
        .filter(Key::secret)
        .forEach(key ->
            environment.put(
                Key.variable(key.name()), "hunter2hunter2hunter2hunter2hunter2hunter2A="));
    environment.put("REKEY_SECRET", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    environment.put("REKEY_STORAGE_URL", "jdbc:postgresql://db/rekey?user=r&password=hunter2");
    environment.put("REKEY_MAIL_SMTP_USER", "rekey");
    environment.put("REKEY_ADMIN_USERNAME", "ada");
    environment.put("REKEY_MAIL_SMTP_HOST", "smtp.example.org");

    Configuration configuration = Loading.environment(environment);

    assertThat(configuration.describe())
        .doesNotContain("hunter2", "MDEy")
        .contains(
            "\nsecret: ***  # environment variable REKEY_SECRET\n",
            "\nstorage.url: jdbc:postgresql://db/rekey?***  #",
            "\nmounts.devise.jwt.secret: ***  #",
            "\nadmin.password: ***  #",
            "\nmail.smtp.password: ***  #");
    assertThat(configuration.toString()).doesNotContain("hunter2", "MDEy").contains("***");
    assertThat(configuration.storage().url().orElseThrow()).endsWith("password=hunter2");
  }

  @Test
  void whatIsDescribedHasALineForEveryKey() {
    assertThat(Loading.nothing().describe().lines())
        .hasSameSizeAs(EveryKey.all().toList())
        .contains("http.port: 8080  # default", "secret:   # default");
  }

  private static <T extends MountConfig> T mount(
      Configuration configuration, String name, Class<T> type) {
    return configuration.mounts().stream()
        .filter(mount -> mount.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
