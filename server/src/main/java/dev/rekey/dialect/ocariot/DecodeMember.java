package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.APPLICATION_NAME;
import static dev.rekey.dialect.ocariot.Words.INSTITUTION;
import static dev.rekey.dialect.ocariot.Words.INSTITUTION_ID;
import static dev.rekey.dialect.ocariot.Words.PASSWORD;
import static dev.rekey.dialect.ocariot.Words.USERNAME;

import dev.rekey.core.account.Handle;
import dev.rekey.core.password.Password;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.Belonging;
import dev.rekey.core.roster.InstitutionId;
import dev.rekey.core.roster.MemberEdit;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.EditMember;
import dev.rekey.core.secretary.EnrolMember;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From a request to the command that makes or changes a child, a family, an educator … */
final class DecodeMember {

  private DecodeMember() {}

  static Reading<EnrolMember.Command, Mistake> enrol(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    return Body.read(request, fields -> enrol(kind, fields, caller, visit));
  }

  static Reading<EditMember.Command, Mistake> edit(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    PathId whose = PathId.of(request, Resource.of(kind));
    return Body.read(request, fields -> edit(kind, whose, fields, caller, visit));
  }

  private static Reading<EnrolMember.Command, Mistake> enrol(
      MemberKind kind, FieldReader fields, Caller caller, Visit visit) {
    String username = username(fields).orElseGet(() -> fields.lack(USERNAME));
    String password = fields.typed(PASSWORD).orElseGet(() -> fields.lack(PASSWORD));
    Optional<InstitutionId> institution = institution(fields);
    if (institution.isEmpty() && kind != MemberKind.APPLICATION) {
      fields.lack(INSTITUTION);
    }
    Map<String, String> own = requiredFields(kind, fields);
    List<Handle.Hex24> children =
        kind == MemberKind.FAMILY ? DecodeChildren.required(fields) : List.of();
    return fields.read(() ->
        new EnrolMember.Command(
            caller,
            kind,
            username,
            Password.of(password),
            own,
            new Belonging(institution, children),
            visit));
  }

  private static Reading<EditMember.Command, Mistake> edit(
      MemberKind kind, PathId whose, FieldReader fields, Caller caller, Visit visit) {
    Decode.requireId(whose, fields);
    Optional<String> username = username(fields);
    Optional<InstitutionId> institution = institution(fields);
    if (fields.has(PASSWORD)) {
      fields.reject(new Mistake.PasswordElsewhere(whose.text()));
    }
    Map<String, String> own = optionalFields(kind, fields);
    Optional<List<Handle.Hex24>> children =
        kind == MemberKind.FAMILY ? DecodeChildren.optional(fields) : Optional.empty();
    return fields.read(() ->
        new EditMember.Command(
            caller,
            kind,
            whose.handle(),
            new MemberEdit(username, own, institution, children),
            visit));
  }

  private static Optional<String> username(FieldReader fields) {
    Optional<String> name = fields.text(USERNAME).map(String::strip);
    name.filter(String::isEmpty).ifPresent(_ -> fields.reject(new Mistake.Empty(USERNAME)));
    name.filter(text -> text.chars().anyMatch(Character::isISOControl))
        .ifPresent(_ -> fields.reject(new Mistake.Untypable(USERNAME)));
    return name;
  }

  private static Optional<InstitutionId> institution(FieldReader fields) {
    return fields
        .value(INSTITUTION)
        .or(() -> fields.value(INSTITUTION_ID))
        .map(value -> institution(value, fields));
  }

  private static InstitutionId institution(JsonNode value, FieldReader fields) {
    PathId id =
        new PathId(Resource.INSTITUTION.parameter(), value.isString() ? value.stringValue() : "");
    Decode.requireId(id, fields);
    return id.institution();
  }

  private static Map<String, String> requiredFields(MemberKind kind, FieldReader fields) {
    return switch (kind) {
      case CHILD -> DecodeChild.required(fields);
      case APPLICATION -> Map.of(APPLICATION_NAME, fields.requiredText(APPLICATION_NAME));
      case FAMILY, EDUCATOR, HEALTH_PROFESSIONAL -> Map.of();
    };
  }

  private static Map<String, String> optionalFields(MemberKind kind, FieldReader fields) {
    return switch (kind) {
      case CHILD -> DecodeChild.optional(fields);
      case APPLICATION ->
          fields
              .text(APPLICATION_NAME)
              .map(name -> Map.of(APPLICATION_NAME, name))
              .orElseGet(Map::of);
      case FAMILY, EDUCATOR, HEALTH_PROFESSIONAL -> Map.of();
    };
  }
}
