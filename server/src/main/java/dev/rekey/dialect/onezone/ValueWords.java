package dev.rekey.dialect.onezone;

import dev.rekey.dialect.onezone.Words.Text;

/** The exact strings about what the members of requests hold. */
final class ValueWords {

  static final Text MISSING_REQUIRED_VALUE =
      new Text(
          "missingRequiredValue",
          "Missing required value: {key}.",
          "The request data was missing a required value for \"{key}\".");

  static final Text BAD_VALUE_STRING =
      Text.of("badValueString", "Bad value: provided \"{key}\" must be a string.");

  static final Text BAD_VALUE_BOOLEAN =
      new Text(
          "badValueBoolean",
          "Bad value: provided \"{key}\" must be a boolean.",
          "Bad value: provided \"{key}\" must be a boolean value.");

  static final Text BAD_VALUE_JSON =
      Text.of("badValueJSON", "Bad value: provided \"{key}\" must be a valid JSON.");

  static final Text BAD_VALUE_LIST_OF_STRINGS =
      Text.of("badValueListOfStrings", "Bad value: provided \"{key}\" must be a list of strings.");

  static final Text BAD_VALUE_NOT_ALLOWED =
      Text.of("badValueNotAllowed", "Bad value: provided \"{key}\" must be one of: {allowed}.");

  static final Text BAD_VALUE_LIST_NOT_ALLOWED =
      Text.of(
          "badValueListNotAllowed",
          "Bad value: provided \"{key}\" must be a list containing zero or more following values:"
              + " {allowed}.");

  static final Text BAD_VALUE_IDENTIFIER_OCCUPIED =
      Text.of(
          "badValueIdentifierOccupied",
          "Bad value: provided identifier (\"{key}\") is already occupied.");

  static final Text BAD_VALUE_CAVEAT =
      new Text(
          "badValueCaveat",
          "Provided caveat is invalid: '{caveat}'.",
          "Bad value: provided caveat is invalid: \"{caveat}\".");

  static final Text BAD_VALUE_TOKEN_TYPE =
      new Text(
          "badValueTokenType",
          "Bad value: provided \"{key}\" is not a valid token type.",
          "Bad value: provided \"{key}\" must be a valid token type.");

  static final Text BAD_VALUE_TOKEN =
      new Text(
          "badValueToken",
          "Bad value: provided \"{key}\" is not a valid token (see details).",
          "Bad value: provided \"{key}\" is not a valid token: {tokenError}");

  private ValueWords() {}

  /** The catalogue has no newer sentence without a hint, and none is given. */
  static Text badData() {
    return new Text(
        "badData",
        "Bad value: provided \"{key}\" has an invalid format or is incomprehensible in the context"
            + " of this operation.",
        "Bad value provided for \"{key}\": null.");
  }

  /** Not in the catalogue at hand, but in the original. */
  static Text badIpv4Address() {
    return Text.of(
        "badValueIPv4Address", "Bad value: provided \"{key}\" is not a valid IPv4 address.");
  }

  static Text badUsername(NameRules rules) {
    return Text.of("badValueUsername", "Bad value: " + rules.aboutUsernames());
  }

  static Text badFullName(NameRules rules) {
    return Text.of("badValueFullName", "Bad value: " + rules.aboutFullNames());
  }

  static Text badTokenName(NameRules rules) {
    return new Text(
        "badValueName",
        "Bad value: " + rules.aboutTokenNames(),
        "Bad value provided for \"{key}\": " + rules.aboutTokenNames());
  }

  /** None of these is there. */
  static Text missingAll(Choice choice) {
    return new Text(
        "missingAtLeastOneValue",
        "Missing data, you must provide at least one of: " + choice.printed() + '.',
        "The request data was missing some values; you must provide at least one of: {keys}.");
  }
}
