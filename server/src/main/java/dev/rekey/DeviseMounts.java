package dev.rekey;

import dev.rekey.config.DeviseMount;
import dev.rekey.config.ProfileField;
import dev.rekey.config.Secret;
import dev.rekey.core.account.Role;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.Revocation;
import dev.rekey.dialect.devise.DeviseDialect;
import dev.rekey.dialect.devise.DeviseDialect.Field;
import dev.rekey.dialect.devise.DeviseDialect.Portrait;
import dev.rekey.http.Mount;
import dev.rekey.http.RailsFraming;
import dev.rekey.http.SealedCookie;
import dev.rekey.jose.HmacSecret;
import dev.rekey.jose.HmacSettings;
import dev.rekey.jose.HmacTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of the wiring that makes mounts of the dialect of Devise. */
final class DeviseMounts {

  private static final String SESSION_COOKIE = "_interslice_session";

  private final House house;
  private final UseCases useCases;
  private final RailsFraming framing = new RailsFraming(System::nanoTime);

  DeviseMounts(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
  }

  Mount mount(DeviseMount config) {
    DeviseDialect.Settings settings = settings(config);
    return new DeviseDialect(
        settings, framing, sessionCookie(config.name()), useCases(config, settings.letters()));
  }

  private DeviseDialect.UseCases useCases(DeviseMount config, DeviseDialect.Letters letters) {
    HmacTokens tokens = new HmacTokens(hmacSettings(config), house.mint());
    NewPassword newPassword = house.newPassword(config.policy());
    ConfirmationRule confirmation = confirmationRule(config.letters());
    return new DeviseDialect.UseCases(
        useCases.prover(
            tokens, new Prover.Rules(Duration.ZERO, config.jwt().revocation(), confirmation)),
        useCases.signIn(tokens, config.mostTokens(), confirmation, letters.unlock()),
        useCases.signOut(config.jwt().revocation()),
        useCases.signUp(newPassword, signUpRules(config, tokens, confirmation)),
        useCases.cancelAccount(),
        useCases.changePassword(newPassword, EmailRule.DEVISE, !config.keepOtherSessions()),
        useCases.changeProfile(EmailRule.DEVISE),
        useCases.askForLetter(),
        useCases.spendTicket(newPassword),
        useCases.confirmEmail(),
        useCases.unlock(),
        useCases.lookAtAccount(),
        after(config, "reset", tokens),
        afterChange(config, tokens));
  }

  private static ConfirmationRule confirmationRule(DeviseMount.Letters letters) {
    return letters.confirmable()
        ? new ConfirmationRule(Optional.of(letters.unconfirmedFor()))
        : ConfirmationRule.none();
  }

  private static SignUp.Rules signUpRules(
      DeviseMount config, Issuer issuer, ConfirmationRule confirmation) {
    return new SignUp.Rules(
        config.signUp().open(),
        config.signUp().role(),
        EmailRule.DEVISE,
        after(config, "sign-up", issuer),
        confirmation);
  }

  private static Optional<Issuer> after(DeviseMount config, String what, Issuer issuer) {
    return config.jwt().dispatch().contains(what) ? Optional.of(issuer) : Optional.empty();
  }

  /**
   * Where all tokens of an account bear one id, the acting one cannot outlive the others: it gets a
   * successor.
   */
  private static Optional<ChangePassword.Renewal> afterChange(DeviseMount config, Issuer issuer) {
    boolean allEnd = bearOneId(config) && !config.keepOtherSessions();
    return allEnd
        ? Optional.of((_, account, visit, now) -> issuer.issue(account, visit, now))
        : Optional.empty();
  }

  private static boolean bearOneId(DeviseMount config) {
    return config.jwt().revocation() == Revocation.JTI_MATCHER;
  }

  private DeviseDialect.Settings settings(DeviseMount config) {
    return new DeviseDialect.Settings(
        config.realm(),
        config.name(),
        config.prefix(),
        config.scope(),
        config.jwt().header(),
        manners(config.manners()),
        letters(config.letters().at(house.publicUrl())),
        people(config),
        config.sessionCookie() ? Optional.of(SESSION_COOKIE) : Optional.empty(),
        config.corsOrigins());
  }

  private static DeviseDialect.Manners manners(DeviseMount.Manners manners) {
    return new DeviseDialect.Manners(
        manners.responseStyle().equals("stock")
            ? DeviseDialect.Style.STOCK
            : DeviseDialect.Style.WRAPPED,
        manners.signInStatus(),
        manners.signOutStatus(),
        manners.signInKey(),
        manners.invalidText().equals("devise-4")
            ? DeviseDialect.InvalidLogin.DEVISE_4
            : DeviseDialect.InvalidLogin.DEVISE_5,
        manners.paranoid(),
        manners.passwordConfirmation().equals("required"));
  }

  private DeviseDialect.Letters letters(DeviseMount.Letters letters) {
    return new DeviseDialect.Letters(
        new TicketLink(letters.resetUrl()),
        letters.confirmable()
            ? Optional.of(new TicketLink(letters.confirmUrl()))
            : Optional.empty(),
        letters.reconfirmable(),
        house.configuration().lifetimes().confirmation(),
        letters.lockable() ? Optional.of(new TicketLink(letters.unlockUrl())) : Optional.empty());
  }

  private static DeviseDialect.People people(DeviseMount config) {
    Map<Role, Portrait> portraits =
        config.people().portraits().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, role -> portrait(role.getValue())));
    return new DeviseDialect.People(
        config.signUp().role(), portraits, portrait(config.people().others()));
  }

  private static Portrait portrait(DeviseMount.Portrait portrait) {
    List<Field> shown = portrait.shown().stream().map(DeviseMounts::field).toList();
    return new Portrait(shown, Set.copyOf(portrait.writable()));
  }

  private static Field field(ProfileField field) {
    return switch (field.kind()) {
      case TEXT -> Field.text(field.name());
      case NUMBER -> Field.number(field.name());
      case BOOLEAN -> new Field(field.name(), DeviseDialect.Kind.BOOLEAN);
    };
  }

  private HmacSettings hmacSettings(DeviseMount config) {
    DeviseMount.Jwt jwt = config.jwt();
    HmacSecret secret =
        jwt.secret()
            .map(text -> HmacSecret.ofText(text.reveal()))
            .orElseGet(() -> derived("jwt:" + config.name()));
    List<HmacSecret> former =
        jwt.rotationSecret().map(Secret::reveal).map(HmacSecret::ofText).stream().toList();
    Optional<HmacSecret> ids =
        bearOneId(config) ? Optional.of(derived("jti:" + config.name())) : Optional.empty();
    return new HmacSettings(secret, former, config.scope(), jwt.issuer(), jwt.lifetime(), ids);
  }

  private HmacSecret derived(String purpose) {
    return HmacSecret.of(house.instanceKey().derive(purpose));
  }

  private Supplier<String> sessionCookie(String mount) {
    byte[] key = house.instanceKey().derive("session-cookie:" + mount);
    SealedCookie cookie = new SealedCookie(SESSION_COOKIE, key, house.random());
    return () -> {
      String session = "{\"session_id\":\"" + house.mint().hex(16) + "\"}";
      return cookie.setCookie(session.getBytes(StandardCharsets.UTF_8));
    };
  }
}
