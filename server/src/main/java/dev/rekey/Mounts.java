package dev.rekey;

import dev.rekey.cli.Trouble;
import dev.rekey.config.DeviseMount;
import dev.rekey.config.MountConfig;
import dev.rekey.config.OcariotMount;
import dev.rekey.config.OnezoneMount;
import dev.rekey.config.ProfileField;
import dev.rekey.config.Secret;
import dev.rekey.config.TokenAuthMount;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.reset.AskForReset;
import dev.rekey.core.reset.ResetLink;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.store.Keyring;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.dialect.devise.DeviseDialect;
import dev.rekey.dialect.ocariot.OcariotDialect;
import dev.rekey.dialect.onezone.OnezoneDialect;
import dev.rekey.dialect.tokenauth.TokenAuthDialect;
import dev.rekey.http.Mount;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.SealedCookie;
import dev.rekey.jose.HmacSecret;
import dev.rekey.jose.HmacSettings;
import dev.rekey.jose.HmacTokens;
import dev.rekey.jose.RsaKeys;
import dev.rekey.jose.RsaSettings;
import dev.rekey.jose.RsaTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of the wiring that makes the dialects of the configured mounts. */
final class Mounts {

  private static final String SESSION_COOKIE = "_interslice_session";

  /** Wires without signed tokens read none. */
  private static final SignedTokens NO_SIGNED_TOKENS =
      (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);

  private final House house;
  private final Doorkeeper doorkeeper;
  private final PasswordCheck passwords;
  private final RailsFraming framing = new RailsFraming(System::nanoTime);

  Mounts(House house) {
    this.house = house;
    this.doorkeeper = house.doorkeeper();
    this.passwords = house.passwordCheck(doorkeeper);
  }

  List<Mount> all() {
    return house.configuration().mounts().stream()
        .filter(MountConfig::enabled)
        .map(this::mount)
        .toList();
  }

  private Mount mount(MountConfig config) {
    return switch (config) {
      case DeviseMount devise -> devise(devise);
      case OcariotMount ocariot -> ocariot(ocariot);
      case OnezoneMount onezone -> onezone(onezone);
      case TokenAuthMount tokenAuth -> tokenAuth(tokenAuth);
    };
  }

  private Mount devise(DeviseMount config) {
    HmacTokens tokens = new HmacTokens(hmacSettings(config), house.mint());
    NewPassword newPassword = house.newPassword(config.policy());
    return new DeviseDialect(
        deviseSettings(config),
        framing,
        sessionCookie(config.name()),
        prover(tokens, Duration.ZERO),
        signIn(tokens, config.mostTokens()),
        changePassword(newPassword),
        askForReset(),
        new SpendTicket(
            house.accounts(),
            house.tickets(),
            house.credentials(),
            newPassword,
            house.hasher(),
            doorkeeper,
            house.configuration().roles(),
            house.clock()),
        tokens);
  }

  private DeviseDialect.Settings deviseSettings(DeviseMount config) {
    return new DeviseDialect.Settings(
        config.realm(),
        config.name(),
        config.prefix(),
        config.scope(),
        config.signInStatus(),
        false,
        DeviseDialect.InvalidLogin.DEVISE_5,
        config.sessionCookie() ? Optional.of(SESSION_COOKIE) : Optional.empty(),
        new ResetLink(config.resetUrl(house.publicUrl())),
        profiles(config),
        fields(config.otherProfile()));
  }

