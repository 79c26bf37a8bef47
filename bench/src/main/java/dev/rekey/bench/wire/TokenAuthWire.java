package dev.rekey.bench.wire;

import java.io.IOException;

/** devise_token_auth. */
record TokenAuthWire() implements Wire {

  @Override
  public String name() {
    return "tokenauth";
  }

  @Override
  public Ask signIn(Person person) {
    return Ask.json(
        "POST",
        "/auth/sign_in",
        "",
        "{\"email\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"}");
  }

  @Override
  public Session signedIn(Person person, Answer answer) {
    return session(person, answer.must(200, user(person)));
  }

  /** The answer may bring another token, which takes the place of the one that was shown. */
  @Override
  public Session check(HttpLine line, Person person, Session session) throws IOException {
    Answer answer = line.send(Ask.get("/auth/validate_token", session.fields()));
    return session(person, answer.must(200, user(person)));
  }

  @Override
  public Session change(HttpLine line, Person person, Session session) throws IOException {
    Answer answer =
        line.send(Ask.json("PUT", "/auth/password", session.fields(), passwords(person)));
    return session(person, answer.must(200, "\"success\":true"));
  }

  @Override
  public void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException {
    String body =
        "{\"email\":\"" + person.email() + "\",\"redirect_url\":\"http://localhost:4200/app\"}";
    line.send(Ask.json("POST", "/auth/password", "", body)).must(200, "\"success\":true");
    String ticket = desk.letters().ticketFor(person.email());
    Session standIn = new Session(fields(ticket, "reset_password", person), "");
    session(
        person,
        line.send(Ask.json("PUT", "/auth/password", standIn.fields(), passwords(person)))
            .must(200, "\"success\":true"));
  }

  private static String passwords(Person person) {
    String next = person.nextPassword();
    return "{\"password\":\"" + next + "\",\"password_confirmation\":\"" + next + "\"}";
  }

  private static Session session(Person person, Answer answer) {
    return new Session(fields(answer.need("access-token"), answer.need("client"), person), "");
  }

  private static String fields(String token, String client, Person person) {
    return "access-token: "
        + token
        + "\r\nclient: "
        + client
        + "\r\nuid: "
        + person.email()
        + "\r\n";
  }

  private static String user(Person person) {
    return "\"uid\":\"" + person.email() + '"';
  }
}
