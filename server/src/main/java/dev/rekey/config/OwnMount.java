package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import java.time.Duration;
import java.util.List;

/**
 * A mount that speaks Rekey's own API.
 *
 * @param corsOrigins whose pages may read the answers
 * @param tokenLifetime how long a token is good
 * @param mostTokens how many of them an account may have
 * @param signUpOpen whether anybody may make an account
 * @param signUpRole what such an account is
 * @param confirmationRequired whether its address has to be confirmed before it may sign in
 */
public record OwnMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    List<String> corsOrigins,
    Duration tokenLifetime,
    int mostTokens,
    boolean signUpOpen,
    Role signUpRole,
    boolean confirmationRequired,
    Links links)
    implements MountConfig {

  /** Where letters lead, with the server's own address still to be filled in. */
  public record Links(String reset, String confirmation, String unlock) {

    /** The same at the server's own address. */
    public Links at(String publicUrl) {
      return new Links(
          reset.replace(Urls.PUBLIC_URL, publicUrl),
          confirmation.replace(Urls.PUBLIC_URL, publicUrl),
          unlock.replace(Urls.PUBLIC_URL, publicUrl));
    }
  }
}
