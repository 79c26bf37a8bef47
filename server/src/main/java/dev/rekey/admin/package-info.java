/** The console: pages for those who run the server, the same commands and outcomes as on a wire. */
@NullMarked
package dev.rekey.admin;

import org.jspecify.annotations.NullMarked;
