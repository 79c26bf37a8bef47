package dev.rekey.crossing;

import static dev.rekey.crossing.Phone.good;
import static dev.rekey.crossing.Phone.json;
import static dev.rekey.crossing.Phone.must;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Onezone.
 *
 * @param admin who makes accounts here
 */
record OnezoneSide(Phone phone, Person admin) implements Side {

  private static final String ZONE = "/api/v3/onezone";

  @Override
  public Person make(String nick) {
    Person person = new Person(nick, "a first password of " + nick.hashCode());
    must(
        phone.send(
            "POST",
            ZONE + "/users",
            basic(admin),
            Map.of("username", person.name(), "password", person.password())));
    return person;
  }

  /** Whoever shows the password gets a token to keep. */
  @Override
  public Optional<Session> signIn(Person person) {
    HttpResponse<String> answer =
        phone.send("POST", ZONE + "/user/client_tokens", basic(person), Map.of());
    return good(answer)
        ? Optional.of(
            new Session(Map.of("x-auth-token", json(answer).path("token").asString()), ""))
        : Optional.empty();
  }

  private static Map<String, String> basic(Person person) {
    byte[] pair = (person.name() + ':' + person.password()).getBytes(StandardCharsets.UTF_8);
    return Map.of("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public boolean admits(Session session) {
    return good(phone.get(ZONE + "/user", session.headers()));
  }

  @Override
  public boolean change(Session session, String current, String next) {
    return good(
        phone.send(
            "PATCH",
            ZONE + "/user/password",
            session.headers(),
            Map.of("oldPassword", current, "newPassword", next)));
  }
}
