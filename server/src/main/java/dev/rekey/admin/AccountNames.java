package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountEdit;
import dev.rekey.http.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names and the profile of an account, as a form holds them.
 *
 * @param profile fields in their order; an empty one is none
 */
record AccountNames(String email, String username, Map<String, String> profile) {

  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[^\\p{Cc}]{0,255}");
  private static final String PROFILE = "profile.";
  private static final String WAS = "was.";

  static AccountNames of(Account account) {
    return new AccountNames(
        account.logins().email().orElse(""),
        account.logins().username().orElse(""),
        account.profile().fields());
  }

  /** What was typed; a field that the form adds has its name beside it. */
  static AccountNames typed(Fields form) {
    Map<String, String> profile = profile(form, PROFILE);
    String added = form.first("field").orElse("").strip();
    String value = form.first("value").orElse("").strip();
    if (!added.isEmpty() && !value.isEmpty()) {
      profile.put(added, value);
    }
    return new AccountNames(text(form, "email"), text(form, "username"), profile);
  }

  /** What stood in the fields before somebody typed. */
  static AccountNames was(Fields form) {
    return new AccountNames(
        form.first(WAS + "email").orElse(""),
        form.first(WAS + "username").orElse(""),
        profile(form, WAS + PROFILE));
  }

  private static String text(Fields form, String name) {
    return form.first(name).orElse("").strip();
  }

  private static Map<String, String> profile(Fields form, String prefix) {
    Map<String, String> profile = new LinkedHashMap<>();
    form.all().stream()
        .filter(field -> field.name().startsWith(prefix))
        .forEach(
            field -> profile.put(field.name().substring(prefix.length()), field.value().strip()));
    return profile;
  }

  /** Whether an application could keep that; names and addresses are the core's to judge. */
  boolean isFit() {
    return profile.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .allMatch(field ->
            FIELD.matcher(field.getKey()).matches() && VALUE.matcher(field.getValue()).matches());
  }

  /** What was changed on the way from there to here, and nothing else. */
  AccountEdit since(AccountNames was) {
    AccountEdit edit = AccountEdit.none();
    if (!email.equals(was.email)) {
      edit = edit.withEmail(email);
    }
    if (!username.equals(was.username)) {
      edit = edit.withUsername(username);
    }
    return edit.withProfile(profileSince(was));
  }

  private Map<String, Optional<String>> profileSince(AccountNames was) {
    Map<String, Optional<String>> changed = new LinkedHashMap<>();
    profile.forEach((name, value) -> {
      if (!value.equals(was.profile.getOrDefault(name, ""))) {
        changed.put(name, Optional.of(value).filter(text -> !text.isEmpty()));
      }
    });
    return changed;
  }

  /** What was typed over what is there by now: what nobody touched is as it is. */
  AccountNames over(AccountNames was, AccountNames now) {
    Map<String, String> merged = new LinkedHashMap<>(now.profile);
    profileSince(was).forEach((name, value) -> merged.put(name, value.orElse("")));
    return new AccountNames(
        email.equals(was.email) ? now.email : email,
        username.equals(was.username) ? now.username : username,
        merged);
  }
}
