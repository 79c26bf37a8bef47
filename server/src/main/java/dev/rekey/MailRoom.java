package dev.rekey;

import dev.rekey.config.Configuration;
import dev.rekey.config.Secret;
import dev.rekey.core.letter.Specimens;
import dev.rekey.core.store.Outbox;
import dev.rekey.core.token.Mint;
import dev.rekey.mail.Carrier;
import dev.rekey.mail.FolderCarrier;
import dev.rekey.mail.Letterhead;
import dev.rekey.mail.Letters;
import dev.rekey.mail.MailDesk;
import dev.rekey.mail.Postman;
import dev.rekey.mail.SampleLetters;
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

  /** Where the pages for people ask for a letter with a new password. */
  private static final String RESET_PAGE = "/account/forgot";

  private final Configuration configuration;
  private final String publicUrl;
  private final InstantSource clock;
  private final Letters letters;
  private final Stationery stationery;
  private final Carrier carrier;

  /**
   * @param publicUrl where people find this server
   * @param watched puts a watch on whoever carries the mail
   */
  MailRoom(
      Configuration configuration,
      String publicUrl,
      Mint mint,
      InstantSource clock,
      UnaryOperator<Carrier> watched) {
    Configuration.Mail mail = configuration.mail();
    String host = URI.create(publicUrl).getHost();
    Letterhead head = new Letterhead(mail.service(), publicUrl + RESET_PAGE, mail.contact());
    this.configuration = configuration;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.letters = new Letters(head, mail.templates(), mail.language());
    this.stationery = new Stationery(mail.from(), host, mint);
    this.carrier = watched.apply(carrier(configuration, host));
  }

  Postman postman(Outbox outbox) {
    return new Postman(outbox, letters, stationery, carrier, clock);
  }

  /** Every letter in words, for those who want to see them. */
  Specimens specimens() {
    return new SampleLetters(letters, publicUrl, clock);
  }

  MailDesk desk() {
    return new MailDesk(letters, stationery, carrier, specimens(), clock);
  }

  private static Carrier carrier(Configuration configuration, String host) {
    return configuration
        .mail()
        .smtp()
        .<Carrier>map(smtp -> new SmtpCarrier(settings(smtp, host)))
        .orElseGet(() -> new FolderCarrier(configuration.mailFolder()));
  }

  /** For a server that is about to deliver letters; a command that ends at once writes none. */
  void warnWithoutMailServer() {
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
