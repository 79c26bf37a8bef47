package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.VISIT;
import static dev.rekey.core.store.Story.entry;
import static dev.rekey.core.store.Story.visitTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.audit.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about the audit trail. */
interface AuditTrailContract extends Contract {

  AccountId ANNA = new AccountId(4711);
  AccountId BOSS = new AccountId(4712);

  @Test
  default void theLatestComesFirst() {
    AuditTrail audit = ports().audit();
    audit.write(entry(ANNA, new Event.SignedIn()));
    audit.write(entry(ANNA, new Event.PasswordChangeRefused()));
    audit.write(entry(ANNA, new Event.PasswordChanged()));
    audit.write(entry(new AccountId(4712), new Event.SignInFailed()));

    assertThat(audit.latest(ANNA, 2))
        .containsExactly("password-changed", "password-change-refused");
    assertThat(audit.latest(ANNA, 100)).hasSize(3);
    assertThat(audit.latest(new AccountId(4713), 100)).isEmpty();
  }

  @Test
  default void aLineIsReadAsItWasWritten() {
    AuditTrail audit = ports().audit();
    Event changed = new Event.AccountChanged(List.of("email"));
    audit.write(entry(ANNA, new Event.SignedIn()));
    audit.write(new AuditEntry(NOW, VISIT, Optional.of(ANNA), Optional.of(BOSS), changed));
    audit.write(entry(BOSS, new Event.SignInFailed()));

    assertThat(audit.about(ANNA, 100))
        .containsExactly(
            new AuditLine(NOW, "account-changed", VISIT.wire(), VISIT.origin(), true),
            new AuditLine(NOW, "signed-in", VISIT.wire(), VISIT.origin(), false));
    assertThat(audit.about(ANNA, 1))
        .extracting(AuditLine::event)
        .containsExactly("account-changed");
    assertThat(audit.about(new AccountId(4713), 100)).isEmpty();
  }

  @Test
  default void aLineMayBeAboutNobodyAndBySomebody() {
    AuditEntry line =
        new AuditEntry(
            NOW,
            visitTo(new Realm("never-seen")),
            Optional.empty(),
            Optional.of(ANNA),
            new Event.SignInFailed());

    ports().audit().write(line);

    assertThat(ports().audit().latest(ANNA, 100)).isEmpty();
  }
}
