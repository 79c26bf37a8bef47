package dev.rekey.core.token;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Issues rotating tokens: a client keeps its id for the session, its token changes on the way. */
public final class ClientTokens implements Issuer {

  /** What devise_token_auth gives: two weeks. */
  public static final Duration LIFESPAN = Duration.ofDays(14);

  /** 16 bytes are 22 characters, for ids and tokens alike. */
  private static final int BYTES = 16;

  private final Mint mint;
  private final Duration lifespan;

  public ClientTokens(Mint mint, Duration lifespan) {
    if (lifespan.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a token lives a second at least, found: " + lifespan);
    }
    this.mint = mint;
    this.lifespan = lifespan;
  }

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    return issue(client(account.id(), mint.token(BYTES)), visit, now, end(now));
  }

  /**
   * Another token for the client that acts. Its trail begins anew, so that the token it showed is
   * dead, and the session never ends earlier than it would have.
   */
  public Issued renew(Grant acting, Account account, Visit visit, Instant now) {
    Instant end = end(now);
    Instant later = end.isAfter(acting.expiresAt()) ? end : acting.expiresAt();
    return issue(client(account.id(), acting.ref().key()), visit, now, later);
  }

  private Issued issue(Grant.Ref ref, Visit visit, Instant now, Instant expiresAt) {
    String token = mint.token(BYTES);
    Grant.Trail trail = Grant.Trail.begin(TokenDigest.of(token), now);
    Grant grant =
        new Grant(
            ref,
            visit.wire(),
            Optional.of(trail),
            now,
            expiresAt,
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, token);
  }

  /** The wire shows the end in whole seconds, so that is what counts. */
  private Instant end(Instant now) {
    return now.plus(lifespan).truncatedTo(SECONDS);
  }

  private static Grant.Ref client(AccountId account, String client) {
    return new Grant.Ref(account, Grant.Kind.CLIENT, client);
  }
}
