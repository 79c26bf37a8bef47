package dev.rekey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.HashCost;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.visit.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds when nobody has chosen anything. */
class DefaultsTest {

  private static final Path EXAMPLE = Path.of("..", "docs", "rekey.example.yaml");
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final String SERVER =
      """
      http.host = 127.0.0.1
      http.port = 8080
      http.public-url = http://localhost:8080
      http.body-limit = 65536
      http.header-limit = 16384
      http.read-timeout = 30s
      http.trusted-proxies =
      http.max-connections = 10000
      http.drain-timeout = 8s
      data.directory = ./data
      secret =
      storage.url =
      storage.user =
      storage.password =
      storage.pool-size = 16
      hashing.memory-kib = 19456
      hashing.passes = 2
      hashing.lanes = 1
      hashing.threads = 0
      hashing.queue = 256
      hashing.patience = 1s
      hashing.pepper-file =
      policy.profile = standard
      policy.minimum-length = 8
      policy.maximum-length = 1024
      policy.blocklist = true
      policy.blocklist-file =
      policy.personal-words = true
      policy.organisation-words = rekey
      policy.refuse-current = true
      limits.free-per-account = 10
      limits.free-per-address = 100
      limits.first-wait = 1s
      limits.longest-wait = 1h
      limits.most-per-account = 90
      limits.address-memory = 1h
      limits.lane-memory = 30d
      limits.letters-per-account = 5
      limits.letters-per-address = 60
      limits.sign-ups-per-address = 1000
      limits.letter-window = 1h
      reset.lifetime = 6h
      confirmation.lifetime = 1d
      unlock.lifetime = 6h
      temporary-password.lifetime = 1d
      console.two-administrators = false
      alarm.lifetime = 7d
      notices.new-device = people
      sessions.idle = 30m
      sessions.overall = 12h
      mail.from = Rekey <no-reply@localhost>
      mail.service = Rekey
      mail.contact =
      mail.language = en
      mail.templates =
      mail.smtp.host =
      mail.smtp.port = 587
      mail.smtp.user =
      mail.smtp.password =
      mail.smtp.security = starttls
      log.level = info
      log.format = text
      metrics.path = /metrics
      metrics.access = loopback
      metrics.token-file =
      audit.keep = 400d
      realms = main
      roles.admin = sign-in, change-own-password, reset-own-password, edit-own-profile, close-own-account, set-passwords, send-resets, list-accounts, view-accounts, create-accounts, update-accounts, delete-accounts, view-privileges, set-privileges, manage-sessions, view-server, view-audit, act-in-bulk
      roles.operator = sign-in, change-own-password, reset-own-password, edit-own-profile, close-own-account
      roles.driver = sign-in, change-own-password, reset-own-password, edit-own-profile, close-own-account
      roles.user = sign-in, change-own-password, reset-own-password, edit-own-profile, close-own-account
      roles.family = sign-in, change-own-password, reset-own-password, edit-own-profile
      roles.educator = sign-in, change-own-password, reset-own-password, edit-own-profile
      roles.healthprofessional = sign-in, change-own-password, reset-own-password, edit-own-profile
      roles.child = sign-in
      roles.application = sign-in
      admin.username =
      admin.email =
      admin.password =
      """;

