package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mount that speaks as Devise with devise-jwt does.
 *
 * @param scope what wraps every body, and the tokens' claim {@code scp}
 * @param signInStatus of a good sign-in: 200 or 201
 * @param sessionCookie whether answers carry the session cookie
 * @param resetUrl where a reset letter leads, as configured; see {@link #resetUrl(String)}
 * @param jwtSecret what signs the tokens, unless that is derived from the instance key
 * @param rotationSecret what still is believed besides
 * @param issuer the tokens' claim {@code iss}, if there is to be one
 * @param mostTokens how many an account may have
 * @param profiles the members of a user, by role
 * @param otherProfile the members of a user of any other role
 */
public record DeviseMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    String scope,
    int signInStatus,
    boolean sessionCookie,
    String resetUrl,
    Optional<Secret> jwtSecret,
    Optional<Secret> rotationSecret,
    Optional<String> issuer,
    Duration jwtLifetime,
    int mostTokens,
    Map<Role, List<ProfileField>> profiles,
    List<ProfileField> otherProfile)
    implements MountConfig {

  public DeviseMount {
    profiles = Map.copyOf(profiles);
    otherProfile = List.copyOf(otherProfile);
  }

  /** Where a reset letter of the server at that address leads, with {@code {token}} in it. */
  public String resetUrl(String publicUrl) {
    return resetUrl.replace(Urls.PUBLIC_URL, publicUrl);
  }
}
