package dev.rekey.config;

import dev.rekey.core.account.Realm;
import java.time.Duration;

/**
 * A mount that speaks as devise_token_auth does.
 *
 * @param tokenLifespan how long a token is good after its last use
 * @param batchWindow how long a token that was turned still is good
 * @param maxDevices how many clients of an account may be signed in
 * @param batchAnswers what the token fields of an answer hold when the request's own token stays
 *     good: {@code repeat}, {@code blank} or {@code omit}
 * @param currentPassword when a change must show the current one: {@code never}, {@code if-sent} or
 *     {@code always}
 */
public record TokenAuthMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    Duration tokenLifespan,
    Duration batchWindow,
    int maxDevices,
    String batchAnswers,
    String currentPassword)
    implements MountConfig {}
