package dev.rekey.bench.keycloak;

import java.time.Duration;

/**
 * One start of one side.
 *
 * @param firstAnswer from the start of the launcher to the first answer, complete
 * @param firstSignIn how long the first sign-in after that took
 * @param idleKiB resident memory between the two
 */
record Started(Duration firstAnswer, Duration firstSignIn, long idleKiB) {}
