package dev.rekey.core.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names by which an account signs in; each is unique within the realm, across all three kinds.
 *
 * @param email the address, trimmed and in lower case
 * @param username the name, compared exactly
 * @param uid the identifier of devise_token_auth, compared exactly; the address, or else the
 *     username, unless imported
 */
public record Logins(Optional<String> email, Optional<String> username, Optional<String> uid) {

  public Logins {
    email = email.map(Logins::canonicalEmail);
    requireText(email, "e-mail address");
    requireText(username, "username");
    requireText(uid, "uid");
    if (uid.isEmpty()) {
      uid = email.isPresent() ? email : username;
    }
    if (email.isEmpty() && username.isEmpty() && uid.isEmpty()) {
      throw new IllegalArgumentException("an account needs an e-mail address or a username");
    }
  }

  public static Logins of(Optional<String> email, Optional<String> username) {
    return new Logins(email, username, Optional.empty());
  }

  /** The same with another address; a uid that was the address goes with it. */
  public Logins withEmail(String address) {
    Optional<String> next = Optional.of(canonicalEmail(address));
    return new Logins(next, username, uid.equals(email) ? next : uid);
  }

  /** The same with another name; a uid that was the name goes with it. */
  public Logins withUsername(String name) {
    Optional<String> next = Optional.of(name);
    boolean followed = email.isEmpty() && uid.equals(username);
    return new Logins(email, next, followed ? next : uid);
  }

  private static void requireText(Optional<String> name, String what) {
    if (name.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a blank " + what + " is none");
    }
    if (name.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
      throw new IllegalArgumentException("control characters have no place in a " + what);
    }
  }

  /** The form in which addresses are stored and compared. */
  public static String canonicalEmail(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Every name once. */
  public List<String> all() {
    List<String> all = new ArrayList<>(3);
    addTo(all, email);
    addTo(all, username);
    addTo(all, uid);
    return all;
  }

  private static void addTo(List<String> names, Optional<String> name) {
    if (name.isPresent() && !names.contains(name.get())) {
      names.add(name.get());
    }
  }

  /** What to call the owner where one name must do. */
  public String display() {
    return username.or(() -> email).orElseGet(uid::orElseThrow);
  }
}
