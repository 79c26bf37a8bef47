package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Member;
import dev.rekey.core.roster.MemberKind;
import dev.rekey.core.secretary.AdoptChild;
import dev.rekey.core.secretary.ListChildren;
import dev.rekey.core.secretary.ReleaseChild;
import dev.rekey.http.Response;
import java.util.List;

/** From what came of a family and its children to this wire's words. */
final class EncodeFamily {

  private EncodeFamily() {}

  static Response listed(ListChildren.Outcome outcome) {
    return switch (outcome) {
      case ListChildren.Outcome.Listed(List<Member> children, long total) ->
          Answers.page(View.children(children), total);
      case ListChildren.Outcome.NotAllowed() -> Answers.forbidden();
      case ListChildren.Outcome.NoSuchFamily() ->
          Answers.counted(Answers.notFound(Resource.FAMILY), 0);
    };
  }

  static Response adopted(AdoptChild.Outcome outcome) {
    return switch (outcome) {
      case AdoptChild.Outcome.Adopted(Member family) ->
          Answers.ok(View.of(MemberKind.FAMILY, family));
      case AdoptChild.Outcome.NotAllowed() -> Answers.forbidden();
      case AdoptChild.Outcome.NoSuchFamily() -> Answers.notFoundBefore(Resource.FAMILY);
      case AdoptChild.Outcome.NoSuchChild() -> Answers.error(400, Words.NO_CHILD_TO_ASSOCIATE);
    };
  }

  static Response released(ReleaseChild.Outcome outcome) {
    return switch (outcome) {
      case ReleaseChild.Outcome.Released() -> Answers.noContent();
      case ReleaseChild.Outcome.NotAllowed() -> Answers.forbidden();
      case ReleaseChild.Outcome.NoSuchFamily() -> Answers.notFound(Resource.FAMILY);
    };
  }
}
