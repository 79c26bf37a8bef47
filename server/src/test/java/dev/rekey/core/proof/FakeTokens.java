package dev.rekey.core.proof;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed tokens without a signature: {@code signed}, the account's number and the grant's key. */
public final class FakeTokens implements Issuer, SignedTokens {

  public static final Duration LIFETIME = Duration.ofDays(30);

  private final AtomicInteger issued = new AtomicInteger();
  private final Map<String, Instant> times = new ConcurrentHashMap<>();

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    String key = "jti-" + issued.incrementAndGet();
    times.put(key, now);
    Grant grant =
        new Grant(
            new Grant.Ref(account.id(), Grant.Kind.JWT, key),
            visit.wire(),
            Optional.empty(),
            now,
            now.plus(LIFETIME),
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, String.join(".", "signed", "" + account.ids().number(), key));
  }

  @Override
  public Reading read(String token, Optional<String> audience, Instant now) {
    List<String> parts = List.of(token.split("\\."));
    return parts.size() == 3 && parts.getFirst().equals("signed")
        ? new Reading.Genuine(
            new Handle.Number(Long.parseLong(parts.get(1))),
            Grant.Kind.JWT,
            parts.get(2),
            times.getOrDefault(parts.get(2), now),
            now.plus(LIFETIME))
        : new Reading.Rejected(Flaw.SIGNATURE);
  }
}
