/** The configuration: keys, where their values come from, and the messages when one is wrong. */
@NullMarked
package dev.rekey.config;

import org.jspecify.annotations.NullMarked;
