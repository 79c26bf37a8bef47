package dev.rekey.dialect.onezone;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What this wire can find wrong with the wording of a request. */
sealed interface Objection {

  record UnreadableAccept() implements Objection {}

  record NotAcceptable() implements Objection {}

  record PreconditionFailed() implements Objection {}

  record UnsupportedMediaType() implements Objection {}

  record Malformed() implements Objection {}

  record Missing(String key) implements Objection {}

  record MissingAll(Choice choice) implements Objection {}

  record NotText(String key) implements Objection {}

  record NotFlag(String key) implements Objection {}

  /** It should be a JSON object. */
  record NotJson(String key) implements Objection {}

  record NotListOfTexts(String key) implements Objection {}

  record NotOneOf(String key, List<String> allowed) implements Objection {}

  record NotAllOf(String key, List<String> allowed) implements Objection {}

  /** It makes no sense for this member at all. */
  record BadData(String key) implements Objection {}

  record BadUsername() implements Objection {}

  record BadFullName() implements Objection {}

  record BadTokenName() implements Objection {}

  /** A password is null. */
  record NoPassword() implements Objection {}

  /** It is none, or none that this server can enforce. */
  record BadCaveat(JsonNode caveat) implements Objection {}

  record BadTokenType(String key) implements Objection {}

  record BadToken(String key) implements Objection {}

  record NotIpv4(String key) implements Objection {}
}
