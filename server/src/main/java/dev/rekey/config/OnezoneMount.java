package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import java.time.Duration;
import java.util.Optional;

/**
 * A mount that speaks as Onezone does.
 *
 * @param errorProfile whose errors: {@code 20.02}, {@code 21.02} or {@code 25.0}
 * @param zoneName what the server calls itself
 * @param newUserRole the role of the users that are made here
 * @param longestTemporaryToken how far ahead the end of one may lie
 * @param mostTokens how many named and how many temporary ones a user may have
 * @param keepsOtherSessions whether they live on when the owner changes the password
 * @param upstream the old system behind it, if there is one
 */
public record OnezoneMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    String errorProfile,
    String zoneName,
    Role newUserRole,
    Duration longestTemporaryToken,
    int mostTokens,
    boolean keepsOtherSessions,
    Optional<OldSystem> upstream)
    implements MountConfig {}
