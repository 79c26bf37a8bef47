package dev.rekey.dialect.own;

import dev.rekey.dialect.Reading;
import dev.rekey.http.Fields;
import dev.rekey.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The parameters of a request's query, read strictly: none unknown, none twice. */
final class Query {

  private final Fields fields;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Complaint> complaints = new ArrayList<>();

  private Query(Fields fields) {
    this.fields = fields;
  }

  static <C> Reading<C, Problem> read(Request request, Function<Query, C> decode) {
    Query query = new Query(request.query());
    C command = decode.apply(query);
    query.complainOfUnknown();
    return query.complaints.isEmpty()
        ? new Reading.Read<>(command)
        : new Reading.Misread<>(
            Problem.of(
                ProblemType.INVALID_QUERY,
                "The query is of another shape than documented.",
                query.complaints));
  }

  /** The parameter's value, if it stands there. */
  Optional<String> maybe(String name) {
    asked.add(name);
    if (fields.every(name).size() > 1) {
      complaints.add(Complaint.invalid(name, "there once"));
    }
    return fields.first(name);
  }

  /** The same as something else, if it can be that. */
  <T> Optional<T> maybe(String name, String expected, Function<String, Optional<T>> reader) {
    Optional<String> text = maybe(name);
    Optional<T> value = text.flatMap(reader);
    if (text.isPresent() && value.isEmpty()) {
      complaints.add(Complaint.invalid(name, expected));
    }
    return value;
  }

  private void complainOfUnknown() {
    fields.all().stream()
        .map(Fields.Field::name)
        .distinct()
        .filter(name -> !asked.contains(name))
        .map(this::unknown)
        .forEach(complaints::add);
  }

  private Complaint unknown(String name) {
    return Spelling.nearest(name, asked)
        .map(known ->
            Complaint.of(
                name,
                "unknown_member",
                "There is no such parameter. Did you mean " + known + "?",
                "nearest",
                known))
        .orElseGet(() -> Complaint.of(name, "unknown_member", "There is no such parameter."));
  }
}
