package dev.rekey.config;

import dev.rekey.core.account.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A mount that speaks as OCARIoT does.
 *
 * @param issuer the tokens' claim {@code iss}
 * @param privateKeyFile what signs the tokens, in PEM, unless a key is made and kept
 * @param publicKeyFile what belongs to it
 * @param mostTokens how many an account may have
 * @param upstream the old system behind it, if there is one
 */
public record OcariotMount(
    String name,
    boolean enabled,
    String prefix,
    Realm realm,
    Configuration.Policy policy,
    String issuer,
    Duration tokenLifetime,
    Optional<Path> privateKeyFile,
    Optional<Path> publicKeyFile,
    int mostTokens,
    Optional<OldSystem> upstream)
    implements MountConfig {}
