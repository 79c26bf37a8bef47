package dev.rekey.admin;

import dev.rekey.page.Field;
import java.util.List;
import java.util.Map;

/**
 * A form over something that somebody else may change meanwhile.
 *
 * @param seen as of when the form knows it
 * @param was what stood in the fields before somebody typed, by their names
 */
public record EditForm(String seen, Map<String, String> was, List<Field> fields) {

  public EditForm {
    fields = List.copyOf(fields);
  }
}
