package dev.rekey.admin;

import dev.rekey.page.Field;
import java.util.List;
import java.util.Map;

/**
 * What a bulk act would do.
 *
 * @param wish what the form says again
 * @param effects what will happen, sentence by sentence
 * @param sample some of those to whom it would be done
 * @param fields what has to be said before it begins
 */
public record BulkSurveyView(
    Map<String, String> wish,
    String deed,
    String target,
    long count,
    List<String> effects,
    List<Person> sample,
    List<Field> fields,
    String act) {

  public BulkSurveyView {
    effects = List.copyOf(effects);
    sample = List.copyOf(sample);
    fields = List.copyOf(fields);
  }

  /** Somebody to whom it would be done. */
  public record Person(String name, String role, String realm) {}
}
