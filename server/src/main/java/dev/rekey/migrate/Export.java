package dev.rekey.migrate;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.MustChange;
import dev.rekey.core.account.Realm;
import dev.rekey.core.store.Accounts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes all accounts of a realm as the JSON lines that {@code rekey import generic} reads. */
public final class Export {

  /** Why a password has to be changed: it opens nothing any more from a moment on. */
  static final String TEMPORARY = "temporary";

  /** Why a password has to be changed: somebody wants another, since a moment. */
  static final String FORCED = "forced";

  private static final int PAGE = 1_000;

  private final Accounts accounts;

  public Export(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Writes them in the order of their making; how many there were. */
  public long write(Realm realm, OutputStream out) throws IOException {
    Optional<AccountId> after = Optional.empty();
    long count = 0;
    List<Account> page;
    do {
      page = accounts.list(realm, after, PAGE);
      for (Account account : page) {
        out.write(JsonMapper.shared().writeValueAsBytes(members(account)));
        out.write('\n');
      }
      count += page.size();
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE);
    return count;
  }

  private static Map<String, Object> members(Account account) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", account.ids().number());
    members.put("hex24", account.ids().hex24());
    members.put("hex32", account.ids().hex32());
    account.logins().email().ifPresent(email -> members.put("email", email));
    account.logins().username().ifPresent(username -> members.put("username", username));
    account.logins().uid().ifPresent(uid -> members.put("uid", uid));
    members.put("role", account.role().name());
    putCredential(members, account);
    members.put("privileges", account.privileges().stream().sorted().toList());
    put(members, "confirmed_at", account.confirmation().confirmedAt());
    account.confirmation().pendingEmail().ifPresent(one -> members.put("pending_email", one));
    putClosure(members, account);
    put(members, "created_at", Optional.of(account.createdAt()));
    put(members, "updated_at", Optional.of(account.updatedAt()));
    put(members, "last_sign_in_at", account.moments().lastSignInAt());
    put(members, "sessions_ended_at", account.moments().sessionsEndedAt());
    members.put("profile", account.profile().fields());
    return members;
  }

  private static void putCredential(Map<String, Object> members, Account account) {
    account.credential().hash().ifPresent(hash -> members.put("password_hash", hash.encoded()));
    members.put("password_version", account.credential().version());
    members.put("password_login", account.credential().passwordLogin());
    put(members, "password_changed_at", account.credential().changedAt());
    account.credential().mustChange().ifPresent(why -> putMustChange(members, why));
  }

  private static void putMustChange(Map<String, Object> members, MustChange why) {
    switch (why) {
      case MustChange.Temporary(Instant until) -> {
        members.put("must_change", TEMPORARY);
        members.put("must_change_at", until.toString());
      }
      case MustChange.Forced(Instant since, Optional<Long> _) -> {
        members.put("must_change", FORCED);
        members.put("must_change_at", since.toString());
      }
    }
  }

  /** Whoever reads nothing but {@code disabled} must not let a frozen one in. */
  private static void putClosure(Map<String, Object> members, Account account) {
    members.put("disabled", account.closed());
    put(members, "frozen_at", account.moments().frozenAt());
    if (account.frozen() && account.disabled()) {
      members.put("disabled_too", true);
    }
  }

  private static void put(Map<String, Object> members, String name, Optional<Instant> moment) {
    moment.ifPresent(at -> members.put(name, at.toString()));
  }
}
