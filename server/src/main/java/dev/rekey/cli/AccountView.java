package dev.rekey.cli;

import dev.rekey.core.account.Account;
import dev.rekey.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An account as the terminal shows it: everything but secrets. */
final class AccountView {

  private AccountView() {}

  static String lines(Account account) {
    return members(account).entrySet().stream()
        .map(member -> String.format("%-9s %s", member.getKey(), member.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  static byte[] json(Account account) {
    return Json.write(members(account));
  }

  static byte[] passwordJson(String password) {
    return Json.write(Map.of("password", password));
  }

  /** One line of a listing. */
  static String row(Account account) {
    return String.format(
        "%-8d %-18s %-9s %s",
        account.ids().number(),
        account.role().name(),
        account.disabled() ? "disabled" : "active",
        String.join(" ", account.logins().all()));
  }

  private static Map<String, Object> members(Account account) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", account.ids().number());
    members.put("hex24", account.ids().hex24());
    members.put("hex32", account.ids().hex32());
    members.put("realm", account.realm().name());
    account.logins().email().ifPresent(email -> members.put("email", email));
    account.logins().username().ifPresent(username -> members.put("username", username));
    account.logins().uid().ifPresent(uid -> members.put("uid", uid));
    members.put("role", account.role().name());
    members.put("state", account.disabled() ? "disabled" : "active");
    members.put("hash", account.credential().hash().map(hash -> hash.scheme()).orElse("none"));
    members.put("created", account.createdAt().toString());
    if (!account.profile().fields().isEmpty()) {
      members.put("profile", account.profile().fields());
    }
    return members;
  }
}
