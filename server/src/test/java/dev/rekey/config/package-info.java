/** What the configuration promises to the people who write one. */
@NullMarked
package dev.rekey.config;

import org.jspecify.annotations.NullMarked;
