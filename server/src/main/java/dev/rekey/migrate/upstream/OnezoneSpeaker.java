package dev.rekey.migrate.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import dev.rekey.core.arrival.Arrival;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks as a client of Onezone looks at its own user, with Basic credentials; nothing is opened by
 * that.
 *
 * @param role of every user
 */
public record OnezoneSpeaker(Role role) implements Speaker {

  private static final Pattern ID = Pattern.compile("([0-9a-f]{32})(?:ch[0-9a-f]{4})?");

  @Override
  public Testimony ask(Call call, String name, byte[] password) {
    if (name.indexOf(':') >= 0) {
      return new Testimony.Refused();
    }
    Reply reply = call.get("/user", Map.of("Authorization", basic(name, password)));
    if (reply.status() == 401 || reply.status() == 403) {
      return new Testimony.Refused();
    }
    if (!reply.isGood()) {
      throw reply.neither();
    }
    return new Testimony.Vouched(newcomer(new Person(reply.object()), reply));
  }

  private static String basic(String name, byte[] password) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes((name + ':').getBytes(UTF_8));
    both.writeBytes(password);
    return "Basic " + Base64.getEncoder().encodeToString(both.toByteArray());
  }

  private Newcomer newcomer(Person user, Reply reply) {
    String id = user.subject("userId");
    Matcher digits = ID.matcher(id);
    if (!digits.matches()) {
      throw Unanswered.odd("odd-id");
    }
    Optional<String> email =
        reply
            .object()
            .path("emails")
            .valueStream()
            .findFirst()
            .flatMap(one -> one.stringValueOpt())
            .filter(text -> !text.isBlank());
    Optional<String> username = user.text("username").or(() -> user.text("alias"));
    Logins logins = Person.logins(email, username, Optional.empty());
    return new Newcomer(
        digits.group(1),
        logins,
        role,
        profile(user),
        Arrival.Ids.ofHex32(digits.group(1)),
        true,
        Optional.empty());
  }

  private static Profile profile(Person user) {
    return user.text("fullName")
        .map(name -> new Profile(Map.of("full_name", name)))
        .orElseGet(Profile::empty);
  }
}
