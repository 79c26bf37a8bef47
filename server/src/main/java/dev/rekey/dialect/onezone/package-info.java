/**
 * Spoken by the clients of Onezone's REST API: users, their passwords, privileges and tokens, as in
 * its API reference (seed 003 is its page "Change user's password") and as release 21.02.7 answers.
 *
 * <p>The original has no throttle, no blocklist and no rule for passwords but a length. What it
 * therefore has no words for is said with words that its clients know: a try that comes too soon is
 * a {@code temporaryFailure} with status 429, whatever is wrong with a new password is a {@code
 * badValuePassword} whose description tells what, and a lost race is {@code badBasicCredentials},
 * as the original says it, or a {@code temporaryFailure} where no password was shown.
 *
 * <p>A class for each family of routes ({@code OwnRoutes}, {@code UserRoutes} …) leads from the
 * gates that stand before all of them through decoding and a use case to the answer.
 */
@NullMarked
package dev.rekey.dialect.onezone;

import org.jspecify.annotations.NullMarked;
