package dev.rekey.config;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The old system behind a mount, which vouches for people at their first sign-in here.
 *
 * @param base where the mount's own paths begin there
 * @param patience how long an answer is waited for
 * @param atOnce how many are asked about at the same moment
 * @param accounts how many people are expected from there; empty when nobody has said
 * @param highestId the highest number that it has given to anybody; empty when nobody has said
 * @param until the day from which on it is never asked, in UTC
 */
public record OldSystem(
    URI base,
    Duration patience,
    int atOnce,
    Optional<Integer> accounts,
    Optional<Integer> highestId,
    Optional<LocalDate> until) {}
