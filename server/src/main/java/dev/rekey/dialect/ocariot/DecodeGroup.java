package dev.rekey.dialect.ocariot;

import static dev.rekey.dialect.ocariot.Words.NAME;
import static dev.rekey.dialect.ocariot.Words.SCHOOL_CLASS;

import dev.rekey.core.account.Handle;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.CreateGroup;
import dev.rekey.core.secretary.EditGroup;
import dev.rekey.core.visit.Visit;
import dev.rekey.dialect.Reading;
import dev.rekey.http.Request;
import java.util.List;
import java.util.Optional;

/** From a request to the command that makes or changes a group of children. */
final class DecodeGroup {

  private DecodeGroup() {}

  static Reading<CreateGroup.Command, Mistake> create(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    PathId owner = PathId.of(request, Resource.of(kind));
    return Body.read(request, fields -> create(kind, owner, fields, caller, visit));
  }

  static Reading<EditGroup.Command, Mistake> edit(
      MemberKind kind, Request request, Caller caller, Visit visit) {
    return Body.read(request, fields -> edit(kind, request, fields, caller, visit));
  }

  private static Reading<CreateGroup.Command, Mistake> create(
      MemberKind kind, PathId owner, FieldReader fields, Caller caller, Visit visit) {
    Decode.requireId(owner, fields);
    String name = fields.requiredText(NAME);
    Optional<String> schoolClass = fields.text(SCHOOL_CLASS);
    List<Handle.Hex24> children = DecodeChildren.required(fields);
    return fields.read(() ->
        new CreateGroup.Command(
            caller,
            kind,
            owner.handle(),
            new ChildrenGroup.Draft(name, children, schoolClass),
            visit));
  }

  private static Reading<EditGroup.Command, Mistake> edit(
      MemberKind kind, Request request, FieldReader fields, Caller caller, Visit visit) {
    PathId owner = PathId.of(request, Resource.of(kind));
    PathId which = PathId.of(request, Resource.CHILDREN_GROUP);
    Decode.requireId(owner, fields);
    Decode.requireId(which, fields);
    Optional<String> name = fields.text(NAME);
    Optional<String> schoolClass = fields.text(SCHOOL_CLASS);
    Optional<List<Handle.Hex24>> children = DecodeChildren.optional(fields);
    return fields.read(() ->
        new EditGroup.Command(
            caller,
            kind,
            owner.handle(),
            which.group(),
            new ChildrenGroup.Edit(name, children, schoolClass),
            visit));
  }
}
