package dev.rekey;

import dev.rekey.config.TokenAuthMount;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.session.TurnToken.Rhythm;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Revocation;
import dev.rekey.dialect.tokenauth.TokenAuthDialect;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.BatchAnswers;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Cookie;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.CurrentPassword;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Deeds;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Names;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Redirects;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Rules;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Tokens;
import dev.rekey.http.Mount;
import dev.rekey.http.RailsFraming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of the wiring that makes mounts of the dialect of devise_token_auth. */
final class TokenAuthMounts {

  private static final EmailRule EMAIL_RULE = EmailRule.LABELLED;
  private static final String HTTPS = "https:";

  private final House house;
  private final UseCases useCases;
  private final RailsFraming framing = new RailsFraming(System::nanoTime);

  TokenAuthMounts(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
  }

  Mount mount(TokenAuthMount config) {
    return new TokenAuthDialect(settings(config), framing, deeds(config));
  }

  // How it differs from another

  private Settings settings(TokenAuthMount config) {
    return new Settings(
        config.name(),
        config.prefix(),
        config.realm(),
        house.publicUrl(),
        tokens(config),
        rules(config),
        redirects(config.redirects()),
        config.signUps().profileFields(),
        config.corsOrigins());
  }

  private Tokens tokens(TokenAuthMount config) {
    TokenAuthMount.Headers names = config.headers();
    return new Tokens(
        new Names(
            names.accessToken(),
            names.tokenType(),
            names.client(),
            names.expiry(),
            names.uid(),
            names.authorization()),
        !config.tokens().changing(),
        BatchAnswers.valueOf(constant(config.tokens().batchAnswers())),
        config.cookie().map(this::cookie));
  }

  /** Where the server is reached by TLS alone, so is its cookie. */
  private Cookie cookie(TokenAuthMount.Cookie config) {
    List<String> attributes = new ArrayList<>();
    if (house.publicUrl().startsWith(HTTPS)) {
      attributes.add("secure");
    }
    attributes.addAll(config.attributes());
    return new Cookie(config.name(), attributes);
  }

  private static Rules rules(TokenAuthMount config) {
    TokenAuthMount.Letters letters = config.letters();
    return new Rules(
        CurrentPassword.valueOf(constant(config.passwords().current())),
        config.passwords().resetTokenDemanded(),
        letters.confirmable(),
        letters.reconfirms(),
        letters.lockable(),
        letters.paranoid());
  }

  private static Redirects redirects(TokenAuthMount.Redirects config) {
    return new Redirects(config.whitelist(), config.afterReset(), config.afterConfirmation());
  }

  private static String constant(String word) {
    return word.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  // What it can have done

  private Deeds deeds(TokenAuthMount config) {
    ClientTokens tokens = new ClientTokens(house.mint(), config.tokens().lifespan());
    NewPassword newPassword = house.newPassword(config.policy());
    boolean endsOthers = !config.passwords().keepsOtherSessions();
    return new Deeds(
        useCases.prover(UseCases.NO_SIGNED_TOKENS, prover(config)),
        useCases.turnToken(tokens, rhythm(config.tokens())),
        useCases.signUp(newPassword, signUp(config.signUps(), tokens)),
        useCases.changeProfile(EMAIL_RULE),
        useCases.cancelAccount(),
        useCases.signIn(tokens, config.tokens().maxDevices(), confirmation(config.letters())),
        useCases.signOut(Revocation.ALLOW_LIST),
        useCases.changePassword(newPassword, EMAIL_RULE, endsOthers),
        renewal(config.tokens(), tokens),
        useCases.askForLetter(),
        useCases.lookAtTicket(),
        useCases.spendTicket(newPassword),
        tokens,
        useCases.confirmEmail(),
        useCases.unlock());
  }

  private static Prover.Rules prover(TokenAuthMount config) {
    TokenAuthMount.Letters letters = config.letters();
    return new Prover.Rules(
        config.tokens().batchWindow(),
        Revocation.ALLOW_LIST,
        letters.bypassed() ? ConfirmationRule.none() : confirmation(letters));
  }

  private static ConfirmationRule confirmation(TokenAuthMount.Letters letters) {
    return letters.confirmable()
        ? new ConfirmationRule(Optional.of(letters.unconfirmedFor()))
        : ConfirmationRule.none();
  }

  private static Rhythm rhythm(TokenAuthMount.Tokens config) {
    return config.changing() ? new Rhythm.EachRequest(config.batchWindow()) : new Rhythm.Never();
  }

  private static SignUp.Rules signUp(TokenAuthMount.SignUps config, ClientTokens tokens) {
    return new SignUp.Rules(config.open(), config.role(), EMAIL_RULE, Optional.of(tokens));
  }

  private static Optional<ChangePassword.Renewal> renewal(
      TokenAuthMount.Tokens config, ClientTokens tokens) {
    return config.changing() ? Optional.of(tokens::renew) : Optional.empty();
  }
}
