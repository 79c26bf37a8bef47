/** The demonstration: five accounts, five documented exchanges, as they happen. */
@NullMarked
package dev.rekey.cli.demo;

import org.jspecify.annotations.NullMarked;
