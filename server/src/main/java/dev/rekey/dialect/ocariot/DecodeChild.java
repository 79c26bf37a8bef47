package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.AGE;
import static dev.rekey.dialect.ocariot.Words.AGE_CALC_DATE;
import static dev.rekey.dialect.ocariot.Words.GENDER;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * From the fields that only a child has to what is kept of them; whether a day is past, the core
 * says.
 */
final class DecodeChild {

  private static final Set<String> GENDERS = Set.of("male", "female");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-(\\d\\d)");

  private static final int FIRST_YEAR = 1678;
  private static final int LAST_YEAR = 2261;

  private DecodeChild() {}

  static Map<String, String> required(FieldReader fields) {
    requireThere(fields, GENDER);
    Map<String, String> kept = new LinkedHashMap<>();
    gender(fields, kept);
    requireThere(fields, AGE);
    ages(fields, kept);
    return kept;
  }

  static Map<String, String> optional(FieldReader fields) {
    Map<String, String> kept = new LinkedHashMap<>();
    gender(fields, kept);
    ages(fields, kept);
    if (fields.has(AGE_CALC_DATE)) {
      requireThere(fields, AGE);
    }
    return kept;
  }

  private static void requireThere(FieldReader fields, String field) {
    if (!fields.has(field)) {
      fields.lack(field);
    }
  }

  private static void gender(FieldReader fields, Map<String, String> kept) {
    fields.value(GENDER).ifPresent(value -> kept.put(GENDER, gender(value, fields)));
  }

  private static String gender(JsonNode value, FieldReader fields) {
    String gender = value.isString() ? value.stringValue() : "";
    if (!GENDERS.contains(gender)) {
      fields.reject(new Mistake.BadGender());
    }
    return gender;
  }

  /** An age in years needs the day on which it was that; a day of birth does not. */
  private static void ages(FieldReader fields, Map<String, String> kept) {
    Optional<String> age = fields.value(AGE).map(value -> age(value, fields));
    age.ifPresent(text -> kept.put(AGE, text));
    if (age.filter(DecodeChild::isNumber).isPresent()) {
      requireThere(fields, AGE_CALC_DATE);
    }
    Optional<String> day = fields.text(AGE_CALC_DATE);
    day.ifPresent(text -> {
      checkDate(text, fields);
      kept.put(AGE_CALC_DATE, text);
    });
  }

  private static String age(JsonNode value, FieldReader fields) {
    String age = value.isNumber() ? Numbers.text(value) : fields.text(AGE, value);
    if (!isNumber(age)) {
      checkDate(age, fields);
    } else if (age.isBlank() || Double.parseDouble(age) <= 0) {
      fields.reject(new Mistake.NoAge());
    }
    return age;
  }

  /** What JavaScript takes for a number: blanks alone are nought. */
  private static boolean isNumber(String text) {
    return text.isBlank() || NUMBER.matcher(text.strip()).matches();
  }

  private static void checkDate(String text, FieldReader fields) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      fields.reject(new Mistake.NotADate(text));
      return;
    }
    int year = Integer.parseInt(date.group(1));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      fields.reject(new Mistake.YearOutOfRange(text));
    } else if (!YearMonth.of(year, Integer.parseInt(date.group(2)))
        .isValidDay(Integer.parseInt(date.group(3)))) {
      fields.reject(new Mistake.NoSuchDay(text));
    }
  }
}
