package dev.rekey.admin;

import dev.rekey.core.account.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** As of when a form knows an account, as the form holds it. */
final class Seen {

  private static final Pattern MOMENT = Pattern.compile("[0-9]{1,15}");

  private Seen() {}

  static String of(Dossier dossier) {
    Account account = dossier.account();
    return Long.toString(account.updatedAt().toEpochMilli());
  }

  /** What a form makes up is no account's moment: its edit is overtaken by all. */
  static Optional<Instant> read(String seen) {
    return Optional.of(
        MOMENT.matcher(seen).matches()
            ? Instant.ofEpochMilli(Long.parseLong(seen))
            : Instant.EPOCH);
  }
}
