package dev.rekey.mail;

/** The name and password that a mail server knows this house by. */
public final class SmtpLogin {

  private final String name;
  private final String password;

  public SmtpLogin(String name, String password) {
    this.name = name;
    this.password = password;
  }

  String name() {
    return name;
  }

  String password() {
    return password;
  }

  @Override
  public String toString() {
    return "SmtpLogin[hidden]";
  }
}
