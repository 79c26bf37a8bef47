package dev.rekey.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code application/x-www-form-urlencoded}, flat or with the bracketed names of Rails and
 * Express, strictly: broken percent-encoding or UTF-8 makes the whole body unreadable.
 */
public final class FormBody {

  private static final int MOST_PAIRS = 1_000;

  private FormBody() {}

  /** What a second value under the same name does. */
  public enum Doubled {
    /** It makes the body unreadable. */
    REFUSE,
    /** It replaces the first (Rack). */
    LAST_WINS,
    /** Both become a list (Express). */
    ARRAY
  }

  /** The pairs in their order; empty if the body is unreadable. */
  public static Optional<Fields> parse(byte[] body) {
    return Utf8.decode(body).flatMap(FormBody::parse);
  }

  /** The pairs of a query string, without its question mark. */
  public static Optional<Fields> parse(String text) {
    List<Fields.Field> pairs = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      Optional<Fields.Field> field = field(pair);
      if (field.isEmpty() || pairs.size() == MOST_PAIRS) {
        return Optional.empty();
      }
      pairs.add(field.get());
    }
    return Optional.of(new Fields(pairs));
  }

  /**
   * The pairs as a tree, so that {@code user[password]=x} reads like {@code
   * {"user":{"password":"x"}}} and {@code tags[]=x} like {@code {"tags":["x"]}}.
   */
  public static Json.Parsed parseNested(byte[] body, Doubled doubled) {
    return parse(body)
        .flatMap(pairs -> nest(pairs, doubled))
        .<Json.Parsed>map(Json.Parsed.Value::new)
        .orElseGet(Json.Parsed.Unreadable::new);
  }

  /** The same for pairs that were read before, such as a query's. */
  public static Optional<JsonNode> nest(Fields pairs, Doubled doubled) {
    FormTree tree = new FormTree(doubled);
    boolean fits = pairs.all().stream().allMatch(pair -> tree.put(pair.name(), pair.value()));
    return fits ? Optional.of(tree.root()) : Optional.empty();
  }

  private static Optional<Fields.Field> field(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return Percent.decodeForm(name)
        .flatMap(n -> Percent.decodeForm(value).map(v -> new Fields.Field(n, v)));
  }
}
