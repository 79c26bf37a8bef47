package dev.rekey.core.bulk;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * Who wanted something, when, from where and why.
 *
 * @param by empty for an operator at the server's own machine
 */
public record Mandate(Optional<AccountId> by, Instant at, String why, Origin origin) {}
