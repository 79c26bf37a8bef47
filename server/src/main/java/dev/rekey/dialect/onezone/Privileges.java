package dev.rekey.dialect.onezone;

import static java.util.Map.entry;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.account.Roles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The privileges that Onezone knows by name. Those that mean something here are capabilities of the
 * core; the others are kept as names, for the clients that look at them.
 */
final class Privileges {

  private static final String READ = "list view";
  private static final String BASIC = READ + " create update delete";
  private static final String RIGHTS = " view_privileges set_privileges";
  private static final String RELATIONS =
      " list_relationships add_relationships remove_relationships";

  private static final Map<String, Capability> MEANT =
      Map.ofEntries(
          entry("oz_view_privileges", Capability.VIEW_PRIVILEGES),
          entry("oz_set_privileges", Capability.SET_PRIVILEGES),
          entry("oz_users_list", Capability.LIST_ACCOUNTS),
          entry("oz_users_view", Capability.VIEW_ACCOUNTS),
          entry("oz_users_create", Capability.CREATE_ACCOUNTS),
          entry("oz_users_manage_passwords", Capability.SET_PASSWORDS),
          entry("oz_users_update", Capability.UPDATE_ACCOUNTS),
          entry("oz_users_delete", Capability.DELETE_ACCOUNTS),
          entry("oz_tokens_manage", Capability.MANAGE_SESSIONS));

  /** In the order in which the original lists them. */
  static final List<String> ALL =
      Stream.of(
              named("oz", "view_privileges set_privileges"),
              named("oz_users", READ + " create manage_passwords update delete" + RELATIONS),
              named("oz_groups", BASIC + RIGHTS + RELATIONS),
              named("oz_spaces", BASIC + RIGHTS + RELATIONS),
              named("oz_shares", BASIC),
              named("oz_providers", READ + " update delete list_relationships invite"),
              named("oz_handle_services", BASIC + RIGHTS + RELATIONS),
              named("oz_handles", BASIC + RIGHTS + RELATIONS),
              named("oz_harvesters", BASIC + RIGHTS + RELATIONS),
              named("oz_clusters", READ + " update" + RIGHTS + RELATIONS),
              named("oz_tokens", "manage"),
              named("oz_atm_inventories", BASIC + RIGHTS + RELATIONS))
          .flatMap(List::stream)
          .toList();

  /** What the original suggests for somebody who may look at everything. */
  static final List<String> VIEWER =
      Stream.of(
              named("oz_users", READ + " list_relationships"),
              named("oz_groups", READ + " list_relationships"),
              named("oz_spaces", READ + " list_relationships"),
              named("oz_shares", READ),
              named("oz_providers", READ + " list_relationships"),
              named("oz_handle_services", READ + " list_relationships"),
              named("oz_handles", READ + " list_relationships"),
              named("oz_harvesters", READ + " list_relationships"),
              named("oz_clusters", READ + " list_relationships"))
          .flatMap(List::stream)
          .toList();

  private Privileges() {}

  private static List<String> named(String subject, String deeds) {
    return Stream.of(deeds.split(" ")).map(deed -> subject + '_' + deed).toList();
  }

  /** What the account has of its own. */
  static List<String> of(Account account) {
    return ALL.stream().filter(name -> account.privileges().contains(stored(name))).toList();
  }

  /** What the account has of its own, and what its role gives it. */
  static List<String> effective(Account account, Roles roles) {
    return ALL.stream()
        .filter(name ->
            account.privileges().contains(stored(name))
                || meaning(name).filter(one -> roles.may(account, one)).isPresent())
        .toList();
  }

  /** As the core keeps them. */
  static Set<String> stored(Collection<String> names) {
    return names.stream().map(Privileges::stored).collect(Collectors.toUnmodifiableSet());
  }

  /** Which of these names are no privileges. */
  static List<String> unknown(Collection<String> names) {
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(ALL);
    return unknown;
  }

  private static String stored(String name) {
    return meaning(name).map(Capability::name).orElse(name);
  }

  private static Optional<Capability> meaning(String name) {
    return Optional.ofNullable(MEANT.get(name));
  }
}
