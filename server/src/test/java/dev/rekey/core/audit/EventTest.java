package dev.rekey.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
          new Event.AccountCreated("admin"),
          new Event.AccountDisabled(),
          new Event.AccountEnabled());

  @Test
  void everyEventHasANameOfItsOwn() {
    assertThat(ALL).hasSameSizeAs(Event.class.getPermittedSubclasses());
    assertThat(ALL.stream().map(Event::name)).doesNotHaveDuplicates();
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
            "account-created",
            "account-disabled",
            "account-enabled");
  }

  @Test
  void noEventHasRoomForMoreThanARole() {
    assertThat(
            ALL.stream().flatMap(event -> List.of(event.getClass().getRecordComponents()).stream()))
        .allMatch(component -> component.getName().equals("role"));
  }
}
