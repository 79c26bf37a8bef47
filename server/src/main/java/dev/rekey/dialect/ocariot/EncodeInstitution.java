package dev.rekey.dialect.ocariot;

import dev.rekey.core.roster.Institution;
import dev.rekey.core.secretary.CreateInstitution;
import dev.rekey.core.secretary.DeleteInstitution;
import dev.rekey.core.secretary.EditInstitution;
import dev.rekey.core.secretary.ListInstitutions;
import dev.rekey.core.secretary.SeeInstitution;
import dev.rekey.http.Response;
import java.util.List;

/** From what came of an institution to this wire's words. */
final class EncodeInstitution {

  private EncodeInstitution() {}

  static Response created(CreateInstitution.Outcome outcome) {
    return switch (outcome) {
      case CreateInstitution.Outcome.Created(Institution institution) ->
          Answers.created(View.of(institution));
      case CreateInstitution.Outcome.NotAllowed() -> Answers.forbidden();
      case CreateInstitution.Outcome.NameTaken() -> Answers.taken(Resource.INSTITUTION);
    };
  }

  static Response edited(EditInstitution.Outcome outcome) {
    return switch (outcome) {
      case EditInstitution.Outcome.Edited(Institution institution) ->
          Answers.ok(View.of(institution));
      case EditInstitution.Outcome.NotAllowed() -> Answers.forbidden();
      case EditInstitution.Outcome.NoSuchInstitution() -> Answers.notFound(Resource.INSTITUTION);
      case EditInstitution.Outcome.NameTaken() -> Answers.taken(Resource.INSTITUTION);
    };
  }

  static Response seen(SeeInstitution.Outcome outcome) {
    return switch (outcome) {
      case SeeInstitution.Outcome.Found(Institution institution) ->
          Answers.ok(View.of(institution));
      case SeeInstitution.Outcome.NotAllowed() -> Answers.forbidden();
      case SeeInstitution.Outcome.NoSuchInstitution() -> Answers.notFound(Resource.INSTITUTION);
    };
  }

  static Response listed(ListInstitutions.Outcome outcome) {
    return switch (outcome) {
      case ListInstitutions.Outcome.Listed(List<Institution> institutions, long total) ->
          Answers.page(View.institutions(institutions), total);
      case ListInstitutions.Outcome.NotAllowed() -> Answers.forbidden();
    };
  }

  /** What is not there any more is as good as deleted. */
  static Response deleted(DeleteInstitution.Outcome outcome) {
    return switch (outcome) {
      case DeleteInstitution.Outcome.Deleted() -> Answers.noContent();
      case DeleteInstitution.Outcome.NoSuchInstitution() -> Answers.noContent();
      case DeleteInstitution.Outcome.NotAllowed() -> Answers.forbidden();
      case DeleteInstitution.Outcome.InUse() -> Answers.error(400, Words.INSTITUTION_IN_USE);
    };
  }
}
