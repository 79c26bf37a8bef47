package dev.rekey.bench.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Onezone, whose clients show the password with every request, or a token that they have kept. */
record OnezoneWire() implements Wire {

  private static final String ZONE = "/api/v3/onezone";

  @Override
  public String name() {
    return "onezone";
  }

  /** Nobody signs in here: a password is shown, and with it anything may be asked for. */
  @Override
  public Ask signIn(Person person) {
    return Ask.get(ZONE + "/user", basic(person));
  }

  @Override
  public Session signedIn(Person person, Answer answer) {
    answer.must(200, person.email());
    return new Session(basic(person), answer.between("\"userId\":\"", "\""));
  }

  /** A token to keep. */
  @Override
  public Session settle(HttpLine line, Person person) throws IOException {
    String id = signIn(line, person).id();
    Answer answer =
        line.send(Ask.json("POST", ZONE + "/user/client_tokens", basic(person), "{}"))
            .must(200, "\"token\"");
    return new Session("x-auth-token: " + answer.between("\"token\":\"", "\"") + "\r\n", id);
  }

  @Override
  public Session check(HttpLine line, Person person, Session session) throws IOException {
    line.send(Ask.get(ZONE + "/user", session.fields())).must(200, person.email());
    return session;
  }

  /** As its document has it: with the password, and the old one in the body once more. */
  @Override
  public Session change(HttpLine line, Person person, Session session) throws IOException {
    String body =
        "{\"oldPassword\": \""
            + person.password()
            + "\", \"newPassword\": \""
            + person.nextPassword()
            + "\"}";
    line.send(Ask.json("PATCH", ZONE + "/user/password", basic(person), body)).must(204, "");
    return session;
  }

  /** There is no letter here: an administrator sets another password. */
  @Override
  public void reset(HttpLine line, Person person, Session session, Desk desk) throws IOException {
    String path = ZONE + "/users/" + session.id() + "/basic_auth";
    String body = "{\"newPassword\":\"" + person.nextPassword() + "\",\"basicAuthEnabled\":true}";
    line.send(Ask.json("PATCH", path, desk.needSteward().fields(), body)).must(204, "");
  }

  @Override
  public boolean resetNeedsSteward() {
    return true;
  }

  private static String basic(Person person) {
    byte[] pair = (person.email() + ':' + person.password()).getBytes(StandardCharsets.UTF_8);
    return "authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
  }
}
