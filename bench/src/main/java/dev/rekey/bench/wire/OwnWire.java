package dev.rekey.bench.wire;

import java.io.IOException;

/** Rekey's own API. */
record OwnWire() implements Wire {

  private static final String API = "/rekey/v1";

  @Override
  public String name() {
    return "own";
  }

  @Override
  public Ask signIn(Person person) {
    return Ask.json(
        "POST",
        API + "/sessions",
        "",
        "{\"login\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"}");
  }

  @Override
  public Session signedIn(Person person, Answer answer) {
    Answer good = answer.must(201, account(person));
    return Session.bearer(
        good.between("\"token\":\"", "\""), good.between("\"account\":{\"id\":\"", "\""));
  }

  @Override
  public Session check(HttpLine line, Person person, Session session) throws IOException {
    line.send(Ask.get(API + "/account", session.fields())).must(200, account(person));
    return session;
  }

  @Override
  public Session change(HttpLine line, Person person, Session session) throws IOException {
    String body =
        "{\"current_password\":\""
            + person.password()
            + "\",\"new_password\":\""
            + person.nextPassword()
            + "\"}";
    line.send(Ask.json("PUT", API + "/account/password", session.fields(), body)).must(204, "");
    return session;
  }

  @Override
  public void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException {
    line.send(
            Ask.json(
                "POST", API + "/password-resets", "", "{\"login\":\"" + person.email() + "\"}"))
        .must(202, "");
    String ticket = desk.letters().ticketFor(person.email());
    String body =
        "{\"ticket\":\"" + ticket + "\",\"new_password\":\"" + person.nextPassword() + "\"}";
    line.send(Ask.json("POST", API + "/password-resets/complete", "", body)).must(204, "");
  }

  private static String account(Person person) {
    return "\"email\":\"" + person.email() + '"';
  }
}
