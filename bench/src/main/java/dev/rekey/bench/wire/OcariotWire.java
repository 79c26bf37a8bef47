package dev.rekey.bench.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** OCARIoT, where everybody is an educator. */
record OcariotWire() implements Wire {

  @Override
  public String name() {
    return "ocariot";
  }

  @Override
  public Ask signIn(Person person) {
    return Ask.json(
        "POST",
        "/v1/auth",
        "",
        "{\"username\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"}");
  }

  @Override
  public Session signedIn(Person person, Answer answer) {
    String token =
        answer.must(200, "\"access_token\"").between("\"access_token\":\"", "\"").strip();
    return Session.bearer(token, subject(token, answer));
  }

  private static String subject(String token, Answer answer) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    String text = new String(claims, StandardCharsets.UTF_8);
    return new Answer(answer.status(), answer.head(), text).between("\"sub\":\"", "\"");
  }

  @Override
  public Session check(HttpLine line, Person person, Session session) throws IOException {
    line.send(Ask.get("/v1/educators/" + session.id(), session.fields()))
        .must(200, "\"id\":\"" + session.id() + '"');
    return session;
  }

  @Override
  public Session change(HttpLine line, Person person, Session session) throws IOException {
    String body =
        "{\"old_password\":\""
            + person.password()
            + "\",\"new_password\":\""
            + person.nextPassword()
            + "\"}";
    String path = "/v1/users/" + session.id() + "/password";
    line.send(Ask.json("PUT", path, session.fields(), body)).must(204, "");
    return session;
  }

  /** There is no letter here: an administrator sets another password. */
  @Override
  public void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException {
    String body = "{\"new_password\":\"" + person.nextPassword() + "\"}";
    String path = "/v1/users/" + session.id() + "/reset-password";
    line.send(Ask.json("POST", path, desk.needSteward().fields(), body)).must(204, "");
  }

  @Override
  public boolean resetNeedsSteward() {
    return true;
  }
}
