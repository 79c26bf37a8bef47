package dev.rekey.dialect.tokenauth;

import dev.rekey.core.account.Account;
import dev.rekey.dialect.tokenauth.DecodeRegistration.Draft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account as the gem serialises it. */
final class EncodeUser {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final List<String> fields;

  /**
   * @param fields what is shown of the profile; {@code username} is the account's name
   */
  EncodeUser(List<String> fields) {
    this.fields = fields;
  }

  /** The client's name for an account. */
  static String uid(Account account) {
    return account.logins().uid().orElseGet(account.logins()::display);
  }

  Map<String, @Nullable Object> withoutTimes(Account account) {
    return withoutTimes(account, false);
  }

  /**
   * @param allowPasswordChange whether a reset letter's link was followed, and no password is set
   *     yet
   */
  Map<String, @Nullable Object> withoutTimes(Account account, boolean allowPasswordChange) {
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("email", account.logins().email().orElse(null));
    user.put("provider", "email");
    user.put("uid", uid(account));
    user.put("id", account.ids().number());
    user.put("allow_password_change", allowPasswordChange);
    fields.forEach(field -> user.put(field, field(account, field).orElse(null)));
    return user;
  }

  Map<String, @Nullable Object> withTimes(Account account) {
    Map<String, @Nullable Object> user = withoutTimes(account);
    user.put("created_at", time(account.createdAt()));
    user.put("updated_at", time(account.updatedAt()));
    return user;
  }

  /** What somebody wanted to be who was refused. */
  Map<String, @Nullable Object> unsaved(Draft draft) {
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("id", null);
    user.put("provider", "email");
    user.put("uid", "");
    user.put("allow_password_change", false);
    fields.forEach(field -> user.put(field, field(draft, field).orElse(null)));
    user.put("email", draft.email().orElse(null));
    user.put("created_at", null);
    user.put("updated_at", null);
    return user;
  }

  private static Optional<String> field(Account account, String name) {
    return name.equals(Words.USERNAME) ? account.logins().username() : account.profile().get(name);
  }

  private static Optional<String> field(Draft draft, String name) {
    return name.equals(Words.USERNAME) ? draft.username() : draft.profile().get(name);
  }

  private static String time(Instant at) {
    return MILLIS.format(at);
  }
}
