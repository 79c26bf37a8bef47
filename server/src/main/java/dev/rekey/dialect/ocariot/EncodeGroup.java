package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Handle;
import dev.rekey.core.roster.ChildrenGroup;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.CreateGroup;
import dev.rekey.core.secretary.DeleteGroup;
import dev.rekey.core.secretary.EditGroup;
import dev.rekey.core.secretary.ListGroups;
import dev.rekey.core.secretary.SeeGroup;
import dev.rekey.http.Response;
import java.util.List;

/** From what came of a group of children to this wire's words. */
final class EncodeGroup {

  private EncodeGroup() {}

  static Response created(MemberKind owner, CreateGroup.Outcome outcome) {
    return switch (outcome) {
      case CreateGroup.Outcome.Created(ChildrenGroup group) -> Answers.created(View.of(group));
      case CreateGroup.Outcome.NotAllowed() -> Answers.forbidden();
      case CreateGroup.Outcome.NoSuchOwner() -> Answers.notFoundBefore(Resource.of(owner));
      case CreateGroup.Outcome.NameTaken() -> Answers.taken(Resource.CHILDREN_GROUP);
      case CreateGroup.Outcome.NoSuchChildren(List<Handle.Hex24> ids) ->
          Answers.noSuchChildren(ids);
    };
  }

  static Response edited(MemberKind owner, EditGroup.Outcome outcome) {
    return switch (outcome) {
      case EditGroup.Outcome.Edited(ChildrenGroup group) -> Answers.ok(View.of(group));
      case EditGroup.Outcome.NotAllowed() -> Answers.forbidden();
      case EditGroup.Outcome.NoSuchOwner() -> Answers.notFoundBefore(Resource.of(owner));
      case EditGroup.Outcome.NoSuchGroup() -> Answers.notFound(Resource.CHILDREN_GROUP);
      case EditGroup.Outcome.NameTaken() -> Answers.taken(Resource.CHILDREN_GROUP);
      case EditGroup.Outcome.NoSuchChildren(List<Handle.Hex24> ids) -> Answers.noSuchChildren(ids);
    };
  }

  static Response seen(SeeGroup.Outcome outcome) {
    return switch (outcome) {
      case SeeGroup.Outcome.Found(ChildrenGroup group) -> Answers.ok(View.of(group));
      case SeeGroup.Outcome.NotAllowed() -> Answers.forbidden();
      case SeeGroup.Outcome.NoSuchGroup() -> Answers.notFound(Resource.CHILDREN_GROUP);
    };
  }

  static Response listed(MemberKind owner, ListGroups.Outcome outcome) {
    return switch (outcome) {
      case ListGroups.Outcome.Listed(List<ChildrenGroup> groups, long total) ->
          Answers.page(View.groups(groups), total);
      case ListGroups.Outcome.NotAllowed() -> Answers.forbidden();
      case ListGroups.Outcome.NoSuchOwner() -> Answers.notFoundBefore(Resource.of(owner));
    };
  }

  /** What is not there any more is as good as deleted. */
  static Response deleted(DeleteGroup.Outcome outcome) {
    return switch (outcome) {
      case DeleteGroup.Outcome.Deleted() -> Answers.noContent();
      case DeleteGroup.Outcome.NoSuchGroup() -> Answers.noContent();
      case DeleteGroup.Outcome.NotAllowed() -> Answers.forbidden();
    };
  }
}
