/** The comparison run: what the old system answers, held beside what Rekey would have answered. */
@NullMarked
package dev.rekey.migrate.shadow;

import org.jspecify.annotations.NullMarked;
