package dev.rekey.dialect.ocariot;

import dev.rekey.core.account.Handle;
import dev.rekey.core.policy.Violation;
import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.EditMember;
import dev.rekey.core.secretary.EnrolMember;
import dev.rekey.core.secretary.FindChildByTag;
import dev.rekey.core.secretary.ListMembers;
import dev.rekey.core.secretary.SeeMember;
import dev.rekey.http.Response;
import java.time.Duration;
import java.util.List;

/** From what came of a child, a family, an educator … to this wire's words. */
final class EncodeMember {

  private EncodeMember() {}

  static Response enrolled(MemberKind kind, EnrolMember.Outcome outcome) {
    return switch (outcome) {
      case EnrolMember.Outcome.Enrolled(Member member) -> Answers.created(View.of(kind, member));
      case EnrolMember.Outcome.NotAllowed() -> Answers.forbidden();
      case EnrolMember.Outcome.FutureDate(String date) -> Answers.futureDate(date);
      case EnrolMember.Outcome.Refused(List<Violation> violations) -> refused(violations);
      case EnrolMember.Outcome.NameTaken() -> Answers.taken(Resource.of(kind));
      case EnrolMember.Outcome.NoSuchChildren(List<Handle.Hex24> ids) ->
          Answers.noSuchChildren(ids);
      case EnrolMember.Outcome.NoSuchInstitution() -> Answers.noSuchInstitution();
      case EnrolMember.Outcome.Overloaded(Duration retryAfter) -> Answers.overloaded(retryAfter);
    };
  }

  static Response edited(MemberKind kind, EditMember.Outcome outcome) {
    return switch (outcome) {
      case EditMember.Outcome.Edited(Member member) -> Answers.ok(View.of(kind, member));
      case EditMember.Outcome.NotAllowed() -> Answers.forbidden();
      case EditMember.Outcome.NoSuchMember() -> Answers.notFound(Resource.of(kind));
      case EditMember.Outcome.FutureDate(String date) -> Answers.futureDate(date);
      case EditMember.Outcome.Refused(List<Violation> violations) -> refused(violations);
      case EditMember.Outcome.NameTaken() -> Answers.taken(Resource.of(kind));
      case EditMember.Outcome.NoSuchChildren(List<Handle.Hex24> ids) -> Answers.noSuchChildren(ids);
      case EditMember.Outcome.NoSuchInstitution() -> Answers.noSuchInstitution();
    };
  }

  static Response seen(MemberKind kind, SeeMember.Outcome outcome) {
    return switch (outcome) {
      case SeeMember.Outcome.Found(Member member) -> Answers.ok(View.of(kind, member));
      case SeeMember.Outcome.NotAllowed() -> Answers.forbidden();
      case SeeMember.Outcome.NoSuchMember() -> Answers.notFound(Resource.of(kind));
    };
  }

  static Response listed(MemberKind kind, ListMembers.Outcome outcome) {
    return switch (outcome) {
      case ListMembers.Outcome.Listed(List<Member> members, long total) ->
          Answers.page(View.of(kind, members), total);
      case ListMembers.Outcome.NotAllowed() -> Answers.forbidden();
    };
  }

  static Response found(FindChildByTag.Outcome outcome) {
    return switch (outcome) {
      case FindChildByTag.Outcome.Found(Member child) ->
          Answers.ok(View.of(MemberKind.CHILD, child));
      case FindChildByTag.Outcome.NotAllowed() -> Answers.forbidden();
      case FindChildByTag.Outcome.NoSuchMember() -> Answers.notFound(Resource.CHILD);
    };
  }

  private static Response refused(List<Violation> violations) {
    return Answers.invalid(Complaints.about(Words.PASSWORD, violations));
  }
}
