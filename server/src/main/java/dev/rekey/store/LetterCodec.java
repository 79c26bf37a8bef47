package dev.rekey.store;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Letters as bytes and back. The form outlives an upgrade: a letter that an older version wrote is
 * still owed, so a case may gain members, and the number in {@code form} grows when one loses any.
 */
final class LetterCodec {

  private static final int FORM = 1;

  private final JsonMapper json = JsonMapper.shared();

  byte[] write(Letter letter) {
    ObjectNode node = json.createObjectNode().put("form", FORM).put("to", letter.to());
    switch (letter) {
      case ResetLink(_, var name, var link, var expiresAt) ->
          node.put("letter", "reset-link")
              .put("name", name)
              .put("link", link)
              .put("expiresAt", expiresAt.toString());
      case PasswordChanged(_, var name, var at, var origin) ->
          put(node.put("letter", "password-changed"), name, at, origin);
      case ResetDone(_, var name, var at, var origin) ->
          put(node.put("letter", "reset-done"), name, at, origin);
      case PasswordSetByAdministrator(_, var name, var at) ->
          node.put("letter", "password-set-by-administrator")
              .put("name", name)
              .put("at", at.toString());
    }
    return json.writeValueAsBytes(node);
  }

  Letter read(byte[] bytes) {
    JsonNode node = json.readTree(bytes);
    if (node.required("form").intValue() != FORM) {
      throw new IllegalStateException("a letter of an unknown form: " + node.get("form"));
    }
    String to = text(node, "to");
    String name = text(node, "name");
    return switch (text(node, "letter")) {
      case "reset-link" -> new ResetLink(to, name, text(node, "link"), time(node, "expiresAt"));
      case "password-changed" -> new PasswordChanged(to, name, time(node, "at"), origin(node));
      case "reset-done" -> new ResetDone(to, name, time(node, "at"), origin(node));
      case "password-set-by-administrator" ->
          new PasswordSetByAdministrator(to, name, time(node, "at"));
      case String unknown -> throw new IllegalStateException("an unknown letter: " + unknown);
    };
  }

  private static void put(ObjectNode node, String name, Instant at, Origin origin) {
    node.put("name", name)
        .put("at", at.toString())
        .put("address", origin.address())
        .put("agent", origin.agent());
  }

  private static String text(JsonNode node, String member) {
    return node.required(member).stringValue();
  }

  private static Instant time(JsonNode node, String member) {
    return Instant.parse(text(node, member));
  }

  private static Origin origin(JsonNode node) {
    return new Origin(text(node, "address"), text(node, "agent"));
  }
}
