package dev.rekey;

import dev.rekey.config.OwnMount;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.token.BearerTokens;
import dev.rekey.core.token.Revocation;
import dev.rekey.dialect.own.OwnDialect;
import dev.rekey.http.Mount;
import java.time.Duration;
import java.util.Optional;

/** The part of the wiring that makes mounts of Rekey's own API. */
final class OwnMounts {

  /** Where the manual of the mount that is there by itself lies. */
  private static final String MANUAL = "/rekey";

  private static final String PREFIX = MANUAL + "/v1";

  private static final EmailRule EMAIL = EmailRule.DEVISE;

  private final House house;
  private final UseCases useCases;

  OwnMounts(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
  }

  Mount mount(OwnMount config) {
    BearerTokens tokens = new BearerTokens(house.mint(), config.tokenLifetime());
    NewPassword newPassword = house.newPassword(config.policy());
    OwnDialect.Links links = links(config);
    ConfirmationRule confirmation = confirmation(config);
    return new OwnDialect(
        settings(config, links),
        useCases.prover(
            UseCases.NO_SIGNED_TOKENS,
            new Prover.Rules(Duration.ZERO, Revocation.ALLOW_LIST, confirmation)),
        useCases.answerOnce(),
        new OwnDialect.Work(
            new OwnDialect.Entrance(
                useCases.signInOfPeople(
                    tokens, config.mostTokens(), confirmation, Optional.of(links.unlock())),
                useCases.signOut(Revocation.ALLOW_LIST),
                useCases.sessions()),
            new OwnDialect.Owners(
                useCases.signUp(newPassword, signUp(config, tokens, confirmation)),
                useCases.changeProfile(EMAIL),
                useCases.cancelAccount()),
            passwords(newPassword),
            letters(),
            stewards(newPassword)));
  }

  private OwnDialect.Passwords passwords(NewPassword newPassword) {
    return new OwnDialect.Passwords(
        useCases.changePassword(newPassword, EMAIL, true),
        useCases.lookAtTicket(),
        useCases.spendTicket(newPassword),
        useCases.judgePassword(newPassword));
  }

  private OwnDialect.Letters letters() {
    return new OwnDialect.Letters(
        useCases.askForLetter(), useCases.confirmEmail(), useCases.unlock());
  }

  private OwnDialect.Stewards stewards(NewPassword newPassword) {
    return new OwnDialect.Stewards(
        useCases.searchAccounts(),
        useCases.seeAccount(),
        useCases.createAccount(newPassword),
        useCases.editAccount(EMAIL),
        useCases.deleteAccount(),
        useCases.setPassword(newPassword),
        useCases.sendReset(),
        useCases.forgiveFailures());
  }

  private OwnDialect.Settings settings(OwnMount config, OwnDialect.Links links) {
    return new OwnDialect.Settings(
        config.name(),
        config.realm(),
        config.prefix(),
        config.prefix().equals(PREFIX) ? MANUAL : config.prefix(),
        house.publicUrl(),
        links,
        config.policy().settings(),
        config.corsOrigins());
  }

  private OwnDialect.Links links(OwnMount config) {
    OwnMount.Links links = config.links().at(house.publicUrl());
    return new OwnDialect.Links(
        new TicketLink(links.reset()),
        new TicketLink(links.confirmation()),
        new TicketLink(links.unlock()));
  }

  private static ConfirmationRule confirmation(OwnMount config) {
    return config.confirmationRequired()
        ? new ConfirmationRule(Optional.of(Duration.ZERO))
        : ConfirmationRule.none();
  }

  private static SignUp.Rules signUp(
      OwnMount config, BearerTokens tokens, ConfirmationRule confirmation) {
    return new SignUp.Rules(
        config.signUpOpen(), config.signUpRole(), EMAIL, Optional.of(tokens), confirmation);
  }
}
