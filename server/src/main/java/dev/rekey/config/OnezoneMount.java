package dev.rekey.config;

import dev.rekey.core.account.Realm;

/**
 * A mount that speaks as Onezone does.
 *
 * @param errorProfile whose errors: {@code 20.02}, {@code 21.02} or {@code 25.0}
 */
public record OnezoneMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    String errorProfile)
    implements MountConfig {}
