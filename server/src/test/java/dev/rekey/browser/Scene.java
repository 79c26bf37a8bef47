package dev.rekey.browser;

import static dev.rekey.browser.Site.EMAIL;
import static dev.rekey.browser.Site.NAME;
import static dev.rekey.browser.Site.NEXT;
import static dev.rekey.browser.Site.PASSWORD;
import static dev.rekey.browser.Site.ROOT;

import java.util.Locale;

/** A page in a state that somebody may meet it in, and the way there. */
enum Scene {
  SIGN_IN {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/sign-in").sees("Sign in");
    }
  },
  SIGN_IN_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      guest.signIn(NAME, "not the right one").reads("do not go together");
    }
  },
  SIGNED_OUT {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(guest).press("Sign out").reads("You are signed out.");
    }
  },
  FORGOT {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/forgot").sees("Forgot your password?");
    }
  },
  ASKED {
    @Override
    void reach(Site site, Guest guest) {
      ask(guest);
    }
  },
  CODE {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/code").sees("Type the code of your letter");
    }
  },
  CODE_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      ask(guest);
      guest.fill("Code", "AAAA AAAA").press("Go on").reads("do not go together");
    }
  },
  RESET {
    @Override
    void reach(Site site, Guest guest) {
      guest.open(resetLink(site, guest)).sees("Choose a new password");
    }
  },
  RESET_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      RESET.reach(site, guest);
      guest.fill("New password", NAME).press("Save the new password").reads("at least 8");
    }
  },
  RESET_DONE {
    @Override
    void reach(Site site, Guest guest) {
      RESET.reach(site, guest);
      guest.fill("New password", NEXT).press("Save the new password");
      guest.sees("Your new password is set");
    }
  },
  LINK_DEAD {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/reset/" + "A".repeat(24)).sees("This link works no more");
    }
  },
  CONFIRM {
    @Override
    void reach(Site site, Guest guest) {
      PROFILE_PENDING.reach(site, guest);
      guest.open(site.mailbox().linkTo(NEW_EMAIL, "/account/confirm/"));
      guest.sees("Confirm this address");
    }
  },
  CONFIRMED {
    @Override
    void reach(Site site, Guest guest) {
      CONFIRM.reach(site, guest);
      guest.press("Confirm the address").sees("Your address is confirmed");
    }
  },
  HOME {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(guest);
    }
  },
  PASSWORD_PAGE {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(guest).open("/account/password").sees("Change your password");
    }
  },
  PASSWORD_TYPING {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_PAGE.reach(site, guest);
      guest.fill("Current password", PASSWORD);
      guest.field("New password").pressSequentially("quiet otter");
      guest.reads("Good:").ticks("Not on the lists of known passwords");
    }
  },
  PASSWORD_TYPING_BADLY {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_PAGE.reach(site, guest);
      guest.field("New password").pressSequentially(NAME);
      guest.reads("Guessed at once.");
    }
  },
  PASSWORD_PHRASE {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_PAGE.reach(site, guest);
      guest.follow("Offer me a phrase").reads("Very good").ticks("Not on the lists");
    }
  },
  PASSWORD_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_PAGE.reach(site, guest);
      guest.fill("Current password", "not the right one").fill("New password", NAME);
      guest.press("Change the password").reads("The current password is not right.");
    }
  },
  PASSWORD_DONE {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_PAGE.reach(site, guest);
      guest.fill("Current password", PASSWORD).fill("New password", NEXT);
      guest.press("Change the password").reads("Your password is changed.");
    }
  },
  SESSIONS {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(site.guestWith("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605"));
      signedIn(site.guestWith("Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko Firefox/150.0"));
      signedIn(guest).open("/account/sessions").reads("End all others");
    }
  },
  SESSIONS_ALONE {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(guest).open("/account/sessions").reads("Nothing else is signed in.");
    }
  },
  SESSIONS_ENDED {
    @Override
    void reach(Site site, Guest guest) {
      SESSIONS.reach(site, guest);
      guest.press("End all others").reads("2 sessions have ended.");
    }
  },
  ACTIVITY {
    @Override
    void reach(Site site, Guest guest) {
      guest.signIn(NAME, "not the right one").reads("do not go together");
      signedIn(guest).follow("Activity").sees("Activity").reads("Sign-in failed");
    }
  },
  PROFILE {
    @Override
    void reach(Site site, Guest guest) {
      signedIn(guest).open("/account/profile").sees("Profile");
    }
  },
  PROFILE_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      PROFILE.reach(site, guest);
      guest.fill("E-mail address", NEW_EMAIL).fill("Current password", "not the right one");
      guest.press("Save").reads("The current password is not right.");
    }
  },
  PROFILE_PENDING {
    @Override
    void reach(Site site, Guest guest) {
      PROFILE.reach(site, guest);
      guest.fill("E-mail address", NEW_EMAIL).fill("Current password", PASSWORD);
      guest.press("Save").reads("waits to be confirmed");
    }
  },
  PASSWORD_FORCED {
    @Override
    void reach(Site site, Guest guest) {
      BULK_DONE.reach(site, site.guest(Scripts.ON));
      guest.signIn(NAME, PASSWORD).sees("Change your password").reads("ask everybody concerned");
    }
  },
  BULK_NONE {
    @Override
    void reach(Site site, Guest guest) {
      site.hasRoot();
      guest.signIn(ROOT, PASSWORD).sees("Hello, root");
      guest.open("/admin/bulk").sees("Bulk acts").reads("Nothing was done to many accounts");
    }
  },
  BULK_NEW {
    @Override
    void reach(Site site, Guest guest) {
      BULK_NONE.reach(site, guest);
      guest.follow("New bulk act").sees("New bulk act");
    }
  },
  BULK_UNCLEAR {
    @Override
    void reach(Site site, Guest guest) {
      BULK_NONE.reach(site, guest);
      guest.open("/admin/bulk/dry-run").reads("Choose what is to be done, and to whom.");
    }
  },
  BULK_COUNTED {
    @Override
    void reach(Site site, Guest guest) {
      BULK_NEW.reach(site, guest);
      guest.choose("Force a change of the password").choose("Everybody");
      guest.press("Count them first").sees("Before anything happens").reads(NAME);
    }
  },
  BULK_NOT_SURE {
    @Override
    void reach(Site site, Guest guest) {
      BULK_COUNTED.reach(site, guest);
      guest.fill("Why", "a laptop was stolen").fill("Your own password", "not the right one");
      guest.press("Begin (accounts: 1)").reads("That is not your password.");
    }
  },
  BULK_DONE {
    @Override
    void reach(Site site, Guest guest) {
      BULK_COUNTED.reach(site, guest);
      guest.fill("Why", "a laptop was stolen").fill("Your own password", PASSWORD);
      guest.press("Begin (accounts: 1)").reads("1 of 1 accounts").reads("done");
    }
  },
  BULK_LIST {
    @Override
    void reach(Site site, Guest guest) {
      BULK_DONE.reach(site, guest);
      guest.open("/admin/bulk").reads("1 of 1");
    }
  },
  BULK_UNDO {
    @Override
    void reach(Site site, Guest guest) {
      BULK_DONE.reach(site, guest);
      guest.follow("Take back").reads("sessions that ended stay ended");
    }
  },
  BULK_UNDONE {
    @Override
    void reach(Site site, Guest guest) {
      BULK_UNDO.reach(site, guest);
      guest.fill("Why", "found again").fill("Your own password", PASSWORD);
      guest.press("Take back").reads("taken back").reads("Whoever had changed the password");
    }
  },
  ALARM {
    @Override
    void reach(Site site, Guest guest) {
      PASSWORD_DONE.reach(site, guest);
      guest.open(site.mailbox().linkTo(EMAIL, "/account/alarm/")).sees("Was this not you?");
    }
  },
  ALARM_RAISED {
    @Override
    void reach(Site site, Guest guest) {
      ALARM.reach(site, guest);
      guest.press("This was not me").sees("Your account is shut");
    }
  },
  ALARM_DEAD {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/alarm/" + "A".repeat(24)).sees("This link works no more");
    }
  },
  CASES_NONE {
    @Override
    void reach(Site site, Guest guest) {
      site.hasRoot();
      guest.signIn("root", PASSWORD).sees("Hello, root");
      guest.open("/admin/cases").sees("Cases").reads("Nothing to look into");
    }
  },
  CASES {
    @Override
    void reach(Site site, Guest guest) {
      ALARM_RAISED.reach(site, site.guest(Scripts.ON));
      site.hasRoot();
      guest.signIn("root", PASSWORD).sees("Hello, root");
      guest.open("/admin/cases").sees("Cases").reads("Password changed");
    }
  },
  CASE {
    @Override
    void reach(Site site, Guest guest) {
      CASES.reach(site, guest);
      guest.follow(NAME).reads("The one of before is back");
    }
  },
  CASE_CLOSED {
    @Override
    void reach(Site site, Guest guest) {
      CASE.reach(site, guest);
      guest.fill("Why", "Spoke with her").press("Close the case").reads("The case is closed.");
    }
  },
  FORM_GROWN_OLD {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/forgot").fill("E-mail address or username", NAME);
      guest.page().context().clearCookies();
      guest.press("Send the letter").sees("This form has grown old");
    }
  },
  NOTHING_HERE {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/account/nothing-of-that-name").sees("There is nothing here");
    }
  },
  SETUP {
    @Override
    void reach(Site site, Guest guest) {
      guest.open(site.setupLink()).sees("Welcome to Rekey");
    }
  },
  SETUP_REFUSED {
    @Override
    void reach(Site site, Guest guest) {
      SETUP.reach(site, guest);
      guest.fill("Username", "root").fill("Password", "short").press("Make the account");
      guest.reads("at least 8 characters");
    }
  },
  SETUP_DONE {
    @Override
    void reach(Site site, Guest guest) {
      SETUP.reach(site, guest);
      guest.fill("Username", "root").fill("Password", PASSWORD).press("Make the account");
      guest.sees("Rekey is ready");
    }
  },
  SETUP_DEAD {
    @Override
    void reach(Site site, Guest guest) {
      guest.open("/rekey/setup/" + "A".repeat(22)).sees("This link leads nowhere");
    }
  };

  private static final String NEW_EMAIL = "ada@new.example";

  /** Leads the guest there; the person of the tests has an account. */
  abstract void reach(Site site, Guest guest);

  private static Guest signedIn(Guest guest) {
    return guest.signIn(NAME, PASSWORD).sees("Hello, ada");
  }

  private static void ask(Guest guest) {
    guest.open("/account/forgot").fill("E-mail address or username", NAME);
    guest.press("Send the letter").sees("Look into your mail");
  }

  private static String resetLink(Site site, Guest guest) {
    ask(guest);
    return site.mailbox().linkTo(EMAIL, "/account/reset/");
  }

  /** As a file is called. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
