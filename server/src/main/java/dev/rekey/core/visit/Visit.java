package dev.rekey.core.visit;

import dev.rekey.core.account.Realm;
import java.util.Optional;

/**
 * The circumstances of one request: which user base is meant, through which mount, from where.
 *
 * @param wire the mount's name
 * @param audience what the client says it wants tokens for, where the wire has such a header
 */
public record Visit(Realm realm, String wire, Origin origin, Optional<String> audience) {}
