package dev.rekey.dialect.ocariot;

import java.util.List;

/** What can be wrong with the wording of a request on this wire. */
sealed interface Mistake {

  /** The body is no JSON object or array, or no form. */
  record UnreadableBody() implements Mistake {}

  /** The body says that it is not in UTF-8. */
  record ForeignCharset() implements Mistake {}

  /** What stands for an id, in the path or in the body, is not 24 hex digits. */
  record BadId(String parameter) implements Mistake {}

  /** The same for an id in the query. */
  record BadIdSomewhere() implements Mistake {}

  record NotText(String field) implements Mistake {}

  record Empty(String field) implements Mistake {}

  /** It has characters that no keyboard can type. */
  record Untypable(String field) implements Mistake {}

  /** Those of the required fields that are absent. */
  record Missing(List<String> fields) implements Mistake {}

  /** The only required field is absent. */
  record OneMissing(String field) implements Mistake {}

  record NotArray(String field) implements Mistake {}

  /** One of the children is neither an id nor something that has one. */
  record NoChildId() implements Mistake {}

  /** These of the children's ids are not 24 hex digits. */
  record BadChildIds(List<String> ids) implements Mistake {}

  record BadGender() implements Mistake {}

  record NoAge() implements Mistake {}

  /** It is not written as a date is. */
  record NotADate(String text) implements Mistake {}

  /** It is written as a date is, of a day that there is not. */
  record NoSuchDay(String text) implements Mistake {}

  record YearOutOfRange(String text) implements Mistake {}

  /** A password has a route of its own. */
  record PasswordElsewhere(String whose) implements Mistake {}
}
