package dev.rekey;

import dev.rekey.config.OnezoneMount;
import dev.rekey.core.account.Roles;
import dev.rekey.core.delegation.EditToken;
import dev.rekey.core.delegation.EndTokens;
import dev.rekey.core.delegation.FindToken;
import dev.rekey.core.delegation.IssueToken;
import dev.rekey.core.delegation.ListTokens;
import dev.rekey.core.delegation.SeeGeneration;
import dev.rekey.core.delegation.ShowTokens;
import dev.rekey.core.delegation.VerifyToken;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.MacaroonProver;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.steward.FindAccount;
import dev.rekey.core.steward.ListAccounts;
import dev.rekey.core.store.NamedTokens;
import dev.rekey.dialect.onezone.OnezoneDialect;
import dev.rekey.dialect.onezone.OnezoneDialect.OwnDeeds;
import dev.rekey.dialect.onezone.OnezoneDialect.Proofs;
import dev.rekey.dialect.onezone.OnezoneDialect.StewardDeeds;
import dev.rekey.dialect.onezone.OnezoneDialect.TokenDeeds;
import dev.rekey.http.Mount;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** The part of the wiring that makes mounts of the dialect of Onezone. */
final class OnezoneMounts {

  private final House house;
  private final UseCases useCases;

  OnezoneMounts(House house, UseCases useCases) {
    this.house = house;
    this.useCases = useCases;
  }

  Mount mount(OnezoneMount config) {
    NewPassword newPassword = house.newPassword(config.policy());
    Bakery bakery = bakery(config);
    Roles roles = house.configuration().roles();
    MacaroonCheck macaroons = new MacaroonCheck(house.store().grants(), tokens(), bakery, roles);
    return new OnezoneDialect(
        settings(config),
        new Proofs(
            useCases.prover(UseCases.NO_SIGNED_TOKENS, Prover.Rules.standard()),
            new MacaroonProver(macaroons, roles, clock())),
        ownDeeds(config, newPassword),
        stewardDeeds(newPassword),
        tokenDeeds(config, bakery, macaroons));
  }

  private OnezoneDialect.Settings settings(OnezoneMount config) {
    return new OnezoneDialect.Settings(
        config.prefix(),
        config.realm(),
        config.name(),
        profile(config),
        config.newUserRole(),
        new OnezoneDialect.Zone(config.zoneName(), domain(), house.publicUrl()));
  }

  private static OnezoneDialect.Profile profile(OnezoneMount config) {
    return switch (config.errorProfile()) {
      case "20.02" -> OnezoneDialect.Profile.LINE_20_02;
      case "25.0" -> OnezoneDialect.Profile.LINE_25_0;
      default -> OnezoneDialect.Profile.LINE_21_02;
    };
  }

  private String domain() {
    return Optional.ofNullable(URI.create(house.publicUrl()).getHost()).orElse("localhost");
  }

  /** All mounts of a realm take each other's tokens; those of other realms do not. */
  private Bakery bakery(OnezoneMount config) {
    return new Bakery(house.instanceKey().derive("macaroon:" + config.realm().name()), domain());
  }

  private NamedTokens tokens() {
    return house.store().namedTokens();
  }

  private InstantSource clock() {
    return house.clock();
  }

  private OwnDeeds ownDeeds(OnezoneMount config, NewPassword newPassword) {
    return new OwnDeeds(
        useCases.changePassword(newPassword, EmailRule.DEVISE, !config.keepsOtherSessions()),
        useCases.changeProfile(EmailRule.DEVISE),
        useCases.cancelAccount());
  }

  private StewardDeeds stewardDeeds(NewPassword newPassword) {
    return new StewardDeeds(
        new FindAccount(house.accounts()),
        new ListAccounts(house.accounts()),
        useCases.createAccount(newPassword),
        useCases.editAccount(EmailRule.DEVISE),
        useCases.setPassword(newPassword),
        house.disableAccount(),
        useCases.deleteAccount(),
        () -> house.mint().uuid().toString());
  }

  private TokenDeeds tokenDeeds(OnezoneMount config, Bakery bakery, MacaroonCheck macaroons) {
    IssueToken.Rules rules =
        new IssueToken.Rules(config.longestTemporaryToken(), config.mostTokens());
    return new TokenDeeds(
        new IssueToken(tokens(), bakery, house.mint(), rules, clock()),
        new FindToken(house.accounts(), tokens(), bakery, clock()),
        new ShowTokens(bakery, house.store().audit(), clock()),
        new ListTokens(tokens(), clock()),
        new EditToken(tokens(), clock()),
        new EndTokens(house.store().grants(), tokens(), clock()),
        new SeeGeneration(tokens()),
        new VerifyToken(macaroons, clock()));
  }
}