  private static final String MOUNTS =
      """
      mounts.devise.dialect = devise
      mounts.devise.prefix = /api/v1/users
      mounts.devise.scope = user
      mounts.devise.session-cookie = true
      mounts.devise.sign-up = true
      mounts.devise.sign-up-role = user
      mounts.devise.keep-other-sessions = false
      mounts.devise.cors-origins = *
      mounts.devise.response-style = wrapped
      mounts.devise.sign-in-status = 200
      mounts.devise.sign-out-status = 204
      mounts.devise.sign-in-key = email
      mounts.devise.invalid-text = devise-5
      mounts.devise.paranoid = true
      mounts.devise.password-confirmation = optional
      mounts.devise.confirmable = false
      mounts.devise.confirm-url = {public-url}/api/v1/users/confirmation?confirmation_token={token}
      mounts.devise.allow-unconfirmed-for = 0s
      mounts.devise.reconfirmable = true
      mounts.devise.lockable = true
      mounts.devise.unlock-url = {public-url}/api/v1/users/unlock?unlock_token={token}
      mounts.devise.reset-url = {public-url}/api/v1/users/password/edit?reset_password_token={token}
      mounts.devise.jwt.secret =
      mounts.devise.jwt.rotation-secret =
      mounts.devise.jwt.issuer =
      mounts.devise.jwt.lifetime = 30d
      mounts.devise.jwt.header = authorization
      mounts.devise.jwt.revocation = allow-list
      mounts.devise.jwt.dispatch = sign-up, reset
      mounts.devise.most-tokens = 100
      mounts.devise.profile.operator = id, company, contact_phone_number, email, financial_company_id:number, first_name, job_position, last_name, phone_number, profile_id:number, role
      mounts.devise.profile.driver = id, email, first_name, last_name, phone_number, profile_id:number, referral_code, role
      mounts.devise.profile.default = id, email, first_name, last_name, role
      mounts.devise.writable.operator = contact_phone_number, first_name, job_position, last_name, phone_number
      mounts.devise.writable.driver = first_name, last_name, phone_number
      mounts.devise.writable.default = first_name, last_name
      mounts.ocariot.dialect = ocariot
      mounts.ocariot.prefix = /v1
      mounts.ocariot.issuer = ocariot
      mounts.ocariot.token-lifetime = 24h
      mounts.ocariot.private-key-file =
      mounts.ocariot.public-key-file =
      mounts.ocariot.most-tokens = 100
      mounts.onezone.dialect = onezone
      mounts.onezone.prefix = /api/v3/onezone
      mounts.onezone.error-profile = 21.02
      mounts.onezone.zone-name = Rekey
      mounts.onezone.new-user-role = user
      mounts.onezone.longest-temporary-token = 30d
      mounts.onezone.most-tokens = 1000
      mounts.onezone.keep-other-sessions = false
      mounts.tokenauth.dialect = tokenauth
      mounts.tokenauth.prefix = /auth
      mounts.tokenauth.token-lifespan = 14d
      mounts.tokenauth.change-headers = true
      mounts.tokenauth.batch-window = 5s
      mounts.tokenauth.max-devices = 10
      mounts.tokenauth.batch-answers = repeat
      mounts.tokenauth.sign-up = true
      mounts.tokenauth.sign-up-role = user
      mounts.tokenauth.profile-fields = name, nickname, image
      mounts.tokenauth.check-current-password = if-sent
      mounts.tokenauth.keep-other-sessions = false
      mounts.tokenauth.require-client-password-reset-token = false
      mounts.tokenauth.confirmable = false
      mounts.tokenauth.allow-unconfirmed-access-for = 0s
      mounts.tokenauth.send-confirmation-email = false
      mounts.tokenauth.bypass-sign-in = true
      mounts.tokenauth.lockable = false
      mounts.tokenauth.paranoid = true
      mounts.tokenauth.redirect-whitelist =
      mounts.tokenauth.default-password-reset-url =
      mounts.tokenauth.default-confirm-success-url =
      mounts.tokenauth.headers.access-token = access-token
      mounts.tokenauth.headers.token-type = token-type
      mounts.tokenauth.headers.client = client
      mounts.tokenauth.headers.expiry = expiry
      mounts.tokenauth.headers.uid = uid
      mounts.tokenauth.headers.authorization = authorization
      mounts.tokenauth.cookie = false
      mounts.tokenauth.cookie-name = auth_cookie
      mounts.tokenauth.cookie-attributes =
      mounts.tokenauth.cors-origins = *
      mounts.own.dialect = own
      mounts.own.prefix = /rekey/v1
      mounts.own.cors-origins = *
      mounts.own.token-lifetime = 30d
      mounts.own.most-tokens = 100
      mounts.own.sign-up = true
      mounts.own.sign-up-role = user
      mounts.own.require-confirmation = false
      mounts.own.reset-url = {public-url}/account/reset?ticket={token}
      mounts.own.confirm-url = {public-url}/account/confirm?ticket={token}
      mounts.own.unlock-url = {public-url}/account/unlock?ticket={token}
      """;

  private static final String EVERY_MOUNT =
      """
      mounts.NAME.enabled = true
      mounts.NAME.realm = main
      mounts.NAME.policy.profile = standard
      mounts.NAME.policy.minimum-length = 8
      mounts.NAME.policy.maximum-length = 1024
      mounts.NAME.policy.blocklist = true
      mounts.NAME.policy.blocklist-file =
      mounts.NAME.policy.personal-words = true
      mounts.NAME.policy.organisation-words = rekey
      mounts.NAME.policy.refuse-current = true
      """;

  private static final String EVERY_MOUNT_OF_AN_OLD_WIRE =
      """
      mounts.NAME.upstream.url =
      mounts.NAME.upstream.allow-http = false
      mounts.NAME.upstream.patience = 2s
      mounts.NAME.upstream.at-once = 16
      mounts.NAME.upstream.accounts =
      mounts.NAME.upstream.highest-id =
      mounts.NAME.upstream.until =
      """;

