package dev.rekey.core.store;

import static dev.rekey.core.store.Story.LATER;
import static dev.rekey.core.store.Story.NOW;
import static dev.rekey.core.store.Story.again;
import static dev.rekey.core.store.Story.made;
import static dev.rekey.core.store.Story.open;
import static dev.rekey.core.store.Story.signedIn;
import static dev.rekey.core.store.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.store.Grants.Arrival;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises about what somebody signs in with, and about tokens that are used. */
interface ArrivalsContract extends Contract {

  private boolean arrive(Account account, String device, Instant forgetAt) {
    Origin origin = new Origin("192.0.2.7", device);
    Letter notice = new Letter.NewDevice("a@x.org", "Anna", NOW, origin);
    Alarm alarm =
        new Alarm(
            account.id(),
            TokenDigest.of((forgetAt.equals(LATER) ? "" : "older ") + "alarm of " + device),
            Alarm.Deed.NEW_DEVICE,
            NOW,
            origin,
            LATER);
    Arrival arrival =
        new Arrival(TokenDigest.of(device), forgetAt, List.of(notice), List.of(alarm));
    return ports()
        .grants()
        .open(token(account, device), 1, 9, signedIn(account), List.of(), Optional.of(arrival));
  }

  @Test
  default void theFirstDeviceOfAllIsNobodysNews() {
    Account anna = made(ports(), "anna");

    assertThat(arrive(anna, "telephone", LATER)).isTrue();

    assertThat(ports().outbox().waiting()).isZero();
    assertThat(ports().alarms().find(TokenDigest.of("alarm of telephone"), NOW)).isEmpty();
  }

  @Test
  default void aNewDeviceIsNewsOnceAndHasItsAlarm() {
    Account anna = made(ports(), "anna");
    Account bert = made(ports(), "bert");
    arrive(bert, "typewriter", LATER);
    arrive(anna, "telephone", LATER);

    arrive(anna, "typewriter", LATER);
    arrive(anna, "typewriter", LATER);
    arrive(anna, "telephone", LATER);

    assertThat(ports().outbox().waiting()).isEqualTo(1);
    assertThat(ports().alarms().find(TokenDigest.of("alarm of typewriter"), NOW)).isPresent();
  }

  @Test
  default void aDeviceThatWasNotSeenForLongIsNewAgain() {
    Account anna = made(ports(), "anna");
    arrive(anna, "telephone", LATER);
    arrive(anna, "typewriter", NOW);

    arrive(anna, "typewriter", LATER);

    assertThat(ports().outbox().waiting()).isEqualTo(2);
  }

  @Test
  default void whoeverIsNotLetInLeavesNoTrace() {
    Account anna = made(ports(), "anna");
    arrive(anna, "telephone", LATER);
    ports().credentials().swap(Story.change(anna, 1));

    assertThat(arrive(anna, "typewriter", LATER)).isFalse();

    assertThat(ports().outbox().waiting()).isZero();
  }

  @Test
  default void aUseIsNotedAndMovesTheEnd() {
    Account anna = made(ports(), "anna");
    Grant grant = token(anna, "jti");
    open(ports(), anna, grant);
    assertThat(ports().grants().find(grant.ref()).orElseThrow().lastUsedAt()).isEqualTo(NOW);

    ports().grants().noteUse(grant.ref(), NOW.plusSeconds(90), NOW.plusSeconds(900));
    ports().grants().noteUse(grant.ref(), NOW.plusSeconds(30), LATER);

    Grant used = ports().grants().find(grant.ref()).orElseThrow();
    assertThat(used.lastUsedAt()).isEqualTo(NOW.plusSeconds(90));
    assertThat(used.expiresAt()).isEqualTo(NOW.plusSeconds(900));
    assertThat(again(ports(), anna).credential().version()).isEqualTo(1);
  }

  @Test
  default void aUseBringsNoEndedGrantBack() {
    Account anna = made(ports(), "anna");
    Grant grant = token(anna, "jti");
    open(ports(), anna, grant);
    ports().grants().end(grant.ref());

    ports().grants().noteUse(grant.ref(), NOW.plusSeconds(90), LATER);

    assertThat(ports().grants().find(grant.ref())).isEmpty();
  }
}
