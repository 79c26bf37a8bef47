/** The promises of the pages, without a server or a database. */
@NullMarked
package dev.rekey.web;

import org.jspecify.annotations.NullMarked;
