package dev.rekey.browser;

import static dev.rekey.browser.Site.PASSWORD;

import com.microsoft.playwright.Locator;
import dev.rekey.core.account.Account;
import dev.rekey.core.account.Realm;
import java.util.Locale;
import java.util.Map;

/** A page of the console, in a state that somebody may meet it in. */
enum ConsoleScene {
  OVERVIEW {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin").sees("Overview").reads("Sign-ins");
    }
  },
  AUDIT {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/audit").sees("Audit trail").reads("Account made");
    }
  },
  AUDIT_NOBODY {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/audit?account=nobody").reads("There is no account of that name");
    }
  },
  AUDIT_TAKEN_WITHOUT_REASON {
    @Override
    void show(Site site, Guest guest) {
      AUDIT.show(site, guest);
      guest.page().getByText("Take these lines along").click();
      guest.fill("Why", " ").press("CSV").reads("Please say why");
    }
  },
  RIGHTS {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/rights").sees("Roles").reads("Sign in");
    }
  },
  SERVER {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/server").sees("Server");
      guest.page().locator("summary").filter(text("hashing")).click();
    }
  },
  LETTERS {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/letters").sees("Letters").reads("As plain text");
    }
  },
  ADOPTION {
    @Override
    void show(Site site, Guest guest) {
      Movers.come(site.server());
      guest.open("/admin/adoption").sees("Adoption").reads("Not before");
    }
  },
  ACCOUNTS {
    @Override
    void show(Site site, Guest guest) {
      manyPeople(site);
      guest.open("/admin/accounts").sees("Accounts").reads("The first 25");
    }
  },
  ACCOUNTS_NOBODY {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/accounts?q=nobody-of-that-name").reads("Nobody by that name");
    }
  },
  ACCOUNT {
    @Override
    void show(Site site, Guest guest) {
      site.guestWith("Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko Firefox/150.0")
          .signIn(Site.NAME, PASSWORD)
          .sees("Hello, ada");
      site.guestWith("Mozilla/5.0 (Linux)").signIn(Site.NAME, "wrong").reads("do not go");
      guest.open(ada(site)).sees(Site.NAME).reads("What you may do");
    }
  },
  ACCOUNT_OF_THE_GREATER {
    @Override
    void show(Site site, Guest guest) {
      guest.press("Sign out");
      person(site, "sam", "support");
      guest.signIn("sam", PASSWORD).open(root(site)).reads("that you may not");
    }
  },
  ACCOUNT_EDIT {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/edit").sees("Edit ada");
    }
  },
  ACCOUNT_EDIT_REFUSED {
    @Override
    void show(Site site, Guest guest) {
      ACCOUNT_EDIT.show(site, guest);
      guest.fill("Username", "root").fill("Why", "she asked").press("Save");
      guest.reads("belongs to another account");
    }
  },
  ACCOUNT_RIGHTS {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/rights").sees("Rights of ada");
    }
  },
  ACCOUNT_PASSWORD {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/password").sees("Set a password for ada");
    }
  },
  ACCOUNT_TEMPORARY {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/temporary-password").sees("A temporary password for ada");
    }
  },
  ACCOUNT_TEMPORARY_GIVEN {
    @Override
    void show(Site site, Guest guest) {
      ACCOUNT_TEMPORARY.show(site, guest);
      guest.fill("Why", "no mail at sea").fill("Your own password", Site.PASSWORD);
      guest.press("Make a temporary password").sees("The temporary password for ada");
    }
  },
  ACCOUNT_RESET {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/reset").sees("Send ada a reset letter?");
    }
  },
  ACCOUNT_DELETE {
    @Override
    void show(Site site, Guest guest) {
      guest.open(ada(site) + "/delete").sees("Delete ada?");
    }
  },
  ACCOUNT_OWN_DELETE {
    @Override
    void show(Site site, Guest guest) {
      guest.open(root(site) + "/delete").sees("Delete root?").reads("your own account");
    }
  },
  ACCOUNT_NEW {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/accounts/new").sees("New account");
    }
  },
  ACCOUNT_NEW_TYPED {
    @Override
    void show(Site site, Guest guest) {
      ACCOUNT_NEW.show(site, guest);
      guest.page().getByText("Type one here").click();
      guest.fill("Username", "bert").fill("Why", "new").press("Make the account");
      guest.reads("Your own password is needed");
    }
  },
  ACCOUNT_GONE {
    @Override
    void show(Site site, Guest guest) {
      guest.open("/admin/accounts/4711").sees("There is no such account");
    }
  };

  /** Leads an administrator there. */
  abstract void show(Site site, Guest guest);

  void reach(Site site, Guest guest) {
    person(site, "root", "admin");
    guest.signIn("root", PASSWORD).sees("Hello, root");
    show(site, guest);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  static Account person(Site site, String name, String role) {
    return site.server()
        .create(
            Map.of(
                "username", name,
                "email", name + "@example.org",
                "password", PASSWORD,
                "role", role));
  }

  static void manyPeople(Site site) {
    for (int i = 100; i < 130; i++) {
      Account one = person(site, "person" + i, i % 7 == 0 ? "operator" : "user");
      if (i % 5 == 0) {
        site.server().disable(one);
      }
    }
  }

  static String ada(Site site) {
    return path(site, Site.NAME);
  }

  static String root(Site site) {
    return path(site, "root");
  }

  static String path(Site site, String name) {
    Account account = site.server().house().accounts().findByLogin(Realm.MAIN, name).orElseThrow();
    return "/admin/accounts/" + account.ids().number();
  }

  /** As a file is called. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
