package dev.rekey.config;

import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The keys {@code roles.<role>}: what each role may do. */
final class RoleKeys {

  private static final String PREFIX = "roles.";
  private static final String OWN = "sign-in,change-own-password,reset-own-password";

  private static final Map<String, String> STANDARD = standard();

  private final Reader reader;

  RoleKeys(Reader reader) {
    this.reader = reader;
  }

  Roles read() {
    Set<String> names = new TreeSet<>(STANDARD.keySet());
    names.addAll(reader.namesUnder(PREFIX));
    names.addAll(reader.variablesUnder(PREFIX));
    Map<Role, Set<Capability>> roles = new LinkedHashMap<>();
    names.forEach(name -> role(name).ifPresent(role -> roles.put(role, capabilities(name))));
    return new Roles(roles);
  }

  private Optional<Role> role(String name) {
    try {
      return Optional.of(new Role(name));
    } catch (IllegalArgumentException e) {
      reader.mistake(PREFIX + name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Set<Capability> capabilities(String name) {
    List<Capability> found =
        reader.read(
            Key.of(
                PREFIX + name,
                capability().list(),
                STANDARD.getOrDefault(name, ""),
                "What the role may do."));
    return Set.copyOf(found);
  }

  private static Kind<Capability> capability() {
    String[] words = Arrays.stream(Capability.values()).map(RoleKeys::word).toArray(String[]::new);
    return Kind.choice(words).as(RoleKeys::capability);
  }

  private static Capability capability(String word) {
    return Capability.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> standard() {
    Map<String, String> standard = new LinkedHashMap<>();
    standard.put(
        "admin",
        Arrays.stream(Capability.values()).map(RoleKeys::word).collect(Collectors.joining(",")));
    for (String role :
        List.of("user", "operator", "driver", "family", "educator", "healthprofessional")) {
      standard.put(role, OWN);
    }
    standard.put("child", "sign-in");
    standard.put("application", "sign-in");
    return standard;
  }
}
