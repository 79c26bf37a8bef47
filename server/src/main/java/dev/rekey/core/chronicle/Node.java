package dev.rekey.core.chronicle;

import java.time.Instant;

/**
 * One running server of those that share a database.
 *
 * @param name the machine's, with the port
 * @param seenAt when it last said that it is there
 */
public record Node(String name, String version, Instant startedAt, Instant seenAt) {}
