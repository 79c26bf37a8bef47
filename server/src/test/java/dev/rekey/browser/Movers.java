package dev.rekey.browser;

import dev.rekey.TestServer;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.adoption.Marks;
import dev.rekey.core.adoption.Newcomer;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.PasswordHash;
import dev.rekey.core.store.Adoptions.Beginning;
import dev.rekey.core.store.Adoptions.Wanted;
import dev.rekey.core.visit.Origin;
import dev.rekey.core.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who came over from an old system, ever fewer a day, and some who did not come yet. */
final class Movers {

  private static final Marks MARKS = new Marks(new byte[32]);

  private Movers() {}

  static void come(TestServer server) {
    Instant now = Instant.now();
    int number = 1000;
    for (int day = 0; day < 24; day++) {
      for (int one = 0; one < 1 + day * day / 24; one++) {
        adopt(server, ++number, now.minus(Duration.ofDays(day)));
      }
    }
    for (int one = 0; one < 7; one++) {
      server.create(Map.of("email", "waiting" + one + "@example.org"));
    }
  }

  private static void adopt(TestServer server, int number, Instant at) {
    Newcomer newcomer =
        new Newcomer(
            Integer.toString(number),
            Logins.of(Optional.of("mover" + number + "@example.org"), Optional.empty()),
            new Role("user"),
            Profile.empty(),
            Arrival.Ids.ofNumber(number),
            true,
            Optional.empty());
    Visit visit =
        new Visit(Realm.MAIN, "devise", new Origin("192.0.2.7", "curl/8"), Optional.empty());
    server
        .store()
        .adoptions()
        .adopt(
            new Wanted(
                newcomer,
                Optional.empty(),
                PasswordHash.of("$none$"),
                MARKS.ofSubject(newcomer.subject()),
                MARKS.ofNames("mover", newcomer.logins()),
                visit,
                at),
            _ -> new Beginning(Optional.empty(), List.of()));
  }
}
