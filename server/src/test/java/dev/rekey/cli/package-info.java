/** What the launcher's commands promise to whoever types them. */
@NullMarked
package dev.rekey.cli;

import org.jspecify.annotations.NullMarked;
