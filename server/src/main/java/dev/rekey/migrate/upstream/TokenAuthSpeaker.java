package dev.rekey.migrate.upstream;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks as a client of devise_token_auth signs in, and signs out again.
 *
 * @param credentials the header fields that hold the token, the client and the uid
 * @param usual the role of whom the old system gives none that is known here
 */
public record TokenAuthSpeaker(List<String> credentials, Roles roles, Role usual)
    implements Speaker {

  public TokenAuthSpeaker {
    credentials = List.copyOf(credentials);
  }

  @Override
  public Testimony ask(Call call, String name, byte[] password) {
    String key = name.contains("@") ? "email" : "username";
    Reply reply = call.post("/sign_in", Bodies.of(List.of(), key, name, password));
    if (reply.status() == 401) {
      return new Testimony.Refused();
    }
    if (!reply.isGood()) {
      throw reply.neither();
    }
    leave(call, reply);
    if (reply.object().path("data") instanceof ObjectNode data) {
      return new Testimony.Vouched(newcomer(new Person(data)));
    }
    throw Unanswered.odd("no-data");
  }

  private void leave(Call call, Reply reply) {
    Map<String, String> fields = new LinkedHashMap<>();
    credentials.forEach(field -> reply.header(field).ifPresent(value -> fields.put(field, value)));
    if (fields.size() == credentials.size()) {
      call.leave("/sign_out", fields);
    }
  }

  private Newcomer newcomer(Person user) {
    String subject = user.subject("id");
    Optional<String> uid = user.text("uid");
    Optional<String> email = user.text("email").or(() -> uid.filter(text -> text.contains("@")));
    return user.newcomer(
        subject,
        Person.logins(email, user.text("username"), uid),
        user.role(roles, usual),
        user.profile(),
        Person.number(subject),
        !user.lacks("confirmed_at"));
  }
}