  private static Map<Role, List<DeviseDialect.Field>> profiles(DeviseMount config) {
    return config.profiles().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, role -> fields(role.getValue())));
  }

  private static List<DeviseDialect.Field> fields(List<ProfileField> fields) {
    return fields.stream().map(Mounts::field).toList();
  }

  private static DeviseDialect.Field field(ProfileField field) {
    return switch (field.kind()) {
      case TEXT -> DeviseDialect.Field.text(field.name());
      case NUMBER -> DeviseDialect.Field.number(field.name());
      case BOOLEAN -> new DeviseDialect.Field(field.name(), DeviseDialect.Kind.BOOLEAN);
    };
  }

  private HmacSettings hmacSettings(DeviseMount config) {
    HmacSecret secret =
        config
            .jwtSecret()
            .map(text -> HmacSecret.ofText(text.reveal()))
            .orElseGet(() -> HmacSecret.of(house.instanceKey().derive("jwt:" + config.name())));
    List<HmacSecret> former =
        config.rotationSecret().map(Secret::reveal).map(HmacSecret::ofText).stream().toList();
    return new HmacSettings(secret, former, config.scope(), config.issuer(), config.jwtLifetime());
  }

  private Supplier<String> sessionCookie(String mount) {
    byte[] key = house.instanceKey().derive("session-cookie:" + mount);
    SealedCookie cookie = new SealedCookie(SESSION_COOKIE, key, house.random());
    return () -> {
      String session = "{\"session_id\":\"" + house.mint().hex(16) + "\"}";
      return cookie.setCookie(session.getBytes(StandardCharsets.UTF_8));
    };
  }

  private Mount ocariot(OcariotMount config) {
    RsaTokens tokens =
        new RsaTokens(
            new RsaSettings(
                rsaKeys(config),
                config.issuer(),
                config.tokenLifetime(),
                OcariotDialect::scopesOf));
    NewPassword newPassword = house.newPassword(config.policy());
    return new OcariotDialect(
        new OcariotDialect.Settings(config.name(), config.realm(), config.prefix()),
        prover(tokens, Duration.ZERO),
        signIn(tokens, config.mostTokens()),
        changePassword(newPassword),
        house.setPassword(newPassword));
  }

  private KeyPair rsaKeys(OcariotMount config) {
    if (config.privateKeyFile().isEmpty()) {
      return RsaKeys.decode(keptKey("rsa:" + config.name()));
    }
    Path file = config.privateKeyFile().get();
    return config
        .publicKeyFile()
        .map(publicFile ->
            RsaKeys.readPair(file.toString(), read(file), publicFile.toString(), read(publicFile)))
        .orElseGet(() -> RsaKeys.readPrivate(file.toString(), read(file)));
  }

  private byte[] keptKey(String name) {
    Keyring keyring = house.store().keyring();
    try {
      return keyring.obtain(name, () -> RsaKeys.encode(RsaKeys.generate(house.random())));
    } catch (IllegalStateException e) {
      throw new Trouble(
          "The keys in the database do not open with this instance key: start with the one that"
              + " sealed them, in `secret` (REKEY_SECRET) or in the file secret.key.",
          e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file " + file + " cannot be read", e);
    }
  }

  private Mount onezone(OnezoneMount config) {
    OnezoneDialect.Profile profile =
        switch (config.errorProfile()) {
          case "20.02" -> OnezoneDialect.Profile.LINE_20_02;
          case "25.0" -> OnezoneDialect.Profile.LINE_25_0;
          default -> OnezoneDialect.Profile.LINE_21_02;
        };
    return new OnezoneDialect(
        new OnezoneDialect.Settings(config.prefix(), config.realm(), config.name(), profile),
        prover(NO_SIGNED_TOKENS, Duration.ZERO),
        changePassword(house.newPassword(config.policy())));
  }

  private Mount tokenAuth(TokenAuthMount config) {
    ClientTokens tokens = new ClientTokens(house.mint(), config.tokenLifespan());
    return new TokenAuthDialect(
        new TokenAuthDialect.Settings(
            config.name(),
            config.prefix(),
            config.realm(),
            currentPassword(config.currentPassword()),
            TokenAuthDialect.BatchAnswers.valueOf(config.batchAnswers().toUpperCase(Locale.ROOT))),
        framing,
        prover(NO_SIGNED_TOKENS, config.batchWindow()),
        signIn(tokens, config.maxDevices()),
        changePassword(house.newPassword(config.policy())),
        tokens::renew,
        new TurnToken(house.store().grants(), tokens, config.batchWindow(), house.clock()));
  }

  private static TokenAuthDialect.CurrentPassword currentPassword(String word) {
    return TokenAuthDialect.CurrentPassword.valueOf(
        word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private Prover prover(SignedTokens tokens, Duration batchWindow) {
    return new Prover(
        house.accounts(),
        house.store().grants(),
        passwords,
        tokens,
        batchWindow,
        house.configuration().roles(),
        house.clock());
  }

  private SignIn signIn(Issuer issuer, int most) {
    return new SignIn(passwords, house.store().grants(), issuer, most, house.clock());
  }

  private ChangePassword changePassword(NewPassword newPassword) {
    return new ChangePassword(
        passwords, newPassword, house.hasher(), house.credentials(), house.clock());
  }

  private AskForReset askForReset() {
    return new AskForReset(
        house.accounts(),
        house.tickets(),
        house.store().audit(),
        doorkeeper,
        house.configuration().roles(),
        house.mint(),
        house.configuration().resetLifetime(),
        house.clock());
  }
}