  @Test
  void everyKeyHasTheDefaultThatTheManualPromises() {
    Map<String, String> expected = new LinkedHashMap<>();
    read(SERVER + MOUNTS, expected);
    for (Dialect dialect : Dialect.values()) {
      read(EVERY_MOUNT.replace("NAME", Words.kebab(dialect)), expected);
      if (dialect != Dialect.OWN) {
        read(EVERY_MOUNT_OF_AN_OLD_WIRE.replace("NAME", Words.kebab(dialect)), expected);
        expected.put("mounts." + Words.kebab(dialect) + ".upstream.prefix", dialect.prefix());
      }
    }

    assertThat(Loading.values(Loading.nothing())).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static void read(String lines, Map<String, String> into) {
    lines.lines().map(line -> line.split(" = ?", 2)).forEach(parts -> into.put(parts[0], parts[1]));
  }

  @Test
  void theRecordsHoldTheSame() {
    Configuration configuration = Loading.nothing();

    assertThat(configuration.http())
        .isEqualTo(
            new Configuration.Http(
                "127.0.0.1",
                8080,
                Optional.empty(),
                65_536,
                16_384,
                Duration.ofSeconds(30),
                List.of(),
                10_000,
                Duration.ofSeconds(8)));
    assertThat(configuration.hashing())
        .isEqualTo(
            new Configuration.Hashing(
                HashCost.standard(), 0, 256, Duration.ofSeconds(1), Optional.empty()));
    assertThat(configuration.policy())
        .isEqualTo(new Configuration.Policy(PolicySettings.standard(), Optional.empty()));
    assertThat(configuration.limits()).isEqualTo(LimitSettings.standard());
    assertThat(configuration.mail())
        .isEqualTo(
            new Configuration.Mail(
                "Rekey <no-reply@localhost>",
                "Rekey",
                "no-reply@localhost",
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty()));
    assertThat(configuration.log()).isEqualTo(new Configuration.Log("info", false));
    assertThat(configuration.metrics())
        .isEqualTo(
            new Configuration.Metrics(
                "/metrics", Configuration.MetricsAccess.LOOPBACK, Optional.empty()));
    assertThat(configuration.audit().keep()).contains(Duration.ofDays(400));
    assertThat(configuration.realms()).containsExactly(Realm.MAIN);
    assertThat(configuration.dataDirectory()).isEqualTo(Path.of("./data"));
    assertThat(configuration.lifetimes().reset()).isEqualTo(Duration.ofHours(6));
    assertThat(configuration.secret()).isEmpty();
    assertThat(configuration.firstAdmin()).isEmpty();
  }

  @Test
  void anAdministratorMayEverythingAndAChildMaySignIn() {
    Configuration configuration = Loading.nothing();

    assertThat(Capability.values())
        .allMatch(capability -> configuration.roles().may(new Role("admin"), capability));
    assertThat(configuration.roles().capabilities().get(new Role("child")))
        .containsExactly(Capability.SIGN_IN);
  }

  @Test
  void theFiveMountsAreThereByThemselves() {
    assertThat(Loading.nothing().mounts())
        .extracting(MountConfig::name, MountConfig::prefix, MountConfig::enabled)
        .containsExactly(
            tuple("devise", "/api/v1/users", true),
            tuple("ocariot", "/v1", true),
            tuple("onezone", "/api/v3/onezone", true),
            tuple("tokenauth", "/auth", true),
            tuple("own", "/rekey/v1", true));
  }

  @Test
  void theExampleFileSaysWhatHoldsWithoutIt() {
    Configuration example = Configuration.load(Optional.of(EXAMPLE), Map.of(), Map.of());

    assertThat(Loading.values(example)).isEqualTo(Loading.values(Loading.nothing()));
    assertThat(example)
        .usingRecursiveComparison()
        .ignoringFields("settings")
        .isEqualTo(Loading.nothing());
  }

  @Test
  void theExampleFileSpeaksOfEveryKeyOfTheServer() throws IOException {
    String example = Files.readString(EXAMPLE);

    assertThat(EveryKey.all().map(Key::name).filter(name -> !name.contains(".policy.")))
        .allMatch(name -> example.contains(name.substring(name.lastIndexOf('.') + 1) + ":"));
  }

  @Test
  void thePageOfAllKeysIsUpToDate() throws IOException {
    assertThat(Reference.text())
        .as("run dev.rekey.config.WriteReference docs/configuration.md")
        .isEqualTo(Files.readString(PAGE));
  }
}
