package dev.rekey.core.account;

import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.Optional;

/**
 * What proves an account's owner.
 *
 * @param hash the password's hash; none until a first password is set
 * @param version counts every change of the password; what a change compares and swaps on
 * @param passwordLogin whether name and password may be used to sign in at all
 * @param changedAt when the password was last set
 */
public record Credential(
    Optional<PasswordHash> hash,
    long version,
    boolean passwordLogin,
    Optional<Instant> changedAt) {}
