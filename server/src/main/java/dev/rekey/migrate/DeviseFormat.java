package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import dev.rekey.core.token.Grant;
import dev.rekey.core.token.Ticket;
import dev.rekey.core.token.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code users} table of Devise, with the columns of its modules and of devise_token_auth where
 * they are; what else the table has becomes the profile.
 */
final class DeviseFormat implements Format {

  private static final String DIGESTS = "\\$2[aby]\\$(0[4-9]|1[0-2])\\$[./A-Za-z0-9]{53}";

  /** Devise's own default. */
  private static final Duration RESET_WITHIN = Duration.ofHours(6);

  private static final int MOST_CLIENTS = 100;
  private static final int LONGEST_CLIENT = 255;

  private final Habits habits;
  private final JsonText json = new JsonText();

  DeviseFormat(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Optional<Arrival> read(Row row) {
    Draft draft = new Draft(row, habits.role(row.text("role")), habits.now());
    boolean byEmail = row.text("provider").filter(name -> !name.equals("email")).isEmpty();
    draft.email = row.text("email");
    draft.username = row.text("username").or(() -> row.text("login"));
    draft.uid = row.text("uid");
    draft.ids = row.number("id").map(DeviseFormat::number).orElseGet(Arrival.Ids::none);
    draft.hash =
        row.text("encrypted_password")
            .filter(_ -> byEmail)
            .map(text -> habits.hashes().read(text, row.text("password_salt")));
    draft.createdAt = row.instant("created_at");
    draft.updatedAt = row.instant("updated_at");
    draft.lastSignInAt = row.instant("current_sign_in_at").or(() -> row.instant("last_sign_in_at"));
    draft.disabled = habits.lockedStayOut() && row.text("locked_at").isPresent();
    readConfirmation(draft, row);
    readTokens(draft, row);
    readProfile(draft, row);
    leave(draft, row, byEmail);
    return Optional.of(draft.arrival());
  }

  /**
   * The links of Devise's letters hold what is kept as an HMAC under the application's secret. They
   * last hours; Rekey would have to hold that secret, and try it on every ticket, for good.
   */
  private void leave(Draft draft, Row row, boolean byEmail) {
    if (row.says("reset_password_token") && isFresh(row.instant("reset_password_sent_at"))) {
      draft.left.add("a letter for a new password, which is to be asked for anew");
    }
    if (row.says("locked_at") && !habits.lockedStayOut()) {
      draft.left.add("a lock after failures");
    }
    draft.leave("a letter that ends a lock", "unlock_token");
    if (!byEmail) {
      draft.left.add("the way to sign in through a provider");
    }
  }

  private boolean isFresh(Optional<Instant> sentAt) {
    return sentAt.filter(at -> at.plus(RESET_WITHIN).isAfter(habits.now())).isPresent();
  }

  private static Arrival.Ids number(long id) {
    try {
      return Arrival.Ids.ofNumber(id);
    } catch (IllegalArgumentException e) {
      throw new Misfit(String.valueOf(e.getMessage()));
    }
  }

  /** Where the application does not ask for confirmation, every address counts. */
  private void readConfirmation(Draft draft, Row row) {
    draft.confirmedAt =
        row.has("confirmed_at")
            ? row.instant("confirmed_at")
            : Optional.of(draft.createdAt.orElse(habits.now()));
    draft.pendingEmail = row.text("unconfirmed_email");
    if (draft.confirmedAt.isEmpty() || draft.pendingEmail.isPresent()) {
      row.text("confirmation_token")
          .ifPresent(
              token -> draft.letters.add(confirmation(token, row.instant("confirmation_sent_at"))));
    }
  }

  /** Devise keeps this one in clear. */
  private Arrival.Letter confirmation(String token, Optional<Instant> sentAt) {
    return new Arrival.Letter(
        Ticket.Purpose.CONFIRM_EMAIL,
        TokenDigest.of(token),
        sentAt.orElse(habits.now()),
        sentAt.orElse(habits.now()).plus(habits.confirmWithin()));
  }

  private void readTokens(Draft draft, Row row) {
    if (habits.tokenWire().isPresent()) {
      Map<String, Object> clients = row.object("tokens", json).orElse(Map.of());
      if (clients.size() > MOST_CLIENTS) {
        throw new Misfit("tokens has more than " + MOST_CLIENTS + " clients");
      }
      clients.forEach((client, entry) ->
          token(habits.tokenWire().get(), row, client, entry).ifPresent(draft.tokens::add));
    }
  }

  /** One client's; empty when it has expired, or is of a form that nothing here can verify. */
  private Optional<Arrival.Token> token(String wire, Row row, String client, Object value) {
    if (!(value instanceof Map<?, ?> map) || client.length() > LONGEST_CLIENT) {
      return Optional.empty();
    }
    Row entry = new Row(row.place(), row.line(), Row.members(map));
    Optional<Instant> expiry = entry.instant("expiry").filter(habits.now()::isBefore);
    Optional<TokenDigest> current = digest(entry, "token");
    if (expiry.isEmpty() || current.isEmpty()) {
      return Optional.empty();
    }
    Grant.Trail trail =
        new Grant.Trail(
            current.get(),
            digest(entry, "previous_token"),
            digest(entry, "last_token"),
            entry.instant("updated_at"));
    return Optional.of(
        new Arrival.Token(
            wire,
            Grant.Kind.CLIENT,
            client,
            Optional.of(trail),
            entry.instant("updated_at").orElse(habits.now()),
            expiry.get()));
  }

  private static Optional<TokenDigest> digest(Row entry, String name) {
    return entry.text(name).filter(text -> text.matches(DIGESTS)).map(TokenDigest::new);
  }

  private static void readProfile(Draft draft, Row row) {
    row.fields()
        .forEach((name, value) -> {
          if (ProfileColumns.tells(name) && isPlain(value)) {
            row.text(name).ifPresent(text -> draft.profile.put(name, text));
          }
        });
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }
}
