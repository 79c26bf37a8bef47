package dev.rekey;

import dev.rekey.config.Configuration;
import dev.rekey.config.Secret;
import dev.rekey.core.store.Outbox;
import dev.rekey.core.token.Mint;
import dev.rekey.mail.Carrier;
import dev.rekey.mail.FolderCarrier;
import dev.rekey.mail.Letterhead;
import dev.rekey.mail.Letters;
import dev.rekey.mail.Postman;
import dev.rekey.mail.SmtpCarrier;
import dev.rekey.mail.SmtpLogin;
import dev.rekey.mail.SmtpSettings;
import dev.rekey.mail.Stationery;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the wiring that makes the postman. */
final class MailRoom {

  private static final Logger LOG = LoggerFactory.getLogger(MailRoom.class);

  private MailRoom() {}

  static Postman postman(
      Configuration configuration,
      String publicUrl,
      Outbox outbox,
      Mint mint,
      InstantSource clock,
      UnaryOperator<Carrier> watched) {
    Configuration.Mail mail = configuration.mail();
    String host = URI.create(publicUrl).getHost();
    Letterhead head = new Letterhead("Rekey", publicUrl, mail.from());
    return new Postman(
        outbox,
        new Letters(head, mail.templates()),
        new Stationery(mail.from(), host, mint),
        watched.apply(carrier(configuration, host)),
        clock);
  }

  private static Carrier carrier(Configuration configuration, String host) {
    return configuration
        .mail()
        .smtp()
        .<Carrier>map(smtp -> new SmtpCarrier(settings(smtp, host)))
        .orElseGet(() -> new FolderCarrier(configuration.mailFolder()));
  }

  /** For a server that is about to deliver letters; a command that ends at once writes none. */
  static void warnWithoutMailServer(Configuration configuration) {
    if (configuration.mail().smtp().isEmpty()) {
      LOG.warn(
          "NO MAIL SERVER IS CONFIGURED: letters are put into {} and reach nobody."
              + " Set `mail.smtp.host`.",
          configuration.mailFolder());
    }
  }

  private static SmtpSettings settings(Configuration.Smtp smtp, String host) {
    return new SmtpSettings(
        smtp.host(),
        smtp.port(),
        smtp.user()
            .map(user -> new SmtpLogin(user, smtp.password().map(Secret::reveal).orElse(""))),
        SmtpSettings.Security.valueOf(smtp.security().toUpperCase(Locale.ROOT)),
        host);
  }
}
