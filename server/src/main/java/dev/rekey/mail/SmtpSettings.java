package dev.rekey.mail;

import java.util.Optional;

/**
 * Where and how mails are handed over.
 *
 * @param hello the name by which this server greets the other (EHLO)
 */
public record SmtpSettings(
    String host, int port, Optional<SmtpLogin> login, Security security, String hello) {

  public SmtpSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, found: " + port);
    }
  }

  /** How the way to the mail server is protected. */
  public enum Security {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** Encrypted after a first exchange, or not used (RFC 3207); mostly on port 587. */
    STARTTLS,
    /** Encrypted from the first byte (RFC 8314); mostly on port 465. */
    IMPLICIT
  }
}
