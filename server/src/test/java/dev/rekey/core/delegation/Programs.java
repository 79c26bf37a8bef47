package dev.rekey.core.delegation;

import dev.rekey.core.account.Account;
import dev.rekey.core.macaroon.Bakery;
import dev.rekey.core.macaroon.Caveat;
import dev.rekey.core.macaroon.Channel;
import dev.rekey.core.macaroon.Circumstances;
import dev.rekey.core.macaroon.NamedToken;
import dev.rekey.core.macaroon.TokenType;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Claim;
import dev.rekey.core.proof.MacaroonCheck;
import dev.rekey.core.proof.MacaroonProver;
import dev.rekey.core.proof.Proof;
import dev.rekey.core.proof.Prover;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.NamedTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Owners and what they issue to programs, on the scene of the core's tests. */
public final class Programs {

  public static final Duration LONGEST = Duration.ofDays(30);
  public static final int MOST = 3;
  public static final String PASSWORD = "correct horse";

  public final Scene scene = new Scene();
  public final NamedTokens tokens = scene.store.namedTokens();
  public final Bakery bakery = new Bakery(new byte[32], "zone.example.org");
  public final MacaroonCheck check =
      new MacaroonCheck(scene.store.grants(), tokens, bakery, Scene.ROLES);

  /** Somebody of that role, signed in with the password. */
  public Caller caller(Account account) {
    Prover prover = scene.prover();
    Claim claim =
        new Claim.NameAndPassword(account.logins().username().orElseThrow(), Password.of(PASSWORD));
    if (prover.prove(claim, Scene.HOME) instanceof Proof.Known(Caller caller)) {
      return caller;
    }
    throw new AssertionError("not signed in: " + account);
  }

  public IssueToken issueToken() {
    return new IssueToken(
        tokens, bakery, scene.mint, new IssueToken.Rules(LONGEST, MOST), scene.clock);
  }

  /** What the wish came to, for the owner itself. */
  public IssueToken.Outcome issue(Account owner, IssueToken.Wish wish) {
    return issueToken().handle(new IssueToken.Command(caller(owner), owner, wish, Scene.HOME));
  }

  /** A named token that acts, as its holder shows it. */
  public String named(Account owner, String name, Caveat... caveats) {
    return text(issue(owner, wish(name, caveats)));
  }

  public static IssueToken.Wish wish(String name, Caveat... caveats) {
    return new IssueToken.Wish.Named(name, TokenType.ACCESS, List.of(caveats), "{}", false);
  }

  /** A temporary token that acts for a minute, as its holder shows it. */
  public String temporary(Account owner) {
    return text(issue(owner, new IssueToken.Wish.Temporary(TokenType.ACCESS, List.of(in(60)))));
  }

  public Caveat.Time in(long seconds) {
    return new Caveat.Time(scene.clock.instant().getEpochSecond() + seconds);
  }

  public static String text(IssueToken.Outcome outcome) {
    if (outcome instanceof IssueToken.Outcome.Done(String _, String token)) {
      return token;
    }
    throw new AssertionError("not issued: " + outcome);
  }

  public NamedToken token(Account owner, String name) {
    return tokens.find(owner.id(), name, scene.clock.instant()).orElseThrow();
  }

  public MacaroonCheck.Result check(String token) {
    return check.check(
        token,
        TokenType.ACCESS,
        Scene.HOME.realm(),
        new Circumstances(
            scene.clock.instant(), Optional.of("192.0.2.7"), Optional.of(Channel.REST)));
  }

  public MacaroonProver.Outcome prove(String token) {
    return new MacaroonProver(check, Scene.ROLES, scene.clock).prove(token, Scene.HOME);
  }
}
