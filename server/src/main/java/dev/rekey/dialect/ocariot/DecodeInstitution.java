package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.ADDRESS;
import static dev.rekey.dialect.ocariot.Words.LATITUDE;
import static dev.rekey.dialect.ocariot.Words.LONGITUDE;
import static dev.rekey.dialect.ocariot.Words.NAME;
import static dev.rekey.dialect.ocariot.Words.TYPE;

import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.secretary.CreateInstitution;
import dev.rekey.core.secretary.EditInstitution;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From a request to the command that makes or changes an institution. */
final class DecodeInstitution {

  private DecodeInstitution() {}

  static Reading<CreateInstitution.Command, Mistake> create(
      Request request, Caller caller, Visit visit) {
    return Body.read(request, fields -> create(fields, caller, visit));
  }

  static Reading<EditInstitution.Command, Mistake> edit(
      Request request, Caller caller, Visit visit) {
    PathId which = PathId.of(request, Resource.INSTITUTION);
    return Body.read(request, fields -> edit(which, fields, caller, visit));
  }

  private static Reading<CreateInstitution.Command, Mistake> create(
      FieldReader fields, Caller caller, Visit visit) {
    String name = fields.requiredText(NAME);
    String type = fields.requiredText(TYPE);
    Institution.Details details =
        new Institution.Details(
            type,
            name,
            fields.text(ADDRESS),
            coordinate(fields, LATITUDE),
            coordinate(fields, LONGITUDE));
    return fields.read(() -> new CreateInstitution.Command(caller, details, visit));
  }

  private static Reading<EditInstitution.Command, Mistake> edit(
      PathId which, FieldReader fields, Caller caller, Visit visit) {
    Decode.requireId(which, fields);
    Optional<String> name = fields.text(NAME);
    Institution.Edit edit =
        new Institution.Edit(
            fields.text(TYPE),
            name,
            fields.text(ADDRESS),
            coordinate(fields, LATITUDE),
            coordinate(fields, LONGITUDE));
    return fields.read(() -> new EditInstitution.Command(caller, which.institution(), edit, visit));
  }

  /** Numbers become texts, and any other text will do as well. */
  private static Optional<String> coordinate(FieldReader fields, String field) {
    return fields
        .value(field)
        .map(value -> value.isNumber() ? Numbers.text(value) : text(fields, field, value));
  }

  private static String text(FieldReader fields, String field, JsonNode value) {
    return fields.text(field, value);
  }
}
