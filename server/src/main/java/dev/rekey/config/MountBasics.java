package dev.rekey.config;

import dev.rekey.core.account.Realm;

/**
 * What every mount has, and where its own keys are answered.
 *
 * @param answers to keys whose names begin behind the mount's
 */
record MountBasics(
    Answers answers,
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy) {}
