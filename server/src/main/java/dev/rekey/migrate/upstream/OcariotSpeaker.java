package dev.rekey.migrate.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.adoption.Testimony;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.http.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks as a client of OCARIoT signs in, reads from the token who that is, and looks at the user
 * with it. The wire has no sign-out: the token ends when its day is over.
 */
public record OcariotSpeaker(Roles roles) implements Speaker {

  private static final Map<String, String> SHELVES =
      Map.of(
          "child", "children",
          "family", "families",
          "educator", "educators",
          "healthprofessional", "healthprofessionals",
          "application", "applications");

  @Override
  public Testimony ask(Call call, String name, byte[] password) {
    Reply reply = call.post("/auth", Bodies.of(List.of(), "username", name, password));
    if (reply.status() == 401 || reply.status() == 400) {
      return new Testimony.Refused();
    }
    if (!reply.isGood()) {
      throw reply.neither();
    }
    String token = new Person(reply.object()).text("access_token").orElseThrow(OcariotSpeaker::odd);
    Person claims = claims(token);
    String id = claims.subject("sub").toLowerCase(Locale.ROOT);
    String kind = claims.text("sub_type").orElseThrow(OcariotSpeaker::odd);
    Role role = Person.role(roles, kind).orElseThrow(() -> Unanswered.odd("unknown-role"));
    return new Testimony.Vouched(newcomer(name, id, role, user(call, kind, id, token)));
  }

  private static Unanswered odd() {
    return Unanswered.odd("no-token");
  }

  /** The token came from where it was asked for: nobody has to check its signature. */
  private static Person claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length == 3 && parts[1].matches("[A-Za-z0-9_-]+")) {
      byte[] payload =
          Person.sound(() -> Base64.getUrlDecoder().decode(parts[1].getBytes(US_ASCII)));
      if (Json.parse(payload) instanceof Json.Parsed.Value(JsonNode node)
          && node instanceof ObjectNode claims) {
        return new Person(claims);
      }
    }
    throw odd();
  }

  /** An admin has no page of its own; whoever's page is not shown comes without particulars. */
  private static Person user(Call call, String kind, String id, String token) {
    Optional<String> shelf =
        Optional.ofNullable(SHELVES.get(kind)).filter(_ -> id.matches("[0-9a-f]{24}"));
    if (shelf.isEmpty() || !token.matches("[A-Za-z0-9_.-]+")) {
      return new Person(JsonNodeFactory.instance.objectNode());
    }
    Reply reply =
        call.get("/" + shelf.get() + '/' + id, Map.of("Authorization", "Bearer " + token));
    return switch (reply.status()) {
      case 200 -> new Person(reply.object());
      case 403, 404 -> new Person(JsonNodeFactory.instance.objectNode());
      default -> throw reply.neither();
    };
  }

  private static Newcomer newcomer(String typed, String id, Role role, Person user) {
    String username = user.text("username").orElse(typed);
    return user.newcomer(
        id,
        Person.logins(Optional.empty(), Optional.of(username), Optional.empty()),
        role,
        profile(role, user),
        Person.sound(() -> Arrival.Ids.ofHex24(id)),
        true);
  }

  private static Profile profile(Role role, Person user) {
    Map<String, String> fields = new LinkedHashMap<>();
    MemberKind.of(role).stream()
        .flatMap(kind -> kind.fields().stream())
        .sorted()
        .forEach(field -> user.text(field).ifPresent(text -> fields.put(field, text)));
    return new Profile(fields);
  }
}
