package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Issued;
import dev.rekey.core.token.Issuer;
import dev.rekey.core.token.SignedTokens;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that are numbered instead of signed; one that it never issued has a bad signature. */
final class FakeTokens implements SignedTokens, Issuer {

  private final Map<String, Reading> readings = new HashMap<>();

  /** What the token is from now on. */
  void spoil(String token, Flaw flaw) {
    readings.put(token, new Reading.Rejected(flaw));
  }

  @Override
  public Issued issue(Account account, Visit visit, Instant now) {
    String token = "token-" + readings.size();
    Grant.Ref ref = new Grant.Ref(account.id(), Grant.Kind.BEARER, token);
    Instant end = now.plus(Duration.ofDays(1));
    Handle whose = new Handle.Hex24(account.ids().hex24());
    readings.put(token, new Reading.Genuine(whose, ref.kind(), ref.key(), now, end));
    Grant grant =
        new Grant(
            ref,
            visit.wire(),
            Optional.empty(),
            now,
            end,
            visit.origin().agent(),
            visit.origin().address());
    return new Issued(grant, token);
  }

  @Override
  public Reading read(String token, Optional<String> audience, Instant now) {
    return readings.getOrDefault(token, new Reading.Rejected(Flaw.SIGNATURE));
  }
}
