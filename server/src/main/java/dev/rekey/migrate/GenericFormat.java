package dev.rekey.migrate;

import dev.rekey.core.account.MustChange;
import dev.rekey.core.arrival.Arrival;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rekey's own names for everything, which {@code rekey export} writes. */
final class GenericFormat implements Format {

  private static final String FIELD = "profile.";

  private final Habits habits;
  private final JsonText json = new JsonText();

  GenericFormat(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Optional<Arrival> read(Row row) {
    Draft draft = new Draft(row, habits.role(row.text("role")), habits.now());
    draft.email = row.text("email");
    draft.username = row.text("username");
    draft.uid = row.text("uid");
    draft.ids = ids(row);
    readPassword(draft, row);
    readProfile(draft, row);
    draft.privileges.addAll(row.texts("privileges"));
    readClosure(draft, row);
    draft.confirmedAt = confirmedAt(row);
    draft.pendingEmail = row.text("pending_email");
    draft.createdAt = row.instant("created_at");
    draft.updatedAt = row.instant("updated_at");
    draft.lastSignInAt = row.instant("last_sign_in_at");
    draft.sessionsEndedAt = row.instant("sessions_ended_at");
    return Optional.of(draft.arrival());
  }

  private static Arrival.Ids ids(Row row) {
    try {
      return new Arrival.Ids(
          row.number("number").or(() -> row.number("id")), row.text("hex24"), row.text("hex32"));
    } catch (IllegalArgumentException e) {
      throw new Misfit(String.valueOf(e.getMessage()));
    }
  }

  private void readPassword(Draft draft, Row row) {
    draft.hash =
        row.text("password_hash")
            .or(() -> row.text("passwordHash"))
            .map(text -> habits.hashes().read(text, row.text("salt")));
    draft.version = row.number("password_version").filter(version -> version > 0);
    draft.changedAt = row.instant("password_changed_at");
    draft.passwordLogin = row.flag("password_login").orElse(true);
    draft.mustChange = mustChange(row);
  }

  private Optional<MustChange> mustChange(Row row) {
    Instant at = row.instant("must_change_at").orElse(habits.now());
    return row.text("must_change")
        .map(why ->
            switch (why) {
              case Export.TEMPORARY -> new MustChange.Temporary(at);
              case Export.FORCED, "true" -> new MustChange.Forced(at, Optional.empty());
              default -> throw new Misfit("must_change should be temporary or forced");
            });
  }

  /** Whoever is frozen is closed, and perhaps a steward had closed it besides. */
  private static void readClosure(Draft draft, Row row) {
    draft.frozenAt = row.instant("frozen_at");
    draft.disabled =
        draft.frozenAt.isPresent()
            ? row.flag("disabled_too").orElse(false)
            : row.flag("disabled").orElse(false);
  }

  private void readProfile(Draft draft, Row row) {
    row.object("profile", json)
        .orElse(Map.of())
        .forEach((name, value) -> draft.profile.put(name, Row.textOf(name, value)));
    row.fields()
        .forEach((name, value) -> {
          if (name.startsWith(FIELD)) {
            row.text(name)
                .ifPresent(text -> draft.profile.put(name.substring(FIELD.length()), text));
          }
        });
  }

  /** The moment, or only that it is. */
  private Optional<Instant> confirmedAt(Row row) {
    return row.instant("confirmed_at")
        .or(() ->
            row.flag("confirmed")
                .filter(confirmed -> confirmed)
                .map(_ -> row.instant("created_at").orElse(habits.now())));
  }
}
