package dev.rekey.mail;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;

/**
 * A mail that is ready to go.
 *
 * @param id the letter's key in the outbox
 * @param form the name of the letter's form, such as {@code reset-link}
 * @param sealedAt the mail's date
 */
public record Envelope(long id, String form, Instant sealedAt, MimeMessage message) {}
