/** What is promised to people who come from other systems. */
@NullMarked
package dev.rekey.migrate;

import org.jspecify.annotations.NullMarked;
