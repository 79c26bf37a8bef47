package dev.rekey.core.store;

import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.change;
import static dev.rekey.core.store.Story.edited;
import static dev.rekey.core.store.Story.editing;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.token.Ending;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about passwords that have to be changed. */
interface MustChangeContract extends Contract {

  MustChange TEMPORARY = new MustChange.Temporary(NOW.plus(Duration.ofDays(1)));
  MustChange FORCED = new MustChange.Forced(NOW, Optional.of(7L));

  @Test
  default void aNewPasswordMayStay() {
    assertThat(made(ports(), "anna").credential().mustChange()).isEmpty();
  }

  @Test
  default void aTemporaryPasswordIsKnownToBeOne() {
    Account anna = made(ports(), "anna");

    giveTemporary(anna, 1);

    assertThat(again(ports(), anna).credential().mustChange()).contains(TEMPORARY);
    assertThat(again(ports(), anna).credential().version()).isEqualTo(2);
  }

  @Test
  default void aChangeSettlesIt() {
    Account anna = made(ports(), "anna");
    giveTemporary(anna, 1);

    ports().credentials().swap(change(anna, 2));

    assertThat(again(ports(), anna).credential().mustChange()).isEmpty();
  }

  @Test
  default void aForcedChangeKeepsThePasswordAndEndsWhatItOpened() {
    Account anna = made(ports(), "anna");
    open(ports(), anna, token(anna, "jti"));

    force(anna, FORCED);

    Account forced = again(ports(), anna);
    assertThat(forced.credential().mustChange()).contains(FORCED);
    assertThat(forced.credential().hash()).isEqualTo(anna.credential().hash());
    assertThat(forced.credential().version()).isEqualTo(1);
    assertThat(ports().grants().of(anna.id(), NOW)).isEmpty();
  }

  @Test
  default void aForcedChangeNeedsNoBulkDeed() {
    Account anna = made(ports(), "anna");
    MustChange alone = new MustChange.Forced(NOW, Optional.empty());

    force(anna, alone);

    assertThat(again(ports(), anna).credential().mustChange()).contains(alone);
  }

  @Test
  default void anotherEditLeavesItAsItIs() {
    Account anna = made(ports(), "anna");
    force(anna, FORCED);

    ports().accounts().revise(anna.id(), AccountEdit.none().withUsername("ann"), edited(anna));

    assertThat(again(ports(), anna).credential().mustChange()).contains(FORCED);
  }

  @Test
  default void aHashThatIsMadeAnewDoesNotSettleIt() {
    Account anna = made(ports(), "anna");
    force(anna, FORCED);

    ports().credentials().remake(anna.id(), Story.OLD, Story.NEW);

    assertThat(again(ports(), anna).credential().hash()).contains(Story.NEW);
    assertThat(again(ports(), anna).credential().mustChange()).contains(FORCED);
  }

  private void giveTemporary(Account account, long version) {
    AccountEdit edit = AccountEdit.none().withMustChange(TEMPORARY);
    ports().credentials().swap(editing(change(account, version), edit, Optional.empty()));
  }

  private void force(Account account, MustChange why) {
    ports()
        .accounts()
        .revise(
            account.id(),
            AccountEdit.none().withMustChange(why),
            edited(account).withEnding(new Ending.All()));
  }
}
