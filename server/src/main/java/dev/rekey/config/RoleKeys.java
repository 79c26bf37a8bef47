package dev.rekey.config;

import static dev.rekey.core.account.Capability.CHANGE_OWN_PASSWORD;
import static dev.rekey.core.account.Capability.CLOSE_OWN_ACCOUNT;
import static dev.rekey.core.account.Capability.EDIT_OWN_PROFILE;
import static dev.rekey.core.account.Capability.RESET_OWN_PASSWORD;
import static dev.rekey.core.account.Capability.SIGN_IN;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of what the roles may do: one for each role, those included that an operator adds. */
final class RoleKeys {

  private static final String PREFIX = "roles.";

  private static final Kind<List<Capability>> CAPABILITIES =
      Kinds.constant(Capability.class).list();

  private static final Kind<Role> NAME =
      Kinds.made("a lower-case letter, then letters, digits, - and _", Role::new, Role::name);

  private static final List<Capability> MEMBER =
      List.of(SIGN_IN, CHANGE_OWN_PASSWORD, RESET_OWN_PASSWORD, EDIT_OWN_PROFILE);

  private static final List<Capability> OWN =
      Stream.concat(MEMBER.stream(), Stream.of(CLOSE_OWN_ACCOUNT)).toList();

  private static final List<Key<List<Capability>>> STANDARD =
      List.of(
          key("admin", List.of(Capability.values())),
          key("operator", OWN),
          key("driver", OWN),
          key("user", OWN),
          key("family", MEMBER),
          key("educator", MEMBER),
          key("healthprofessional", MEMBER),
          key("child", List.of(SIGN_IN)),
          key("application", List.of(SIGN_IN)));

  static final Section SECTION =
      new Section(
          "Roles",
          "`roles.<role>` with any other name makes a new role. What stands here replaces that\n"
              + "role's default; the other roles keep theirs.",
          PREFIX,
          List.copyOf(STANDARD));

  private RoleKeys() {}

  private static Key<List<Capability>> key(String role, List<Capability> standard) {
    return Key.of(role, CAPABILITIES, CAPABILITIES.write(standard), "What this role may do.");
  }

  static Roles read(Answers answers) {
    Answers roles = answers.under(PREFIX);
    Map<Role, Set<Capability>> capabilities = new LinkedHashMap<>();
    Stream.concat(STANDARD.stream(), added(roles).stream())
        .forEach(key -> capabilities.put(new Role(key.name()), Set.copyOf(roles.of(key))));
    return new Roles(capabilities);
  }

  /** A role may be added in the file, or by a variable that no other role has. */
  private static List<Key<List<Capability>>> added(Answers roles) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : roles.names()) {
      if (NAME.read(name).isPresent()) {
        names.add(name);
      } else {
        roles.refuse(name, "this is no name for a role", NAME.wanted() + " would do");
      }
    }
    STANDARD.forEach(key -> names.add(key.name()));
    names.addAll(addedByVariable(roles.variables(), names));
    STANDARD.forEach(key -> names.remove(key.name()));
    return names.stream().map(name -> key(name, List.of())).toList();
  }

  private static List<String> addedByVariable(Set<String> variables, Set<String> names) {
    Set<String> taken = names.stream().map(Words::variable).collect(Collectors.toSet());
    return variables.stream()
        .filter(variable -> !taken.contains(variable))
        .map(variable -> variable.toLowerCase(Locale.ROOT))
        .filter(name -> NAME.read(name).isPresent())
        .toList();
  }
}
