package dev.rekey.migrate.upstream;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks as a client of Devise with devise-jwt signs in, and signs out again.
 *
 * @param scope what wraps every body
 * @param key the attribute that names somebody who signs in
 * @param tokenHeader in which the token comes and goes
 * @param usual the role of whom the old system gives none that is known here
 */
public record DeviseSpeaker(String scope, String key, String tokenHeader, Roles roles, Role usual)
    implements Speaker {

  @Override
  public Testimony ask(Call call, String name, byte[] password) {
    Reply reply = call.post("/sign_in", Bodies.of(List.of(scope), key, name, password));
    if (reply.status() == 401) {
      return new Testimony.Refused();
    }
    if (!reply.isGood()) {
      throw reply.neither();
    }
    reply
        .header(tokenHeader)
        .ifPresent(token -> call.leave("/sign_out", Map.of(tokenHeader, token)));
    return new Testimony.Vouched(newcomer(user(reply.object()), name));
  }

  /** In its wrapper, in an envelope of the application's, or bare, as Devise has it. */
  private Person user(ObjectNode body) {
    JsonNode data = body.path("data");
    for (JsonNode one : List.of(body.path(scope), data.path(scope), data)) {
      if (one instanceof ObjectNode user) {
        return new Person(user);
      }
    }
    return new Person(body);
  }

  private Newcomer newcomer(Person user, String typed) {
    String subject = user.subject("id");
    Optional<String> email = user.text("email").or(() -> Optional.of(typed).filter(this::isEmail));
    Optional<String> username =
        user.text("username")
            .or(() -> user.text("login"))
            .or(() -> Optional.of(typed).filter(_ -> key.equals("username")));
    Logins logins = Person.logins(email, username, Optional.empty());
    return user.newcomer(
        subject,
        logins,
        user.role(roles, usual),
        user.profile(),
        Person.number(subject),
        !user.lacks("confirmed_at"));
  }

  private boolean isEmail(String typed) {
    return key.equals("email") && typed.contains("@");
  }
}
