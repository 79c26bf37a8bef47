package dev.rekey.core.macaroon;

import java.time.Instant;
import java.util.Optional;

/**
 * When, from where and by which way a token is shown; what is not known meets no condition.
 *
 * @param address in canonical text form
 */
public record Circumstances(Instant now, Optional<String> address, Optional<Channel> channel) {}
