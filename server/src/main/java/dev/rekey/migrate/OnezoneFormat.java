package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.password.ForeignHash;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code od_user} documents of Onezone's database, as such or below {@code value}. */
final class OnezoneFormat implements Format {

  /** A wire shows 32 digits here; what stands behind them is the same for all of a zone. */
  private static final Pattern ID = Pattern.compile("([0-9a-f]{32})(?:ch[0-9a-f]{4})?");

  private final Habits habits;

  OnezoneFormat(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Optional<Arrival> read(Row document) {
    Row row = unwrapped(document);
    boolean otherRecord = row.text("_record").filter(name -> !name.equals("od_user")).isPresent();
    return otherRecord || row.flag("_deleted").orElse(false)
        ? Optional.empty()
        : Optional.of(user(row));
  }

  private static Row unwrapped(Row row) {
    return row.fields().get("value") instanceof Map<?, ?> map
        ? new Row(row.place(), row.line(), Row.members(map))
        : row;
  }

  private Arrival user(Row row) {
    Draft draft = new Draft(row, habits.role(Optional.empty()), habits.now());
    draft.username = row.text("username").or(() -> row.text("alias"));
    draft.email = row.texts("emails").stream().findFirst();
    draft.ids =
        row.text("_key")
            .or(() -> row.text("_id"))
            .map(OnezoneFormat::id)
            .orElseGet(Arrival.Ids::none);
    draft.hash =
        row.text("password_hash").map(text -> HashReader.require(ForeignHash.ofOnezone(text)));
    draft.passwordLogin = row.flag("basic_auth_enabled").orElse(draft.hash.isPresent());
    draft.disabled = row.flag("blocked").orElse(false);
    draft.createdAt = row.instant("creation_time");
    draft.confirmedAt = draft.email.map(_ -> draft.createdAt.orElse(habits.now()));
    draft.privileges.addAll(row.texts("oz_privileges"));
    row.text("full_name").ifPresent(text -> draft.profile.put("full_name", text));
    draft.leave("groups", "groups", "eff_groups");
    draft.leave("linked accounts", "linked_accounts");
    draft.leave("tokens", "client_tokens");
    return draft.arrival();
  }

  private static Arrival.Ids id(String text) {
    Matcher parts = ID.matcher(text);
    if (!parts.matches()) {
      throw new Misfit("_key: 32 hex digits expected, with or without ch and four more");
    }
    return Arrival.Ids.ofHex32(parts.group(1));
  }
}
