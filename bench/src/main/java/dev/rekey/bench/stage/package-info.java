/** What is measured and where: the server, its database, the machine. */
@NullMarked
package dev.rekey.bench.stage;

import org.jspecify.annotations.NullMarked;
