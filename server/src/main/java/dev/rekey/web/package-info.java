/** Pages for people: forms in, plain HTML out, the same commands and outcomes as on every wire. */
@NullMarked
package dev.rekey.web;

import org.jspecify.annotations.NullMarked;
