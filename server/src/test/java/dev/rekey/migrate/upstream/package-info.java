/** First sign-ins on the word of an old system, at the built server. */
@NullMarked
package dev.rekey.migrate.upstream;

import org.jspecify.annotations.NullMarked;
