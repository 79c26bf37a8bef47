package dev.rekey.migrate;

import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known beside a file about the people in it.
 *
 * @param usualRole of whom the file gives none
 * @param roleNames what the file's roles are called here
 * @param roles those of the configuration
 * @param tokenWire the mount that running sessions are to go on with; empty when there is none
 * @param lockedStayOut whoever was locked for too many failures is disabled here
 * @param confirmWithin how long a letter that confirms an address is good
 */
public record Habits(
    Role usualRole,
    Map<String, String> roleNames,
    Roles roles,
    HashReader hashes,
    Optional<String> tokenWire,
    boolean lockedStayOut,
    Duration confirmWithin,
    Instant now) {

  Role role(Optional<String> given) {
    return given.map(this::roleCalled).orElse(usualRole);
  }

  private Role roleCalled(String given) {
    return known(given)
        .orElseThrow(() ->
            new Misfit(
                "the configuration has no role for `"
                    + given
                    + "`; --role-name FROM=TO says what it is here"));
  }

  /** The role here, if there is one. */
  Optional<Role> known(String given) {
    String name = roleNames.getOrDefault(given, given.toLowerCase(Locale.ROOT));
    return name.matches("[a-z][a-z0-9_-]{0,62}")
        ? Optional.of(new Role(name)).filter(roles::knows)
        : Optional.empty();
  }
}
