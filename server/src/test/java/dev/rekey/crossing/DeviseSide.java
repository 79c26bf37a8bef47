package dev.rekey.crossing;

import static dev.rekey.crossing.Phone.good;
import static dev.rekey.crossing.Phone.json;
import static dev.rekey.crossing.Phone.must;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Devise with devise-jwt. */
record DeviseSide(Phone phone) implements Side {

  private static final String USERS = "/api/v1/users";

  @Override
  public Person make(String nick) {
    Person person = new Person(nick + "@example.org", "a first password of " + nick.hashCode());
    must(
        phone.send(
            "POST",
            USERS,
            Map.of(),
            Map.of("user", Map.of("email", person.name(), "password", person.password()))));
    return person;
  }

  @Override
  public Optional<Session> signIn(Person person) {
    HttpResponse<String> answer =
        phone.send(
            "POST",
            USERS + "/sign_in",
            Map.of(),
            Map.of("user", Map.of("email", person.name(), "password", person.password())));
    return good(answer)
        ? Optional.of(
            new Session(
                Map.of("authorization", answer.headers().firstValue("authorization").orElseThrow()),
                json(answer).path("user").path("id").asString()))
        : Optional.empty();
  }

  @Override
  public boolean admits(Session session) {
    return good(phone.get(USERS, session.headers()));
  }

  @Override
  public boolean change(Session session, String current, String next) {
    Map<String, String> wish = Map.of("current_password", current, "password", next);
    return good(phone.send("PATCH", USERS, session.headers(), Map.of("user", wish)));
  }
}
