/** Requests and answers as they go over the wire, byte for byte. */
@NullMarked
package dev.rekey.transcript;

import org.jspecify.annotations.NullMarked;
