package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Answers.error;
import static dev.rekey.dialect.ocariot.Answers.invalid;

import dev.rekey.dialect.Reading;
import dev.rekey.http.Response;
import java.util.List;
import java.util.function.Function;

/** From a mistake in the wording of a request to this wire's words for it. */
final class EncodeMistake {

  private EncodeMistake() {}

  /** The answer to a command, unless there is a mistake instead of one. */
  static <C> Response or(Reading<C, Mistake> reading, Function<C, Response> answer) {
    return switch (reading) {
      case Reading.Misread<C, Mistake>(Mistake mistake) -> of(mistake);
      case Reading.Read<C, Mistake>(C command) -> answer.apply(command);
    };
  }

  static Response of(Mistake mistake) {
    return switch (mistake) {
      case Mistake.UnreadableBody() -> error(400, Words.UNREADABLE_BODY, Words.VALID_JSON_WANTED);
      case Mistake.ForeignCharset() -> error(415, Words.FOREIGN_CHARSET, Words.UTF_8_WANTED);
      case Mistake.BadId(String parameter) ->
          error(400, "Parameter {" + parameter + "} is not in valid format!", Words.ID_WANTED);
      case Mistake.BadIdSomewhere() -> error(400, Words.BAD_ID_SOMEWHERE, Words.ID_WANTED);
      case Mistake.NotText(String field) -> invalid(field + " must be a string!");
      case Mistake.Empty(String field) -> invalid(field + " must have at least one character!");
      case Mistake.Untypable(String field) -> invalid(field + Words.UNTYPABLE);
      case Mistake.Missing(List<String> fields) ->
          error(400, Words.FIELDS_MISSING, String.join(", ", fields) + " are required!");
      case Mistake.OneMissing(String field) ->
          error(400, Words.FIELD_MISSING, field + " is required!");
      case Mistake.NotArray(String field) -> invalid(field + " must be an array!");
      case Mistake.NoChildId() -> invalid(Words.CHILD_IDS_WANTED);
      case Mistake.BadChildIds(List<String> ids) ->
          invalid(Words.BAD_CHILD_IDS + String.join(", ", ids));
      case Mistake.BadGender() -> invalid(Words.GENDERS);
      case Mistake.NoAge() -> invalid(Words.NO_AGE);
      case Mistake.NotADate(String text) -> error(400, badDate(text), Words.DATE_WANTED);
      case Mistake.NoSuchDay(String text) -> error(400, badDate(text));
      case Mistake.YearOutOfRange(String text) -> error(400, "Date " + text + Words.OTHER_YEAR);
      case Mistake.PasswordElsewhere(String whose) ->
          error(400, Words.NOT_TO_BE_UPDATED, passwordRoute(whose));
    };
  }

  private static String badDate(String text) {
    return "Date: " + text + ", is not in valid ISO 8601 format.";
  }

  /** No blank before the second sentence, and a verb that this route does not have. */
  private static String passwordRoute(String whose) {
    return "A specific route to update user password already exists."
        + "Access: PATCH /users/"
        + whose
        + "/password to update your password.";
  }
}
