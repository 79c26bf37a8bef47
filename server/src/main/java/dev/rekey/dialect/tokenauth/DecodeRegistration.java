package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Profile;
import dev.rekey.core.change.Wishes;
import dev.rekey.dialect.Reading;
import dev.rekey.dialect.Reading.Misread;
import dev.rekey.dialect.tokenauth.Decode.Change;
import dev.rekey.dialect.tokenauth.Decode.Misreading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From the parameters of a sign-up or an update to what somebody wants to be known by. */
final class DecodeRegistration {

  private static final List<String> ALWAYS =
      List.of(Words.EMAIL, Words.PASSWORD, Words.PASSWORD_CONFIRMATION);

  private final List<String> fields;

  /**
   * @param fields what people may say of themselves
   */
  DecodeRegistration(List<String> fields) {
    this.fields = fields;
  }

  /**
   * An account as somebody describes it who has none yet.
   *
   * @param email as sent; empty when absent or null
   */
  record Draft(Optional<String> email, Optional<String> username, Profile profile) {}

  /** Whether there is anything in it that a sign-up may say. */
  boolean saysAnything(JsonNode parameters) {
    return permitted().anyMatch(name -> isScalar(parameters, name));
  }

  /** Whether there is anything in it that an update may say. */
  boolean changesAnything(JsonNode parameters) {
    return saysAnything(parameters) || isScalar(parameters, Words.CURRENT_PASSWORD);
  }

  private Stream<String> permitted() {
    return Stream.concat(ALWAYS.stream(), fields.stream());
  }

  private static boolean isScalar(JsonNode parameters, String name) {
    return parameters.has(name) && parameters.get(name).isValueNode();
  }

  Draft draft(JsonNode parameters) {
    Map<String, String> profile = new LinkedHashMap<>();
    ofProfile()
        .forEach(
            name -> Decode.scalar(parameters, name).ifPresent(text -> profile.put(name, text)));
    return new Draft(
        Decode.scalar(parameters, Words.EMAIL), username(parameters), new Profile(profile));
  }

  /** The passwords in it; no field of the profile can hold a NUL. */
  Reading<Change, Misreading> change(JsonNode parameters) {
    return ofProfile()
        .filter(
            name -> Decode.scalar(parameters, name).filter(DecodeRegistration::hasNul).isPresent())
        .findFirst()
        .<Reading<Change, Misreading>>map(name -> new Misread<>(new Misreading.NotText(name)))
        .orElseGet(() -> Decode.changeAmongOthers(parameters));
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  /** A null takes a field away; an address or a name that is null is a blank one. */
  Wishes wishes(JsonNode parameters) {
    Map<String, Optional<String>> profile = new LinkedHashMap<>();
    ofProfile()
        .filter(name -> isScalar(parameters, name))
        .forEach(name -> profile.put(name, Decode.scalar(parameters, name)));
    Optional<String> username =
        fields.contains(Words.USERNAME) ? named(parameters, Words.USERNAME) : Optional.empty();
    return new Wishes(named(parameters, Words.EMAIL), username, profile, Optional.empty());
  }

  private Optional<String> username(JsonNode parameters) {
    return fields.contains(Words.USERNAME)
        ? Decode.scalar(parameters, Words.USERNAME)
        : Optional.empty();
  }

  private static Optional<String> named(JsonNode parameters, String name) {
    return isScalar(parameters, name)
        ? Optional.of(Decode.scalar(parameters, name).orElse(""))
        : Optional.empty();
  }

  private Stream<String> ofProfile() {
    return fields.stream().filter(name -> !name.equals(Words.USERNAME));
  }
}
