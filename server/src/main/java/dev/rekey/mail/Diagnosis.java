package dev.rekey.mail;

import dev.rekey.mail.SmtpSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Tells an operator in plain words why a mail server did not take a mail, and what to look at. */
record Diagnosis(SmtpSettings settings) {

  /** What it cannot tell from the failure's kind, it quotes from the server, without secrets. */
  String of(MessagingException failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    return causes.stream()
        .flatMap(cause -> refusal(cause).stream())
        .findFirst()
        .or(() -> causes.reversed().stream().flatMap(cause -> call(cause).stream()).findFirst())
        .orElseGet(() -> where() + " did not take the letter: " + said(failure));
  }

  private Optional<String> refusal(Throwable cause) {
    return switch (cause) {
      case SMTPAddressFailedException e ->
          Optional.of(where() + " refuses the recipient: " + said(e));
      case SMTPSendFailedException e when e.getCommand().startsWith("MAIL") ->
          Optional.of(where() + " refuses the sender, which is `mail.from`: " + said(e));
      case SMTPSendFailedException e -> Optional.of(where() + " refuses the letter: " + said(e));
      case AuthenticationFailedException _ ->
          Optional.of(
              where()
                  + " does not accept the name and the password. Look at `mail.smtp.user` and"
                  + " `mail.smtp.password`.");
      default -> Optional.empty();
    };
  }

  private Optional<String> call(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ ->
          Optional.of("There is no host " + settings.host() + ". Look at `mail.smtp.host`.");
      case ConnectException _, NoRouteToHostException _ ->
          Optional.of(
              where()
                  + " cannot be reached: the connection was refused. Look at `mail.smtp.host` and"
                  + " `mail.smtp.port`, and whether a firewall is in between.");
      case SocketTimeoutException _ ->
          Optional.of(
              where()
                  + " does not answer in time. Look at `mail.smtp.port`, whether"
                  + " `mail.smtp.security` suits it, and whether a firewall is in between.");
      case CertPathBuilderException _ ->
          Optional.of(
              where()
                  + " shows a certificate that nobody vouches for, so nothing was sent. Java's trust"
                  + " store has to know who issued it.");
      case CertificateException _ ->
          Optional.of(
              where()
                  + " shows a certificate that does not hold for that name, or not now, so nothing"
                  + " was sent. Look at `mail.smtp.host`.");
      case SSLException _ -> Optional.of(notEncrypted());
      case MessagingException e when said(e).contains("STARTTLS") -> Optional.of(notEncrypted());
      default -> Optional.empty();
    };
  }

  private String notEncrypted() {
    String hint =
        settings.security() == Security.IMPLICIT
            ? "`implicit` is mostly for port 465; for port 587 it is `starttls`."
            : "`starttls` is mostly for port 587; for port 465 it is `implicit`.";
    return where() + " could not agree on TLS with us, so nothing was sent. " + hint;
  }

  private String where() {
    return settings.host() + ':' + settings.port();
  }

  /** The first line of what the server said. */
  private String said(Throwable failure) {
    String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return settings
        .login()
        .map(SmtpLogin::password)
        .filter(password -> !password.isEmpty())
        .map(password -> words.replace(password, "***"))
        .orElse(words);
  }
}
