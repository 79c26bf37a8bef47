package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.token.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mount that speaks as Devise with devise-jwt does.
 *
 * @param scope what wraps every body, and the tokens' claim {@code scp}
 * @param sessionCookie whether answers carry the session cookie
 * @param keepOtherSessions whether a changed password leaves the other sessions alone
 * @param mostTokens how many an account may have
 * @param corsOrigins whose pages may read the answers
 * @param upstream the old system behind it, if there is one
 */
public record DeviseMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    String scope,
    boolean sessionCookie,
    boolean keepOtherSessions,
    int mostTokens,
    List<String> corsOrigins,
    Manners manners,
    SignUp signUp,
    Letters letters,
    Jwt jwt,
    People people,
    Optional<OldSystem> upstream)
    implements MountConfig {

  public DeviseMount {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * How it asks and answers.
   *
   * @param responseStyle {@code wrapped} or {@code stock}
   * @param signInStatus of a good sign-in: 200 or 201
   * @param signOutStatus of every sign-out: 204 or 401
   * @param signInKey the attribute that names somebody who signs in
   * @param invalidText {@code devise-5} or {@code devise-4}
   * @param paranoid whether nobody is told who is there
   * @param passwordConfirmation {@code optional} or {@code required}
   */
  public record Manners(
      String responseStyle,
      int signInStatus,
      int signOutStatus,
      String signInKey,
      String invalidText,
      boolean paranoid,
      String passwordConfirmation) {}

  /**
   * Who may make an account.
   *
   * @param open whether anybody may
   * @param role what they are then
   */
  public record SignUp(boolean open, Role role) {}

  /**
   * Which letters there are, and where they lead, as configured; see {@link #at}.
   *
   * @param confirmable whether an address is to be confirmed
   * @param unconfirmedFor how long a new account may do without
   * @param reconfirmable whether another address is confirmed before it counts
   * @param lockable whether an account that failures have shut is opened by a letter
   */
  public record Letters(
      String resetUrl,
      boolean confirmable,
      String confirmUrl,
      Duration unconfirmedFor,
      boolean reconfirmable,
      boolean lockable,
      String unlockUrl) {

    /** The same for the server at that address; {@code {token}} stays in each. */
    public Letters at(String publicUrl) {
      return new Letters(
          resetUrl.replace(Urls.PUBLIC_URL, publicUrl),
          confirmable,
          confirmUrl.replace(Urls.PUBLIC_URL, publicUrl),
          unconfirmedFor,
          reconfirmable,
          lockable,
          unlockUrl.replace(Urls.PUBLIC_URL, publicUrl));
    }
  }

  /**
   * The signed tokens.
   *
   * @param secret what signs them, unless that is derived from the instance key
   * @param rotationSecret what still is believed besides
   * @param issuer the claim {@code iss}, if there is to be one
   * @param header the field in which they come and go
   * @param dispatch what hands one out besides a sign-in: {@code sign-up}, {@code reset}
   */
  public record Jwt(
      Optional<Secret> secret,
      Optional<Secret> rotationSecret,
      Optional<String> issuer,
      Duration lifetime,
      String header,
      Revocation revocation,
      List<String> dispatch) {

    public Jwt {
      dispatch = List.copyOf(dispatch);
    }
  }

  /**
   * What of an account is shown, and what its owner may write.
   *
   * @param others what holds for every role without a portrait
   */
  public record People(Map<Role, Portrait> portraits, Portrait others) {

    public People {
      portraits = Map.copyOf(portraits);
    }
  }

  /**
   * The members of a user.
   *
   * @param shown in this order
   * @param writable the names of those that the owner may write
   */
  public record Portrait(List<ProfileField> shown, List<String> writable) {

    public Portrait {
      shown = List.copyOf(shown);
      writable = List.copyOf(writable);
    }
  }
}
