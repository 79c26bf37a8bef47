package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.change.ChangePassword;
import dev.rekey.core.change.ChangeProfile;
import dev.rekey.core.change.ProfileDesk;
import dev.rekey.core.letter.TicketOffice;
import dev.rekey.core.limit.Doorkeeper;
import dev.rekey.core.limit.LimitSettings;
import dev.rekey.core.password.Hasher;
import dev.rekey.core.policy.EmailRule;
import dev.rekey.core.policy.NewPassword;
import dev.rekey.core.policy.PasswordPolicy;
import dev.rekey.core.policy.PolicySettings;
import dev.rekey.core.proof.ConfirmationRule;
import dev.rekey.core.proof.PasswordCheck;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.register.CancelAccount;
import dev.rekey.core.register.ConfirmEmail;
import dev.rekey.core.register.SignUp;
import dev.rekey.core.reset.AskForLetter;
import dev.rekey.core.reset.LookAtTicket;
import dev.rekey.core.reset.SpendTicket;
import dev.rekey.core.reset.Unlock;
import dev.rekey.core.session.SignIn;
import dev.rekey.core.session.SignOut;
import dev.rekey.core.session.TurnToken;
import dev.rekey.core.session.TurnToken.Rhythm;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.token.ClientTokens;
import dev.rekey.core.token.Codes;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.Revocation;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Deeds;
import dev.rekey.dialect.tokenauth.TokenAuthDialect.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole core for one mount, on a store in memory, and what the wiring decides beside the
 * mount's settings.
 *
 * @param lifespan of a token
 * @param open whether anybody may sign up
 * @param endsOthers whether a change ends the other sessions
 * @param unconfirmedFor how long somebody may do without a confirmed address
 * @param bypassed whether a token needs none
 */
record House(
    Duration lifespan,
    boolean open,
    boolean endsOthers,
    Duration unconfirmedFor,
    boolean bypassed) {

  static final Duration BATCH = Duration.ofSeconds(5);
  static final Duration TICKET_LIFETIME = Duration.ofHours(6);
  static final int SIGN_UPS = 4;
  static final int MOST_DEVICES = 10;

  private static final EmailRule EMAIL_RULE = EmailRule.LABELLED;

  private static final TicketOffice.Lifetimes LIFETIMES =
      new TicketOffice.Lifetimes(TICKET_LIFETIME, Duration.ofDays(1), Duration.ofHours(6));

  private static final Roles ROLES =
      new Roles(
          Map.of(
              new Role("user"),
              EnumSet.range(Capability.SIGN_IN, Capability.CLOSE_OWN_ACCOUNT),
              new Role("child"),
              Set.of(Capability.SIGN_IN)));

  static House standard() {
    return new House(ClientTokens.LIFESPAN, true, true, Duration.ZERO, true);
  }

  House withLifespan(Duration other) {
    return new House(other, open, endsOthers, unconfirmedFor, bypassed);
  }

  Deeds deeds(Settings settings, MemoryStore store, Hasher hasher, InstantSource clock) {
    Doorkeeper doorkeeper = new Doorkeeper(store.attempts(), limits(), clock);
    PasswordCheck check =
        new PasswordCheck(
            store.accounts(),
            store.credentials(),
            store.attempts(),
            doorkeeper,
            hasher,
            ROLES,
            clock);
    Mint mint = new Mint(new SecureRandom());
    ClientTokens tokens = new ClientTokens(mint, lifespan);
    TicketOffice office = new TicketOffice(mint, new Codes(mint, new byte[32]), LIFETIMES);
    NewPassword policy = new NewPassword(PasswordPolicy.standard(PolicySettings.standard()));
    ProfileDesk desk = new ProfileDesk(store.accounts(), office, EMAIL_RULE);
    ConfirmationRule confirmation = confirmation(settings);
    boolean lasting = settings.tokens().lasting();
    return new Deeds(
        prover(store, check, bypassed ? ConfirmationRule.none() : confirmation, clock),
        new TurnToken(store.grants(), tokens, rhythm(lasting), clock),
        new SignUp(store.accounts(), policy, hasher, doorkeeper, office, signUps(tokens), clock),
        new ChangeProfile(store.accounts(), check, desk, clock),
        new CancelAccount(store.accounts(), doorkeeper, clock),
        new SignIn(check, store.grants(), tokens, MOST_DEVICES, confirmation, clock),
        new SignOut(store.grants(), Revocation.ALLOW_LIST, clock),
        new ChangePassword(check, policy, hasher, store.credentials(), desk, endsOthers, clock),
        lasting ? Optional.empty() : Optional.of(tokens::renew),
        new AskForLetter(
            store.accounts(),
            store.tickets(),
            store.audit(),
            doorkeeper,
            ROLES,
            office,
            store.alarms(),
            clock),
        new LookAtTicket(store.accounts(), store.tickets(), ROLES, clock),
        new SpendTicket(
            store.accounts(),
            store.tickets(),
            store.credentials(),
            policy,
            hasher,
            doorkeeper,
            ROLES,
            clock),
        tokens,
        new ConfirmEmail(store.accounts(), store.tickets(), clock),
        new Unlock(store.accounts(), store.tickets(), doorkeeper, clock));
  }

  private static Prover prover(
      MemoryStore store, PasswordCheck check, ConfirmationRule confirmation, InstantSource clock) {
    SignedTokens none = (_, _, _) -> new SignedTokens.Reading.Rejected(SignedTokens.Flaw.SEGMENTS);
    return new Prover(
        store.accounts(),
        store.grants(),
        store.tickets(),
        check,
        none,
        new Prover.Rules(BATCH, Revocation.ALLOW_LIST, confirmation),
        ROLES,
        clock);
  }

  private SignUp.Rules signUps(ClientTokens tokens) {
    return new SignUp.Rules(open, new Role("user"), EMAIL_RULE, Optional.of(tokens));
  }

  private ConfirmationRule confirmation(Settings settings) {
    return settings.rules().confirmable()
        ? new ConfirmationRule(Optional.of(unconfirmedFor))
        : ConfirmationRule.none();
  }

  private static Rhythm rhythm(boolean lasting) {
    return lasting ? new Rhythm.Never() : new Rhythm.EachRequest(BATCH);
  }

  /** Three failures are free, and nine are the most. */
  private static LimitSettings limits() {
    LimitSettings standard = LimitSettings.standard();
    return new LimitSettings(
        3,
        standard.freePerAddress(),
        Duration.ofSeconds(1),
        standard.longestWait(),
        9,
        standard.addressMemory(),
        standard.laneMemory(),
        standard.lettersPerAccount(),
        standard.lettersPerAddress(),
        SIGN_UPS,
        standard.letterWindow());
  }
}
