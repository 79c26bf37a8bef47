package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A mount that speaks as devise_token_auth does.
 *
 * @param corsOrigins whose pages may read the answers
 * @param upstream the old system behind it, if there is one
 */
public record TokenAuthMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    Tokens tokens,
    Headers headers,
    Optional<Cookie> cookie,
    SignUps signUps,
    Passwords passwords,
    Letters letters,
    Redirects redirects,
    List<String> corsOrigins,
    Optional<OldSystem> upstream)
    implements MountConfig {

  public TokenAuthMount {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * The tokens and how they change.
   *
   * @param lifespan how long a token is good after its last use
   * @param changing whether answers bring another one
   * @param batchWindow how long a token that was turned still is good
   * @param maxDevices how many clients of an account may be signed in
   * @param batchAnswers what the token fields of an answer hold when the request's own token stays
   *     good: {@code repeat}, {@code blank} or {@code omit}
   */
  public record Tokens(
      Duration lifespan,
      boolean changing,
      Duration batchWindow,
      int maxDevices,
      String batchAnswers) {}

  /** What the parts of the credentials are called. */
  public record Headers(
      String accessToken,
      String tokenType,
      String client,
      String expiry,
      String uid,
      String authorization) {

    List<String> all() {
      return List.of(accessToken, tokenType, client, expiry, uid, authorization);
    }
  }

  /** A cookie that holds them as well. */
  public record Cookie(String name, List<String> attributes) {
    public Cookie {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * How accounts are made here.
   *
   * @param open whether anybody may make an account
   * @param role what it is then
   * @param profileFields what people may say of themselves
   */
  public record SignUps(boolean open, Role role, List<String> profileFields) {
    public SignUps {
      profileFields = List.copyOf(profileFields);
    }
  }

  /**
   * How passwords are changed.
   *
   * @param current when a change must show the current one: {@code never}, {@code if-sent}, {@code
   *     attributes} or {@code password}
   * @param keepsOtherSessions whether they live on after a change
   * @param resetTokenDemanded whether a reset letter's link hands on the ticket alone
   */
  public record Passwords(String current, boolean keepsOtherSessions, boolean resetTokenDemanded) {}

  /**
   * Which letters there are, and what they ask for.
   *
   * @param confirmable whether an address has to be confirmed
   * @param unconfirmedFor how long an account may be used before
   * @param reconfirms whether a new address has to be confirmed as well
   * @param bypassed whether who is signed in is asked for no confirmation
   * @param lockable whether there are letters that unlock an account
   * @param paranoid whether nobody is told which accounts there are
   */
  public record Letters(
      boolean confirmable,
      Duration unconfirmedFor,
      boolean reconfirms,
      boolean bypassed,
      boolean lockable,
      boolean paranoid) {}

  /**
   * Where a letter's link leads a browser.
   *
   * @param whitelist where a request may want browsers to be led
   * @param afterReset where to when it says nothing
   * @param afterConfirmation likewise
   */
  public record Redirects(
      List<String> whitelist, Optional<String> afterReset, Optional<String> afterConfirmation) {
    public Redirects {
      whitelist = List.copyOf(whitelist);
    }
  }
}
