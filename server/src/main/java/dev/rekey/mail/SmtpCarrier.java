package dev.rekey.mail;

import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Never;
import dev.rekey.mail.Carrier.Receipt.Taken;
import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server. */
public final class SmtpCarrier implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "15000";

  /** Commands out of order, and a login that is missing. */
  private static final Set<Integer> OURS = Set.of(503, 530);

  /** RFC 3463 section 3.8: a matter of the servers' agreement, not of the recipient. */
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");

  private final SmtpSettings settings;
  private final Session session;

  public SmtpCarrier(SmtpSettings settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param trust whose certificates are believed
   */
  SmtpCarrier(SmtpSettings settings, SSLSocketFactory trust) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, trust));
  }

  @Override
  public Receipt carry(Envelope envelope) {
    Transport transport;
    try {
      transport = call();
    } catch (MessagingException e) {
      return new Later(names(e) + words(e));
    }
    try {
      send(envelope, transport);
      return new Taken();
    } catch (MessagingException e) {
      return receipt(e);
    } finally {
      hangUp(transport);
    }
  }

  @Override
  public Trial tryOut(Envelope envelope) {
    try {
      Transport transport = call();
      try {
        send(envelope, transport);
      } finally {
        hangUp(transport);
      }
      return new Trial.Passed(
          settings.host() + ':' + settings.port() + " has taken the letter, and delivers it.");
    } catch (MessagingException e) {
      return new Trial.Failed(new Diagnosis(settings).of(e));
    }
  }

  private static void send(Envelope envelope, Transport transport) throws MessagingException {
    Stationery.inSevenBits(envelope.message());
    transport.sendMessage(envelope.message(), envelope.message().getAllRecipients());
  }

  private Transport call() throws MessagingException {
    Transport transport = session.getTransport("smtp");
    if (settings.login().isPresent()) {
      SmtpLogin login = settings.login().get();
      transport.connect(login.name(), login.password());
    } else {
      transport.connect();
    }
    return transport;
  }

  /** How a call ends says nothing of the mail: that was taken, or was not, before. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the mail server did not wait for the end of the call", e);
    }
  }

  private static Receipt receipt(MessagingException failure) {
    return causes(failure)
        .flatMap(cause -> refusal(cause).stream())
        .findFirst()
        .orElseGet(() -> new Later(names(failure)));
  }

  private static Optional<Receipt> refusal(Throwable cause) {
    return switch (cause) {
      case SMTPAddressFailedException e -> Optional.of(refusal(e, e.getReturnCode(), "RCPT"));
      case SMTPSendFailedException e -> Optional.of(refusal(e, e.getReturnCode(), verb(e)));
      default -> Optional.empty();
    };
  }

  /** The server's own words are not repeated: they may hold the address. */
  private static Receipt refusal(MessagingException answer, int code, String verb) {
    String why = (code < 0 ? "no answer" : "SMTP " + code) + " to " + verb;
    return ours(answer, code, verb) || code < 500 ? new Later(why) : new Never(why);
  }

  /** Whether the operator has to mend something, and not the recipient. */
  private static boolean ours(MessagingException answer, int code, String verb) {
    return verb.equals("MAIL")
        || OURS.contains(code)
        || POLICY.matcher(String.valueOf(answer.getMessage())).find();
  }

  private static String verb(SMTPSendFailedException refused) {
    return refused.getCommand().startsWith("MAIL") ? "MAIL" : "DATA";
  }

  /** What a failed call says; no mail was spoken of yet, but the login may have been. */
  private static String words(MessagingException failure) {
    String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return failure instanceof AuthenticationFailedException ? "" : ": " + words;
  }

  /** The failure and its causes without their messages, which may hold anything. */
  private static String names(Throwable failure) {
    return causes(failure)
        .map(cause -> cause.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static Properties properties(SmtpSettings settings, SSLSocketFactory trust) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.localhost", settings.hello());
    properties.setProperty("mail.smtp.auth", flag(settings.login().isPresent()));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.quitwait", flag(false));
    // Or a certificate that does not hold is tried again with other eyes.
    properties.setProperty("mail.smtp.socketFactory.fallback", flag(false));
    properties.putAll(security(settings.security()));
    properties.put("mail.smtp.ssl.socketFactory", trust);
    return properties;
  }

  private static Map<String, String> security(Security security) {
    return switch (security) {
      case NONE -> Map.of();
      case STARTTLS ->
          Map.of(
              "mail.smtp.starttls.enable", flag(true),
              "mail.smtp.starttls.required", flag(true),
              "mail.smtp.ssl.checkserveridentity", flag(true));
      case IMPLICIT ->
          Map.of(
              "mail.smtp.ssl.enable", flag(true),
              "mail.smtp.ssl.checkserveridentity", flag(true));
    };
  }

  private static String flag(boolean on) {
    return Boolean.toString(on);
  }
}
