package dev.rekey.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Place;
import dev.rekey.core.account.Role;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.http.Fields;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which accounts somebody looks for, as the address of the list has it; what makes no sense there
 * is not asked.
 *
 * @param text what a name begins with; empty for any
 * @param role empty for any
 * @param after where the page before ended
 */
public record AccountQuery(String text, String role, State state, Optional<Place> after) {

  /** So many stand on a page. */
  static final int PAGE = 25;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}]{0,400}");
  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  /** Of which accounts. */
  public enum State {
    ALL(Optional.empty(), Optional.empty()),
    ENABLED(Optional.of(false), Optional.empty()),
    DISABLED(Optional.of(true), Optional.empty()),
    UNCONFIRMED(Optional.empty(), Optional.of(false));

    private final Optional<Boolean> disabled;
    private final Optional<Boolean> confirmed;

    State(Optional<Boolean> disabled, Optional<Boolean> confirmed) {
      this.disabled = disabled;
      this.confirmed = confirmed;
    }

    /** As the address has it; nothing for all. */
    public String key() {
      return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
      return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst().orElse(ALL);
    }
  }

  static AccountQuery of(Fields query) {
    return new AccountQuery(
        query.first("q").map(String::strip).filter(NAME.asMatchPredicate()).orElse(""),
        query.first("role").filter(ROLE.asMatchPredicate()).orElse(""),
        State.of(query.first("state").orElse("")),
        query
            .first("after")
            .filter(NUMBER.asMatchPredicate())
            .map(number -> place(number, query.first("at").orElse(""))));
  }

  private static Place place(String number, String at) {
    return new Place(NAME.matcher(at).matches() ? at : "", new AccountId(Long.parseLong(number)));
  }

  SearchAccounts.Command command(Desk desk) {
    return new SearchAccounts.Command(
        desk.by(),
        Optional.of(text).filter(one -> !one.isEmpty()),
        Optional.of(role).filter(one -> !one.isEmpty()).map(Role::new),
        state.disabled,
        state.confirmed,
        after,
        PAGE,
        desk.visit());
  }

  /** Whether it asks for anything but all. */
  public boolean narrows() {
    return !text.isEmpty() || !role.isEmpty() || state != State.ALL;
  }

  /** The list from its beginning. */
  public String first() {
    return new AccountQuery(text, role, state, Optional.empty()).path();
  }

  String from(Place place) {
    return new AccountQuery(text, role, state, Optional.of(place)).path();
  }

  private String path() {
    String asked =
        Stream.of(
                parameter("q", text),
                parameter("role", role),
                parameter("state", state.key()),
                after
                    .map(place -> parameter("after", Long.toString(place.account().value())))
                    .orElse(""),
                after.map(place -> parameter("at", place.name())).orElse(""))
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("&"));
    return ConsoleRoom.ACCOUNTS.path() + (asked.isEmpty() ? "" : '?' + asked);
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : name + '=' + URLEncoder.encode(value, UTF_8);
  }
}
