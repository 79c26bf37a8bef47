package dev.rekey.mail;

import dev.rekey.core.letter.Letter;
import dev.rekey.core.letter.Letter.AccountDeleted;
import dev.rekey.core.letter.Letter.ConfirmLink;
import dev.rekey.core.letter.Letter.EmailChanged;
import dev.rekey.core.letter.Letter.NewDevice;
import dev.rekey.core.letter.Letter.PasswordChanged;
import dev.rekey.core.letter.Letter.PasswordSetByAdministrator;
import dev.rekey.core.letter.Letter.ResetDone;
import dev.rekey.core.letter.Letter.ResetLink;
import dev.rekey.core.letter.Letter.UnlockLink;
import dev.rekey.core.letter.Letter.WayBack;
import java.util.Set;

/** The kinds of letters: each has its own templates, and words that only they may use. */
enum Form {
  RESET_LINK("reset-link"),
  PASSWORD_CHANGED("password-changed"),
  RESET_DONE("reset-done"),
  PASSWORD_SET_BY_ADMINISTRATOR("password-set-by-administrator"),
  CONFIRM_LINK("confirm-link"),
  UNLOCK_LINK("unlock-link"),
  EMAIL_CHANGED("email-changed"),
  NEW_DEVICE("new-device"),
  WAY_BACK("way-back"),
  ACCOUNT_DELETED("account-deleted"),
  /** What an operator sends to see whether letters arrive. */
  TEST("test");

  /** The words that lead somewhere. */
  static final Set<String> WAYS = Set.of("link", "alarm", "reset-page");

  private final String title;

  Form(String title) {
    this.title = title;
  }

  static Form of(Letter letter) {
    return switch (letter) {
      case ResetLink _ -> RESET_LINK;
      case PasswordChanged _ -> PASSWORD_CHANGED;
      case ResetDone _ -> RESET_DONE;
      case PasswordSetByAdministrator _ -> PASSWORD_SET_BY_ADMINISTRATOR;
      case ConfirmLink _ -> CONFIRM_LINK;
      case UnlockLink _ -> UNLOCK_LINK;
      case EmailChanged _ -> EMAIL_CHANGED;
      case NewDevice _ -> NEW_DEVICE;
      case WayBack _ -> WAY_BACK;
      case AccountDeleted _ -> ACCOUNT_DELETED;
    };
  }

  /** What the files of its templates begin with. */
  String title() {
    return title;
  }

  /** The words that its templates may use beside those of every letter. */
  Set<String> words() {
    return switch (this) {
      case RESET_LINK -> Set.of("link", "expires", "code", "number");
      case CONFIRM_LINK, UNLOCK_LINK -> Set.of("link", "expires");
      case WAY_BACK -> Set.of("link", "expires", "code");
      case PASSWORD_CHANGED, RESET_DONE, EMAIL_CHANGED -> Set.of("time", "address", "alarm");
      case NEW_DEVICE -> Set.of("time", "address", "device", "alarm");
      case PASSWORD_SET_BY_ADMINISTRATOR -> Set.of("time", "alarm");
      case ACCOUNT_DELETED, TEST -> Set.of("time");
    };
  }

  /** Those of them without which a letter of this kind is of no use. */
  Set<String> needs() {
    return switch (this) {
      case RESET_LINK, CONFIRM_LINK, UNLOCK_LINK, WAY_BACK -> Set.of("link");
      case PASSWORD_CHANGED, RESET_DONE, EMAIL_CHANGED, NEW_DEVICE, PASSWORD_SET_BY_ADMINISTRATOR ->
          Set.of("alarm");
      case ACCOUNT_DELETED, TEST -> Set.of();
    };
  }
}
