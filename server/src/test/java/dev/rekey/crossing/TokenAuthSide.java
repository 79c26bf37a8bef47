package dev.rekey.crossing;

import static dev.rekey.crossing.Phone.good;
import static dev.rekey.crossing.Phone.json;
import static dev.rekey.crossing.Phone.must;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** devise_token_auth. */
record TokenAuthSide(Phone phone) implements Side {

  @Override
  public Person make(String nick) {
    Person person = new Person(nick + "@example.org", "a first password of " + nick.hashCode());
    must(
        phone.send(
            "POST",
            "/auth",
            Map.of(),
            Map.of(
                "email", person.name(),
                "password", person.password(),
                "password_confirmation", person.password())));
    return person;
  }

  @Override
  public Optional<Session> signIn(Person person) {
    HttpResponse<String> answer =
        phone.send(
            "POST",
            "/auth/sign_in",
            Map.of(),
            Map.of("email", person.name(), "password", person.password()));
    return good(answer)
        ? Optional.of(
            new Session(credentials(answer), json(answer).path("data").path("id").asString()))
        : Optional.empty();
  }

  private static Map<String, String> credentials(HttpResponse<String> answer) {
    return Stream.of("access-token", "client", "uid")
        .collect(
            Collectors.toMap(
                Function.identity(), name -> answer.headers().firstValue(name).orElseThrow()));
  }

  @Override
  public boolean admits(Session session) {
    return good(phone.get("/auth/validate_token", session.headers()));
  }

  @Override
  public boolean change(Session session, String current, String next) {
    return good(
        phone.send(
            "PUT",
            "/auth/password",
            session.headers(),
            Map.of("current_password", current, "password", next, "password_confirmation", next)));
  }
}
