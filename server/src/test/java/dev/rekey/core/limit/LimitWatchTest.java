package dev.rekey.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.limit.LimitWatch.Reason;
import dev.rekey.core.proof.HandClock;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.MemoryStore;
import dev.rekey.core.visit.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What somebody hears who watches the doorkeeper. */
class LimitWatchTest {

  private static final Optional<AccountId> ANNA = Optional.of(new AccountId(7));
  private static final Origin HOME = new Origin("192.0.2.7", "");

  private final List<Reason> heard = new ArrayList<>();
  private final HandClock clock = new HandClock(Scene.MORNING);
  private final Attempts attempts = new MemoryStore().attempts();
  private final LimitSettings settings = LimitSettings.standard();
  private final Doorkeeper doorkeeper = new Doorkeeper(attempts, settings, clock, heard::add);

  private void knockAndFail() {
    if (knock() instanceof Admission.Open open) {
      attempts.count(open.counted(), clock.instant(), Optional.empty());
      open.close();
    }
  }

  private Admission knock() {
    return doorkeeper.knock(Realm.MAIN, ANNA, "anna", HOME);
  }

  @Test
  void hearsNothingWhileAllAreLetIn() {
    for (int i = 0; i < settings.freePerAccount(); i++) {
      knockAndFail();
    }

    assertThat(heard).isEmpty();
  }

  @Test
  void hearsOfThoseWhoMustWait() {
    for (int i = 0; i <= settings.freePerAccount(); i++) {
      knockAndFail();
    }

    assertThat(heard).containsExactly(Reason.WAIT);
  }

  @Test
  void hearsOfThoseWhoStandBeforeALockedAccount() {
    for (int i = 0; i < settings.mostPerAccount(); i++) {
      knockAndFail();
      clock.pass(settings.longestWait());
    }
    heard.clear();
    knockAndFail();

    assertThat(heard).containsExactly(Reason.LOCKED);
  }

  @Test
  void hearsOfFullWindows() {
    exhaust(() -> doorkeeper.mayWriteTo(Realm.MAIN, ANNA, "anna"));
    exhaust(() -> doorkeeper.mayAskForLetters(HOME));
    exhaust(() -> doorkeeper.maySignUp(HOME));
    exhaust(() -> doorkeeper.mayCheckPasswords(HOME));

    assertThat(heard)
        .containsExactly(Reason.LETTERS, Reason.LETTERS, Reason.SIGN_UPS, Reason.CHECKS);
  }

  private static void exhaust(BooleanSupplier may) {
    int tries = 0;
    while (may.getAsBoolean()) {
      assertThat(++tries).as("tries without an end").isLessThan(10_000);
    }
  }
}
