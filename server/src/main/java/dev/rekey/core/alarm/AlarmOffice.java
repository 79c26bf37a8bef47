package dev.rekey.core.alarm;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.Notice;
import dev.rekey.core.letter.TicketLink;
import dev.rekey.core.token.Alarm;
import dev.rekey.core.token.Alarm.Deed;
import dev.rekey.core.token.Mint;
import dev.rekey.core.token.TokenDigest;
import dev.rekey.core.visit.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a link into every notice by which its reader says "this was not me", as the notice is
 * posted; the alarm behind it is good only once it is committed with what the notice tells of.
 */
public final class AlarmOffice {

  /** 144 random bits, 24 characters. */
  private static final int TOKEN_BYTES = 18;

  /** Where an administrator sat is not the owner's to know. */
  private static final Origin UNTOLD = new Origin("", "");

  private final Mint mint;
  private final TicketLink link;
  private final Duration lifetime;

  /**
   * @param link where the notices' links lead
   * @param lifetime for how long an alarm can be raised
   */
  public AlarmOffice(Mint mint, TicketLink link, Duration lifetime) {
    this.mint = mint;
    this.link = link;
    this.lifetime = lifetime;
  }

  /** Letters as they are posted, and the alarms behind the links of the notices among them. */
  public record Posted(List<Letter> letters, List<Alarm> alarms) {
    public Posted {
      letters = List.copyOf(letters);
      alarms = List.copyOf(alarms);
    }
  }

  /** Posts what is owed because of that account. */
  public Posted post(AccountId account, List<Letter> owed) {
    List<Letter> letters = new ArrayList<>();
    List<Alarm> alarms = new ArrayList<>();
    for (Letter letter : owed) {
      if (letter instanceof Notice notice) {
        String token = mint.token(TOKEN_BYTES);
        letters.add(notice.withAlarm(link.with(token)));
        alarms.add(alarm(account, notice, TokenDigest.of(token)));
      } else {
        letters.add(letter);
      }
    }
    return new Posted(letters, alarms);
  }

  private Alarm alarm(AccountId account, Notice notice, TokenDigest digest) {
    return new Alarm(
        account, digest, deed(notice), notice.at(), origin(notice), notice.at().plus(lifetime));
  }

  private static Deed deed(Notice notice) {
    return switch (notice) {
      case Letter.PasswordChanged _ -> Deed.PASSWORD_CHANGED;
      case Letter.ResetDone _ -> Deed.PASSWORD_RESET;
      case Letter.PasswordSetByAdministrator _ -> Deed.PASSWORD_SET_BY_ADMINISTRATOR;
      case Letter.EmailChanged _ -> Deed.EMAIL_CHANGED;
      case Letter.NewDevice _ -> Deed.NEW_DEVICE;
    };
  }

  private static Origin origin(Notice notice) {
    return switch (notice) {
      case Letter.PasswordChanged changed -> changed.origin();
      case Letter.ResetDone done -> done.origin();
      case Letter.PasswordSetByAdministrator _ -> UNTOLD;
      case Letter.EmailChanged changed -> changed.origin();
      case Letter.NewDevice device -> device.origin();
    };
  }
}
