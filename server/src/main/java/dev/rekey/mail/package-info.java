/**
 * The mail room: letters that are owed become mails that are delivered; only here is SMTP known.
 */
@NullMarked
package dev.rekey.mail;

import org.jspecify.annotations.NullMarked;
