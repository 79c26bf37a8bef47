package dev.rekey.bench.wire;

import java.io.IOException;

/** Devise with devise-jwt. */
record DeviseWire() implements Wire {

  private static final String USERS = "/api/v1/users";

  @Override
  public String name() {
    return "devise";
  }

  @Override
  public Ask signIn(Person person) {
    return Ask.json(
        "POST",
        USERS + "/sign_in",
        "",
        "{\"user\":{\"email\":\""
            + person.email()
            + "\",\"password\":\""
            + person.password()
            + "\"}}");
  }

  @Override
  public Session signedIn(Person person, Answer answer) {
    String token = answer.must(200, user(person)).need("authorization");
    return new Session("authorization: " + token + "\r\n", "");
  }

  @Override
  public Session check(HttpLine line, Person person, Session session) throws IOException {
    line.send(Ask.get(USERS, session.fields())).must(200, user(person));
    return session;
  }

  @Override
  public Session change(HttpLine line, Person person, Session session) throws IOException {
    String next = person.nextPassword();
    String body =
        "{\"user\":{\"password\":\""
            + next
            + "\",\"password_confirmation\":\""
            + next
            + "\",\"current_password\":\""
            + person.password()
            + "\"}}";
    line.send(Ask.json("PATCH", USERS, session.fields(), body)).must(200, user(person));
    return session;
  }

  @Override
  public void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException {
    line.send(
            Ask.json(
                "POST",
                USERS + "/password",
                "",
                "{\"user\":{\"email\":\"" + person.email() + "\"}}"))
        .must(201, "{}");
    String next = person.nextPassword();
    String body =
        "{\"user\":{\"reset_password_token\":\""
            + desk.letters().ticketFor(person.email())
            + "\",\"password\":\""
            + next
            + "\",\"password_confirmation\":\""
            + next
            + "\"}}";
    line.send(Ask.json("PUT", USERS + "/password", "", body))
        .must(200, user(person))
        .need("authorization");
  }

  private static String user(Person person) {
    return "\"email\":\"" + person.email() + '"';
  }
}
