package dev.rekey.migrate;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.rekey.core.account.Confirmation;
import dev.rekey.core.account.Credential;
import dev.rekey.core.account.Logins;
import dev.rekey.core.account.Moments;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.Profile;
import dev.rekey.core.account.Role;
import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.PasswordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An arrival while a format gathers it. */
final class Draft {

  private static final int LONGEST_NAME = 512;
  private static final int MOST_FIELDS = 200;

  private final Row row;
  private final Role role;
  private final Instant now;
  final Map<String, String> profile = new LinkedHashMap<>();
  final Set<String> privileges = new LinkedHashSet<>();
  final List<Arrival.Token> tokens = new ArrayList<>();
  final List<Arrival.Letter> letters = new ArrayList<>();
  final List<String> left = new ArrayList<>();
  Optional<String> email = Optional.empty();
  Optional<String> username = Optional.empty();
  Optional<String> uid = Optional.empty();
  Arrival.Ids ids = Arrival.Ids.none();
  Optional<PasswordHash> hash = Optional.empty();
  Optional<Long> version = Optional.empty();
  Optional<Instant> changedAt = Optional.empty();
  boolean passwordLogin = true;
  boolean disabled;
  Optional<Instant> confirmedAt = Optional.empty();
  Optional<String> pendingEmail = Optional.empty();
  Optional<Instant> createdAt = Optional.empty();
  Optional<Instant> updatedAt = Optional.empty();
  Optional<Instant> lastSignInAt = Optional.empty();
  Optional<Instant> sessionsEndedAt = Optional.empty();
  Optional<Instant> frozenAt = Optional.empty();
  Optional<MustChange> mustChange = Optional.empty();

  Draft(Row row, Role role, Instant now) {
    this.row = row;
    this.role = role;
    this.now = now.truncatedTo(MILLIS);
  }

  /** {@link Misfit} where it cannot be an account. */
  Arrival arrival() {
    try {
      return unchecked();
    } catch (IllegalArgumentException e) {
      throw new Misfit(String.valueOf(e.getMessage()));
    }
  }

  private Arrival unchecked() {
    if (email.isEmpty() && username.isEmpty() && uid.isEmpty()) {
      throw new Misfit("there is neither an e-mail address nor a username");
    }
    Logins logins = new Logins(email, username, uid);
    logins.all().forEach(Draft::requireShort);
    email
        .filter(address -> address.indexOf('@') < 0)
        .ifPresent(_ -> {
          throw new Misfit("the e-mail address has no @");
        });
    requireBearable();
    Instant born = createdAt.orElse(now);
    return new Arrival(
        row.place(),
        row.line(),
        logins,
        role,
        new Profile(profile),
        ids,
        new Credential(
            hash,
            version.orElse(1L),
            passwordLogin,
            changedAt,
            mustChange.map(MustChange::inMillis)),
        privileges,
        new Confirmation(confirmedAt, pendingEmail),
        disabled,
        new Moments(born, updatedAt.orElse(born), lastSignInAt, sessionsEndedAt, frozenAt),
        tokens,
        letters,
        left);
  }

  /** A column, if it says anything, has no place here. */
  void leave(String what, String... columns) {
    if (Stream.of(columns).anyMatch(row::says)) {
      left.add(what);
    }
  }

  private static void requireShort(String name) {
    if (name.length() > LONGEST_NAME) {
      throw new Misfit("a name is longer than " + LONGEST_NAME + " characters");
    }
  }

  private void requireBearable() {
    if (profile.size() > MOST_FIELDS) {
      throw new Misfit("there are more than " + MOST_FIELDS + " profile fields");
    }
  }
}
