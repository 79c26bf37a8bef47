package dev.rekey.config;

import dev.rekey.config.DeviseMount.People;
import dev.rekey.config.DeviseMount.Portrait;
import dev.rekey.core.account.Role;
import dev.rekey.core.account.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of what a mount of Devise's dialect shows of a user, and of what its owner may write.
 */
final class DevisePeopleKeys {

  private static final String DEFAULT = "default";

  private static final Kind<List<ProfileField>> FIELDS = ProfileFields.kind().list();

  private static final Kind<List<String>> NAMES =
      Kinds.matching(
              "a field's name, but not id, email, role, created_at or updated_at",
              "(?!(id|email|role|created_at|updated_at)$)[A-Za-z_][A-Za-z0-9_]*")
          .list();

  private static final Role OPERATOR = new Role("operator");
  private static final Role DRIVER = new Role("driver");

  private static final Keys OPERATORS =
      Keys.of(
          OPERATOR,
          "id, company, contact_phone_number, email, financial_company_id:number, first_name,"
              + " job_position, last_name, phone_number, profile_id:number, role",
          "contact_phone_number, first_name, job_position, last_name, phone_number");

  private static final Keys DRIVERS =
      Keys.of(
          DRIVER,
          "id, email, first_name, last_name, phone_number, profile_id:number, referral_code, role",
          "first_name, last_name, phone_number");

  private static final Keys OTHERS =
      new Keys(
          Key.of(
              "profile." + DEFAULT,
              FIELDS,
              "id, email, first_name, last_name, role",
              "The members of a user of any role that has no such key."),
          Key.of(
              "writable." + DEFAULT,
              NAMES,
              "first_name, last_name",
              "The same for any role that has no such key, as far as they are shown."));

  static final List<Key<?>> ALL =
      List.of(
          OPERATORS.profile(),
          DRIVERS.profile(),
          OTHERS.profile(),
          OPERATORS.writable(),
          DRIVERS.writable(),
          OTHERS.writable());

  /** What is asked about one role. */
  private record Keys(Key<List<ProfileField>> profile, Key<List<String>> writable) {

    static Keys of(Role role, String profile, String writable) {
      return new Keys(
          Key.of(
              "profile." + role.name(),
              FIELDS,
              profile,
              "The members of a user of this role, in the order in which they are shown."),
          Key.of(
              "writable." + role.name(),
              NAMES,
              writable,
              "Which of them the owner may write; the address is always the owner's."));
    }
  }

  private final Roles roles;

  DevisePeopleKeys(Roles roles) {
    this.roles = roles;
  }

  People read(Answers answers) {
    List<ProfileField> shown = answers.of(OTHERS.profile());
    List<String> writable = answers.of(OTHERS.writable());
    Portrait others = portrait(shown, writable);
    Map<Role, Portrait> portraits = new HashMap<>();
    portraits.put(OPERATOR, documented(answers, OPERATORS));
    portraits.put(DRIVER, documented(answers, DRIVERS));
    undocumented()
        .forEach(role ->
            ofRole(answers, Keys.of(role, "", ""), shown, writable)
                .ifPresent(one -> portraits.put(role, one)));
    return new People(portraits, others);
  }

  private Stream<Role> undocumented() {
    return roles.capabilities().keySet().stream()
        .filter(role -> !List.of(OPERATOR, DRIVER, new Role(DEFAULT)).contains(role));
  }

  /** A role of which something is said; the rest is as for those of which nothing is. */
  private static Optional<Portrait> ofRole(
      Answers answers, Keys keys, List<ProfileField> otherwiseShown, List<String> otherwise) {
    Optional<List<ProfileField>> shown = answers.find(keys.profile());
    Optional<List<String>> writable = answers.find(keys.writable());
    if (shown.isEmpty() && writable.isEmpty()) {
      return Optional.empty();
    }
    List<ProfileField> fields = shown.orElse(otherwiseShown);
    refuseHidden(answers, keys, fields);
    return Optional.of(portrait(fields, writable.orElse(otherwise)));
  }

  private static Portrait documented(Answers answers, Keys keys) {
    List<ProfileField> shown = answers.of(keys.profile());
    refuseHidden(answers, keys, shown);
    return portrait(shown, answers.of(keys.writable()));
  }

  /** A default gives way to what is shown; a choice that cannot hold is a mistake. */
  private static void refuseHidden(Answers answers, Keys keys, List<ProfileField> shown) {
    List<String> hidden =
        answers.find(keys.writable()).orElse(List.of()).stream()
            .filter(name -> !isShown(name, shown))
            .toList();
    if (!hidden.isEmpty()) {
      answers.contradiction(
          keys.writable(),
          "found " + String.join(", ", hidden) + ", which is not shown",
          "members of " + keys.profile().name() + " would do");
    }
  }

  private static Portrait portrait(List<ProfileField> shown, List<String> writable) {
    return new Portrait(shown, writable.stream().filter(name -> isShown(name, shown)).toList());
  }

  private static boolean isShown(String name, List<ProfileField> shown) {
    return shown.stream().anyMatch(field -> field.name().equals(name));
  }
}
