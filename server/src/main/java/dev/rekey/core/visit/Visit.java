package dev.rekey.core.visit;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Realm;
import dev.rekey.core.password.Source;
import java.util.Optional;

/**
 * The circumstances of one request: which user base is meant, through which mount, from where.
 *
 * @param wire the mount's name
 * @param audience what the client says it wants tokens for, where the wire has such a header
 * @param why what somebody says who acts on another's account, in their own words
 */
public record Visit(
    Realm realm, String wire, Origin origin, Optional<String> audience, Optional<String> why) {

  /** One for which no reason is asked. */
  public Visit(Realm realm, String wire, Origin origin, Optional<String> audience) {
    this(realm, wire, origin, audience, Optional.empty());
  }

  /** The same with the reason that was given. */
  public Visit because(String reason) {
    return new Visit(realm, wire, origin, audience, Optional.of(reason));
  }

  /** Whose work it is when nobody is named. */
  public Source source() {
    return new Source(Optional.of(origin.network()), Optional.empty());
  }

  /** Whose work it is when somebody is named, whether there is such an account or not. */
  public Source source(String named) {
    return sourceOf(realm.name() + ' ' + canonical(named));
  }

  /** Whose work it is when the account is known, as whoever is signed in is. */
  public Source source(AccountId account) {
    return sourceOf(account.toString());
  }

  private static String canonical(String named) {
    return named.contains("@") ? Logins.canonicalEmail(named) : named;
  }

  private Source sourceOf(String account) {
    return new Source(Optional.of(origin.network()), Optional.of(account));
  }
}
