package dev.rekey.admin;

import dev.rekey.core.account.Realm;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import dev.rekey.core.bulk.Deed;
import dev.rekey.core.bulk.Target;
import dev.rekey.core.password.HashCost;
import dev.rekey.http.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form says is to be done to whom. */
public record BulkWish(Deed deed, Target target, boolean ownToo) {

  /** What there is to choose from. */
  record Choices(List<Realm> realms, Roles roles, HashCost cost) {

    /** What the form says; nothing where it says what there is not. */
    Optional<BulkWish> read(Fields form) {
      return deed(form)
          .flatMap(deed ->
              target(form)
                  .map(target -> new BulkWish(deed, target, form.first("own").isPresent())));
    }

    private static Optional<Deed> deed(Fields form) {
      return switch (form.first("deed").orElse("")) {
        case "force-change" -> Optional.of(new Deed.ForceChange(false));
        case "force-change-with-letters" -> Optional.of(new Deed.ForceChange(true));
        case "end-sessions" -> Optional.of(new Deed.EndSessions());
        default -> Optional.empty();
      };
    }

    private Optional<Target> target(Fields form) {
      return switch (form.first("target").orElse("")) {
        case "everybody" -> Optional.of(new Target.Everybody());
        case "weak-hashes" -> Optional.of(new Target.WeakHashes(cost));
        case "other-schemes" -> Optional.of(new Target.OtherSchemes());
        case "realm" ->
            realms.stream()
                .filter(realm -> is(form, "realm", realm.name()))
                .findFirst()
                .map(Target.OfRealm::new);
        case "role" ->
            roles.capabilities().keySet().stream()
                .filter(role -> is(form, "role", role.name()))
                .findFirst()
                .map(Target.OfRole::new);
        default -> Optional.empty();
      };
    }

    private static boolean is(Fields form, String field, String value) {
      return form.first(field).filter(value::equals).isPresent();
    }
  }

  /** As a form says the same again. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("deed", deed.text());
    switch (target) {
      case Target.Everybody() -> fields.put("target", "everybody");
      case Target.WeakHashes _ -> fields.put("target", "weak-hashes");
      case Target.OtherSchemes() -> fields.put("target", "other-schemes");
      case Target.OfRealm(Realm realm) -> {
        fields.put("target", "realm");
        fields.put("realm", realm.name());
      }
      case Target.OfRole(Role role) -> {
        fields.put("target", "role");
        fields.put("role", role.name());
      }
    }
    if (ownToo) {
      fields.put("own", "on");
    }
    return fields;
  }
}
