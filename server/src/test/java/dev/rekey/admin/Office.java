package dev.rekey.admin;

import dev.rekey.TestServer;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.AccountId;
import dev.rekey.web.Browser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server with people of several roles, and browsers in which they sit at its console. */
final class Office implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  /** Somebody at a telephone: may send a letter, and neither set nor see a password. */
  private static final String SUPPORT = "sign-in,list-accounts,view-accounts,send-resets";

  private static final String CLERK =
      SUPPORT
          + ",change-own-password,reset-own-password,edit-own-profile,close-own-account"
          + ",update-accounts,create-accounts,delete-accounts,view-privileges";

  final TestServer server;
  final Account root;
  final Account ada;

  Office(Path folder) {
    server = TestServer.onSqlite(folder, Map.of("roles.support", SUPPORT, "roles.clerk", CLERK));
    root = create("root", "admin");
    ada = create("ada", "user");
  }

  Account create(String name, String role) {
    return server.create(
        Map.of(
            "username", name,
            "email", name + "@example.org",
            "password", PASSWORD,
            "role", role));
  }

  /** Somebody signed in. */
  Browser at(String name) {
    Browser browser = new Browser(server.port());
    browser.signIn(name, PASSWORD);
    return browser;
  }

  /** Somebody of that role, signed in. */
  Browser someone(String role) {
    create("some-" + role, role);
    return at("some-" + role);
  }

  static String path(Account account) {
    return "/admin/accounts/" + account.ids().number();
  }

  /** Opens a page, and sends its form back with what was typed. */
  static Browser.Page submit(Browser browser, String path, Map<String, String> typed) {
    browser.open(path);
    return browser.send(path, typed);
  }

  /** What an administrator gives as well. */
  static Map<String, String> sure(Map<String, String> typed) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("why", "as the owner asked");
    all.put("current", PASSWORD);
    return all;
  }

  Account now(Account account) {
    return server.house().accounts().find(account.id()).orElseThrow();
  }

  boolean isThere(Account account) {
    return server.house().accounts().find(account.id()).isPresent();
  }

  List<String> trail(AccountId account) {
    return server.store().audit().latest(account, 20);
  }

  @Override
  public void close() {
    server.close();
  }
}
