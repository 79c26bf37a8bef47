package dev.rekey.core.account;

import java.util.Map;
import java.util.Set;

/**
 * What each role may do; a role that is not listed may do nothing.
 *
 * @param capabilities by role
 */
public record Roles(Map<Role, Set<Capability>> capabilities) {

  public Roles {
    capabilities = Map.copyOf(capabilities);
  }

  /** Whether the account's role, or a privilege of its own, lets it. */
  public boolean may(Account account, Capability capability) {
    return may(account.role(), capability) || account.privileges().contains(capability.name());
  }

  public boolean may(Role role, Capability capability) {
    return capabilities.getOrDefault(role, Set.of()).contains(capability);
  }

  public boolean knows(Role role) {
    return capabilities.containsKey(role);
  }
}
