package dev.rekey.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final List<Event> ALL =
      List.of(
          new Event.SignedIn(),
          new Event.SignInFailed(),
          new Event.PasswordChanged(),
          new Event.PasswordChangeRefused(),
          new Event.ResetRequested(),
          new Event.PasswordReset(),
          new Event.PasswordSetBySteward(),
          new Event.TemporaryPasswordGiven(),
          new Event.ChangeForced("7"),
          new Event.ForcedChangeTakenBack("7"),
          new Event.BulkTurned(BulkTurn.BEGUN, "7", "end-sessions", "everybody", ""),
          new Event.AccountCreated("admin"),
          new Event.AccountDisabled(),
          new Event.AccountEnabled(),
          new Event.AccountChanged(List.of("email")),
          new Event.AccountDeleted(),
          new Event.SignedOut(),
          new Event.SessionsEnded(),
          new Event.ConfirmationRequested(),
          new Event.EmailConfirmed(),
          new Event.UnlockRequested(),
          new Event.Unlocked(),
          new Event.ResetSent(),
          new Event.InstitutionCreated("5a62be07de34500146d9c544"),
          new Event.InstitutionChanged("5a62be07de34500146d9c544", List.of("name")),
          new Event.InstitutionDeleted("5a62be07de34500146d9c544"),
          new Event.TokenIssued("named"),
          new Event.TokenChanged(List.of("revoked")),
          new Event.TokenShown(),
          new Event.ResetCodeTyped(),
          new Event.ResetCodeRefused(),
          new Event.AuditExported(),
          new Event.AccountAdopted("new"),
          new Event.AdoptionRefused("occupied"),
          new Event.AccountsImported("devise", List.of("taken 2", "merged 1")),
          new Event.AlarmRaised("password-changed"),
          new Event.CaseClosed("7", "opened"));

  @Test
  void everyEventHasANameOfItsOwn() {
    assertThat(ALL).hasSameSizeAs(Event.class.getPermittedSubclasses());
    assertThat(ALL.stream().map(Event::name)).doesNotHaveDuplicates();
  }

  @Test
  void allNamesAreThoseOfTheEvents() {
    assertThat(Event.names())
        .containsExactlyElementsOf(ALL.stream().map(Event::name).sorted().toList());
  }

  /** The names are in trails that were written for good; they never change. */
  @Test
  void theNamesStayAsTheyWereWritten() {
    assertThat(ALL.stream().map(Event::name))
        .containsExactly(
            "signed-in",
            "sign-in-failed",
            "password-changed",
            "password-change-refused",
            "reset-requested",
            "password-reset",
            "password-set-by-steward",
            "temporary-password-given",
            "change-forced",
            "forced-change-taken-back",
            "bulk-turned",
            "account-created",
            "account-disabled",
            "account-enabled",
            "account-changed",
            "account-deleted",
            "signed-out",
            "sessions-ended",
            "confirmation-requested",
            "email-confirmed",
            "unlock-requested",
            "unlocked",
            "reset-sent",
            "institution-created",
            "institution-changed",
            "institution-deleted",
            "token-issued",
            "token-changed",
            "token-shown",
            "reset-code-typed",
            "reset-code-refused",
            "audit-exported",
            "account-adopted",
            "adoption-refused",
            "accounts-imported",
            "alarm-raised",
            "case-closed");
  }

  @Test
  void noEventHasRoomForMoreThanARoleAnIdAndTheNamesOfFields() {
    assertThat(
            ALL.stream().flatMap(event -> List.of(event.getClass().getRecordComponents()).stream()))
        .extracting(RecordComponent::getName)
        .containsOnly("role", "what", "id", "kind", "turn", "target", "approver");
  }
}
