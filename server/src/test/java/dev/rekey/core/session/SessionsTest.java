package dev.rekey.core.session;

import static dev.rekey.core.proof.Scene.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Handle;
import dev.rekey.core.audit.Event;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.proof.Scene;
import dev.rekey.core.session.Sessions.Session;
import dev.rekey.core.session.Sessions.Wish;
import dev.rekey.core.token.Issued;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final String SECRET = "yellow submarine";

  private final Scene scene = new Scene();

  @Test
  void theOwnerSeesAllAndWhichOneAsks() {
    scene.person("anna", SECRET);
    Issued here = scene.signedIn("anna", SECRET);
    Issued there = scene.signedIn("anna", SECRET);

    assertThat(sessions(scene.caller(here)))
        .hasSize(2)
        .filteredOn(Session::acting)
        .singleElement()
        .extracting(Session::grant)
        .isEqualTo(scene.caller(here).grant().orElseThrow());
    assertThat(sessions(scene.caller(here)))
        .allSatisfy(
            session -> assertThat(there.token() + here.token()).doesNotContain(session.name()));
  }

  @Test
  void theOwnerEndsOneOrAllOthersOrAll() {
    scene.person("anna", SECRET);
    Issued here = scene.signedIn("anna", SECRET);
    Issued there = scene.signedIn("anna", SECRET);
    Issued elsewhere = scene.signedIn("anna", SECRET);
    String name =
        sessions(scene.caller(there)).stream().filter(Session::acting).findFirst().get().name();

    assertThat(own(here, new Wish.End(name))).isEqualTo(new Sessions.Outcome.Ended(1));
    assertThat(scene.admits(there)).isFalse();
    assertThat(own(here, new Wish.End(name))).isEqualTo(new Sessions.Outcome.NoSuchSession());

    assertThat(own(here, new Wish.EndOthers())).isEqualTo(new Sessions.Outcome.Ended(1));
    assertThat(scene.admits(elsewhere)).isFalse();
    assertThat(scene.admits(here)).isTrue();

    assertThat(own(here, new Wish.EndAll())).isEqualTo(new Sessions.Outcome.Ended(1));
    assertThat(scene.admits(here)).isFalse();
  }

  @Test
  void nobodySeesAnothersSessionsWithoutTheRight() {
    Account anna = scene.person("anna", SECRET);
    scene.person("ben", SECRET);
    Issued annas = scene.signedIn("anna", SECRET);

    assertThat(ofAnother(scene.caller(scene.signedIn("ben", SECRET)), anna, new Wish.See()))
        .isEqualTo(new Sessions.Outcome.NotAllowed());
    assertThat(ofAnother(scene.caller(scene.signedIn("ben", SECRET)), anna, new Wish.EndAll()))
        .isEqualTo(new Sessions.Outcome.NotAllowed());
    assertThat(scene.admits(annas)).isTrue();
  }

  @Test
  void aStewardEndsAnothersSessionsAndThatIsWrittenDown() {
    Account anna = scene.person("anna", SECRET);
    Account root = scene.person("root", Scene.ADMIN, SECRET);
    Issued annas = scene.signedIn("anna", SECRET);

    assertThat(ofAnother(scene.caller(scene.signedIn("root", SECRET)), anna, new Wish.EndAll()))
        .isEqualTo(new Sessions.Outcome.Ended(1));

    assertThat(scene.admits(annas)).isFalse();
    assertThat(scene.lastEntry().event()).isEqualTo(new Event.SessionsEnded());
    assertThat(scene.lastEntry().by()).contains(root.id());
  }

  private List<Session> sessions(Caller caller) {
    Sessions.Command command = new Sessions.Command(caller, Optional.empty(), new Wish.See(), HOME);
    if (scene.sessions().handle(command) instanceof Sessions.Outcome.Seen(List<Session> seen)) {
      return seen;
    }
    throw new AssertionError("nothing seen");
  }

  private Sessions.Outcome own(Issued issued, Wish wish) {
    return scene
        .sessions()
        .handle(new Sessions.Command(scene.caller(issued), Optional.empty(), wish, HOME));
  }

  private Sessions.Outcome ofAnother(Caller caller, Account whose, Wish wish) {
    Optional<Handle> handle = Optional.of(new Handle.Hex24(whose.ids().hex24()));
    return scene.sessions().handle(new Sessions.Command(caller, handle, wish, HOME));
  }
}
