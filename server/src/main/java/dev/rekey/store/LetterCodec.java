package dev.rekey.store;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.AccountDeleted;
import dev.rekey.core.letter.Letter.ConfirmLink;
import dev.rekey.core.letter.Letter.EmailChanged;
import dev.rekey.core.letter.Letter.NewDevice;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.letter.Letter.UnlockLink;
import dev.rekey.core.letter.Letter.WayBack;
import dev.rekey.core.visit.Language;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.Optional;
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
    letter.language().ifPresent(language -> node.put("language", language.tag()));
    switch (letter) {
      case ResetLink(_, var name, var link, var expiresAt, var code, var number, _) -> {
        putLink(node.put("letter", "reset-link"), name, link, expiresAt);
        node.put("code", code).put("number", number);
      }
      case ConfirmLink(_, var name, var link, var expiresAt, _) ->
          putLink(node.put("letter", "confirm-link"), name, link, expiresAt);
      case UnlockLink(_, var name, var link, var expiresAt, _) ->
          putLink(node.put("letter", "unlock-link"), name, link, expiresAt);
      case PasswordChanged(_, var name, var at, var origin, var alarm, _) ->
          putDeed(node.put("letter", "password-changed").put("alarm", alarm), name, at, origin);
      case ResetDone(_, var name, var at, var origin, var alarm, _) ->
          putDeed(node.put("letter", "reset-done").put("alarm", alarm), name, at, origin);
      case EmailChanged(_, var name, var at, var origin, var alarm, _) ->
          putDeed(node.put("letter", "email-changed").put("alarm", alarm), name, at, origin);
      case NewDevice(_, var name, var at, var origin, var alarm, _) ->
          putDeed(node.put("letter", "new-device").put("alarm", alarm), name, at, origin);
      case PasswordSetByAdministrator(_, var name, var at, var alarm, _) ->
          putMoment(
              node.put("letter", "password-set-by-administrator").put("alarm", alarm), name, at);
      case WayBack(_, var name, var link, var expiresAt, var code, _) ->
          putLink(node.put("letter", "way-back").put("code", code), name, link, expiresAt);
      case AccountDeleted(_, var name, var at, _) ->
          putMoment(node.put("letter", "account-deleted"), name, at);
    }
    return json.writeValueAsBytes(node);
  }

  Letter read(byte[] bytes) {
    JsonNode node = json.readTree(bytes);
    if (node.required("form").intValue() != FORM) {
      throw new IllegalStateException("a letter of an unknown form: " + node.get("form"));
    }
    return plain(node).in(language(node));
  }

  private static Letter plain(JsonNode node) {
    String to = text(node, "to");
    String name = text(node, "name");
    return switch (text(node, "letter")) {
      case "reset-link" ->
          new ResetLink(
              to,
              name,
              text(node, "link"),
              time(node, "expiresAt"),
              node.path("code").stringValue(""),
              node.path("number").stringValue(""));
      case "confirm-link" -> new ConfirmLink(to, name, text(node, "link"), time(node, "expiresAt"));
      case "unlock-link" -> new UnlockLink(to, name, text(node, "link"), time(node, "expiresAt"));
      case "password-changed" ->
          alarmed(node, new PasswordChanged(to, name, time(node, "at"), origin(node)));
      case "reset-done" -> alarmed(node, new ResetDone(to, name, time(node, "at"), origin(node)));
      case "email-changed" ->
          alarmed(node, new EmailChanged(to, name, time(node, "at"), origin(node)));
      case "new-device" -> alarmed(node, new NewDevice(to, name, time(node, "at"), origin(node)));
      case "password-set-by-administrator" ->
          alarmed(node, new PasswordSetByAdministrator(to, name, time(node, "at")));
      case "way-back" ->
          new WayBack(
              to,
              name,
              text(node, "link"),
              time(node, "expiresAt"),
              text(node, "code"),
              Optional.empty());
      case "account-deleted" -> new AccountDeleted(to, name, time(node, "at"));
      case String unknown -> throw new IllegalStateException("an unknown letter: " + unknown);
    };
  }

  private static Letter alarmed(JsonNode node, Letter.Notice notice) {
    return notice.withAlarm(node.path("alarm").stringValue(""));
  }

  /** Letters of older versions have none. */
  private static Optional<Language> language(JsonNode node) {
    return node.path("language").stringValueOpt().flatMap(Language::of);
  }

  private static void putLink(ObjectNode node, String name, String link, Instant expiresAt) {
    node.put("name", name).put("link", link).put("expiresAt", expiresAt.toString());
  }

  private static void putDeed(ObjectNode node, String name, Instant at, Origin origin) {
    putMoment(node, name, at);
    node.put("address", origin.address()).put("agent", origin.agent());
  }

  private static void putMoment(ObjectNode node, String name, Instant at) {
    node.put("name", name).put("at", at.toString());
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
