package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.roster.MemberKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The {@code users} collection of OCARIoT's account service, as {@code mongoexport} writes it. */
final class OcariotFormat implements Format {

  private final Habits habits;
  private final Optional<OcariotNames> names;

  OcariotFormat(Habits habits, Optional<OcariotNames> names) {
    this.habits = habits;
    this.names = names;
  }

  @Override
  public Optional<Arrival> read(Row document) {
    Row row = MongoJson.plain(document);
    Draft draft = new Draft(row, habits.role(row.text("type")), habits.now());
    draft.username = Optional.of(username(row));
    draft.ids = row.text("_id").map(OcariotFormat::id).orElseGet(Arrival.Ids::none);
    draft.hash = row.text("password").map(text -> habits.hashes().read(text, Optional.empty()));
    draft.createdAt = row.instant("created_at");
    draft.lastSignInAt = row.instant("last_login");
    draft.confirmedAt = draft.createdAt;
    fields(row).forEach(name -> row.text(name).ifPresent(text -> draft.profile.put(name, text)));
    draft.leave("the institution", "institution");
    draft.leave("children and groups", "children", "children_groups");
    return Optional.of(draft.arrival());
  }

  private String username(Row row) {
    String stored = row.text("username").orElseThrow(() -> new Misfit("there is no username"));
    return row.flag("__enc_username").orElse(false)
        ? names
            .orElseThrow(
                () -> new Misfit("the username is encrypted; REKEY_IMPORT_OCARIOT_KEY is its key"))
            .open(stored)
        : stored;
  }

  private static Arrival.Ids id(String digits) {
    try {
      return Arrival.Ids.ofHex24(digits.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Misfit("_id: " + e.getMessage());
    }
  }

  private Set<String> fields(Row row) {
    return MemberKind.of(habits.role(row.text("type"))).map(MemberKind::fields).orElse(Set.of());
  }
}
