package dev.rekey.crossing;

import static dev.rekey.crossing.Phone.good;
import static dev.rekey.crossing.Phone.json;
import static dev.rekey.crossing.Phone.must;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Rekey's own API. */
record OwnSide(Phone phone) implements Side {

  private static final String API = "/rekey/v1";

  @Override
  public Person make(String nick) {
    Person person = new Person(nick + "@example.org", "a first password of " + nick.hashCode());
    must(
        phone.send(
            "POST",
            API + "/sign-up",
            Map.of(),
            Map.of("email", person.name(), "password", person.password())));
    return person;
  }

  @Override
  public Optional<Session> signIn(Person person) {
    HttpResponse<String> answer =
        phone.send(
            "POST",
            API + "/sessions",
            Map.of(),
            Map.of("login", person.name(), "password", person.password()));
    return good(answer) ? Optional.of(session(answer)) : Optional.empty();
  }

  private static Session session(HttpResponse<String> answer) {
    return new Session(
        Map.of("authorization", "Bearer " + json(answer).path("token").asString()),
        json(answer).path("account").path("id").asString());
  }

  @Override
  public boolean admits(Session session) {
    return good(phone.get(API + "/account", session.headers()));
  }

  @Override
  public boolean change(Session session, String current, String next) {
    return good(
        phone.send(
            "PUT",
            API + "/account/password",
            session.headers(),
            Map.of("current_password", current, "new_password", next)));
  }
}
