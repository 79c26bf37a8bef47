package dev.rekey.config;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys that every mount has, and which mounts there are. */
final class MountKeys {

  static final String PREFIX = "mounts.";

  private static final Key<Dialect> DIALECT =
      Key.derived(
          "dialect", Kinds.constant(Dialect.class), "the mount's name", "Which wire is spoken.");

  private static final Key<Boolean> ENABLED =
      Key.of("enabled", Kinds.flag(), "true", "Whether the mount is there at all.");

  private static final Key<String> MOUNT_PREFIX =
      Key.derived(
          "prefix",
          Urls.prefix(),
          "`/api/v1/users`, `/v1`, `/api/v3/onezone`, `/auth` or `/rekey/v1`, by the dialect",
          "Where its paths begin; no two mounts have the same.");

  private static final Key<Realm> REALM =
      Key.of(
          "realm",
          Kinds.made("one of `realms`", Realm::new, Realm::name),
          Realm.MAIN.name(),
          "Whose accounts it speaks for.");

  static final Section SECTION =
      Section.of(
              "Every mount",
              "The mounts `devise`, `ocariot`, `onezone`, `tokenauth` and `own` are there by themselves.\n"
                  + "Another `<name>`, of lower-case letters and digits, makes another mount.",
              DIALECT,
              ENABLED,
              MOUNT_PREFIX,
              REALM)
          .and(PolicyKeys.ofMount())
          .under(PREFIX + "<name>.");

  private final Answers server;
  private final Answers mounts;
  private final List<Realm> realms;
  private final DeviseKeys deviseKeys;
  private final OwnKeys ownKeys;
  private final OnezoneKeys onezoneKeys;
  private final TokenAuthKeys tokenAuthKeys;

  MountKeys(Answers answers, List<Realm> realms, Roles roles) {
    this.server = answers;
    this.mounts = answers.under(PREFIX);
    this.realms = realms;
    this.deviseKeys = new DeviseKeys(roles);
    this.ownKeys = new OwnKeys(roles);
    this.onezoneKeys = new OnezoneKeys(roles);
    this.tokenAuthKeys = new TokenAuthKeys(roles);
  }

  List<MountConfig> read() {
    List<MountConfig> all = names().stream().flatMap(name -> read(name).stream()).toList();
    refuseSharedPrefixes(all.stream().filter(MountConfig::enabled).toList());
    return all;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(Dialect.values()).map(Words::kebab).forEach(names::add);
    mounts.names().stream().map(rest -> rest.split("\\.", 2)[0]).forEach(names::add);
    mounts.variables().stream()
        .map(rest -> rest.split("_", 2)[0].toLowerCase(Locale.ROOT))
        .forEach(names::add);
    return names;
  }

  private Optional<MountConfig> read(String name) {
    if (!name.matches("[a-z][a-z0-9]*")) {
      mounts.refuse(
          name,
          "this is no name for a mount",
          "a lower-case letter, then letters and digits would do");
      return Optional.empty();
    }
    Answers mount = mounts.under(name + '.');
    Optional<Dialect> dialect = mount.find(DIALECT).or(() -> Dialect.named(name));
    if (dialect.isEmpty()) {
      refuseWithoutDialect(mount, name);
    }
    return dialect.map(spoken -> read(name, mount, spoken));
  }

  private void refuseWithoutDialect(Answers mount, String name) {
    if (mount.isSound(DIALECT)) {
      mounts.refuse(
          name,
          "no dialect has this name",
          "a key %s%s.dialect with %s would do".formatted(PREFIX, name, DIALECT.kind().wanted()));
    }
    mounts.excuse(name);
  }

  private MountConfig read(String name, Answers mount, Dialect dialect) {
    mount.of(DIALECT, dialect);
    boolean enabled = mount.of(ENABLED);
    String prefix = mount.of(MOUNT_PREFIX, dialect.prefix());
    Realm realm = mount.of(REALM);
    if (enabled) {
      refuseUnknownRealm(mount, realm);
    }
    MountBasics basics =
        new MountBasics(mount, name, enabled, prefix, realm, PolicyKeys.ofMount(mount, server));
    return switch (dialect) {
      case DEVISE -> deviseKeys.read(basics);
      case OCARIOT -> OcariotKeys.read(basics);
      case ONEZONE -> onezoneKeys.read(basics);
      case TOKENAUTH -> tokenAuthKeys.read(basics);
      case OWN -> ownKeys.read(basics);
    };
  }

  private void refuseUnknownRealm(Answers mount, Realm realm) {
    if (!realms.contains(realm) && server.isSound(AccountKeys.REALMS)) {
      String known = AccountKeys.REALMS.kind().write(realms);
      mount.contradiction(
          REALM, "found \"" + realm.name() + "\", which is not in realms", known + " would do");
    }
  }

  private void refuseSharedPrefixes(List<MountConfig> enabled) {
    List<MountConfig> before = new ArrayList<>();
    for (MountConfig mount : enabled) {
      before.stream()
          .filter(other -> other.prefix().equalsIgnoreCase(mount.prefix()))
          .findFirst()
          .ifPresent(other -> refuseSharedPrefix(mount, other));
      before.add(mount);
    }
  }

  /** Speaks of the one that somebody has chosen, if the other has its default. */
  private void refuseSharedPrefix(MountConfig mount, MountConfig other) {
    if (mounts.under(mount.name() + '.').find(MOUNT_PREFIX).isPresent()) {
      refusePrefix(mount, other);
    } else {
      refusePrefix(other, mount);
    }
  }

  private void refusePrefix(MountConfig mount, MountConfig other) {
    mounts
        .under(mount.name() + '.')
        .contradiction(
            MOUNT_PREFIX,
            "found \"" + mount.prefix() + "\", which the mount " + other.name() + " has too",
            "another path, or `enabled: false` for one of them, would do");
  }
}
