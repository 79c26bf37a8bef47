/**
 * Spoken by the clients of Onezone's REST API, as on the page "Change user's password" of its API
 * reference (seed 003) and as release 21.02.7 answers it.
 *
 * <p>The original has no throttle, no blocklist and no rule but a length. What it therefore has no
 * words for is said with words that its clients know: a try that comes too soon is a {@code
 * temporaryFailure} with status 429, whatever is wrong with a new password is a {@code
 * badValuePassword} whose description tells what, and a lost race is {@code badBasicCredentials},
 * as the original says it. Onezone's own tokens are not issued here, so each one shown is a {@code
 * badToken}.
 */
@NullMarked
package dev.rekey.dialect.onezone;

import org.jspecify.annotations.NullMarked;
