package dev.rekey.migrate.relay;

import dev.rekey.transcript.Site;
import java.time.Duration;

/**
 * Where the relay stands, and before whom.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param timeout how long the upstream, or the client, may be silent amid a message
 * @param glimpse how many bytes of a body are kept for the onlooker
 * @param connections so many clients at once; more wait
 */
public record RelaySettings(
    Site upstream, String host, int port, Duration timeout, int glimpse, int connections) {}
