package dev.rekey.crossing;

import static dev.rekey.crossing.Phone.good;
import static dev.rekey.crossing.Phone.json;
import static dev.rekey.crossing.Phone.must;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * OCARIoT.
 *
 * @param admin who makes accounts here
 */
record OcariotSide(Phone phone, Person admin) implements Side {

  @Override
  public Person make(String nick) {
    Map<String, String> bearer = signIn(admin).orElseThrow().headers();
    String institution =
        json(must(
                phone.send(
                    "POST",
                    "/v1/institutions",
                    bearer,
                    Map.of("name", "School of " + nick, "type", "School"))))
            .path("id")
            .asString();
    Person person = new Person(nick, "a first password of " + nick.hashCode());
    must(
        phone.send(
            "POST",
            "/v1/educators",
            bearer,
            Map.of(
                "username", person.name(),
                "password", person.password(),
                "institution_id", institution)));
    return person;
  }

  @Override
  public Optional<Session> signIn(Person person) {
    HttpResponse<String> answer =
        phone.send(
            "POST",
            "/v1/auth",
            Map.of(),
            Map.of("username", person.name(), "password", person.password()));
    return good(answer)
        ? Optional.of(session(json(answer).path("access_token").asString()))
        : Optional.empty();
  }

  private static Session session(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    String subject =
        JsonMapper.shared()
            .readTree(new String(claims, StandardCharsets.UTF_8))
            .path("sub")
            .asString();
    return new Session(Map.of("authorization", "Bearer " + token), subject);
  }

  /** Whoever may not see it is told so only with a token that is good. */
  @Override
  public boolean admits(Session session) {
    return phone.get("/v1/educators/" + session.id(), session.headers()).statusCode() != 401;
  }

  @Override
  public boolean change(Session session, String current, String next) {
    return good(
        phone.send(
            "PUT",
            "/v1/users/" + session.id() + "/password",
            session.headers(),
            Map.of("old_password", current, "new_password", next)));
  }
}
