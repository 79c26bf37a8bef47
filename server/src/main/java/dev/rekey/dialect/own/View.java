package dev.rekey.dialect.own;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import dev.rekey.core.session.Sessions;
import dev.rekey.core.token.Issued;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts and sessions as this wire shows them. */
final class View {

  /** RFC 3339 in UTC, in the store's milliseconds. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private View() {}

  /** To its owner. */
  static Map<String, @Nullable Object> ofOwn(Account account) {
    return of(account, true);
  }

  /**
   * To somebody else.
   *
   * @param privileged whether they may see what it may do beyond its role
   */
  static Map<String, @Nullable Object> of(Account account, boolean privileged) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("id", account.ids().hex32());
    members.put("email", account.logins().email().orElse(null));
    members.put("email_confirmed", account.confirmation().confirmedAt().isPresent());
    members.put("pending_email", account.confirmation().pendingEmail().orElse(null));
    members.put("username", account.logins().username().orElse(null));
    members.put("role", account.role().name());
    if (privileged) {
      members.put(
          "privileges", account.privileges().stream().map(View::privilege).sorted().toList());
    }
    members.put("profile", account.profile().fields());
    members.put("disabled", account.disabled());
    members.put("password_set", account.credential().hash().isPresent());
    members.put("password_login", account.credential().passwordLogin());
    members.put("password_changed_at", time(account.credential().changedAt()));
    members.put("password_must_change", account.credential().mustChange().isPresent());
    members.put("password_expires_at", time(account.credential().endsAt()));
    members.put("created_at", time(account.createdAt()));
    members.put("updated_at", time(account.updatedAt()));
    members.put("last_sign_in_at", time(account.moments().lastSignInAt()));
    return members;
  }

  /** What only another wire knows is shown as that wire has it. */
  private static String privilege(String name) {
    boolean known = Stream.of(Capability.values()).anyMatch(one -> one.name().equals(name));
    return known ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
  }

  /** A first session, if one was opened, and whose it is. */
  static Map<String, @Nullable Object> of(Account account, Optional<Issued> issued) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("token", issued.map(Issued::token).orElse(null));
    members.put("token_type", issued.map(_ -> "Bearer").orElse(null));
    members.put("session", issued.map(View::nameOf).orElse(null));
    members.put("expires_at", time(issued.map(one -> one.grant().expiresAt())));
    members.put("account", ofOwn(account));
    return members;
  }

  static String nameOf(Issued issued) {
    return Sessions.nameOf(issued.grant().ref());
  }

  static Map<String, Object> of(List<Sessions.Session> sessions) {
    return Map.of("items", sessions.stream().map(View::of).toList());
  }

  private static Map<String, Object> of(Sessions.Session session) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", session.name());
    members.put("wire", session.grant().wire());
    members.put("current", session.acting());
    members.put("agent", session.grant().agent());
    members.put("address", session.grant().address());
    members.put("issued_at", time(session.grant().issuedAt()));
    members.put("expires_at", time(session.grant().expiresAt()));
    return members;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private static @Nullable String time(Optional<Instant> at) {
    return at.map(View::time).orElse(null);
  }
}
