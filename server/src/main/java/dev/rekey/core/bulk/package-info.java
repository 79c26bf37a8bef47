/** What is done to many accounts at once, as data: to whom, how far it is, and who wanted it. */
@NullMarked
package dev.rekey.core.bulk;

import org.jspecify.annotations.NullMarked;
