package dev.rekey.admin;

import dev.rekey.core.account.Account;
import dev.rekey.core.account.Capability;
import java.util.Locale;
import java.util.Set;

/** One thing that is done to an account with a button and a reason. */
public enum AccountAct {
  /** Has a letter sent by which the owner sets a new password; nobody here sees or sets one. */
  RESET {
    @Override
    boolean offeredBy(Dossier dossier) {
      Account account = dossier.account();
      return dossier.desk().may(Capability.SEND_RESETS)
          && account.logins().email().isPresent()
          && !account.disabled()
          && dossier.desk().caller().roles().may(account, Capability.RESET_OWN_PASSWORD);
    }
  },
  /** Forgives what failed at the account. */
  UNLOCK {
    @Override
    boolean offeredBy(Dossier dossier) {
      return dossier.desk().may(Capability.UPDATE_ACCOUNTS) && dossier.standing().failures() > 0;
    }
  },
  PASSWORD_OFF {
    @Override
    boolean offeredBy(Dossier dossier) {
      return mayTurnPassword(dossier) && dossier.account().credential().passwordLogin();
    }
  },
  PASSWORD_ON {
    @Override
    boolean offeredBy(Dossier dossier) {
      return mayTurnPassword(dossier) && !dossier.account().credential().passwordLogin();
    }
  },
  DISABLE {
    @Override
    boolean offeredBy(Dossier dossier) {
      return dossier.mayEdit() && !dossier.account().disabled();
    }
  },
  ENABLE {
    @Override
    boolean offeredBy(Dossier dossier) {
      return dossier.mayEdit() && dossier.account().disabled();
    }
  },
  DELETE {
    @Override
    boolean offeredBy(Dossier dossier) {
      return dossier.within() && dossier.desk().may(Capability.DELETE_ACCOUNTS);
    }
  };

  private static final Set<AccountAct> SHUT = Set.of(PASSWORD_OFF, DISABLE, DELETE);

  private static boolean mayTurnPassword(Dossier dossier) {
    return dossier.within() && dossier.desk().may(Capability.SET_PASSWORDS);
  }

  /** Whether the page may offer it; the core judges again. */
  abstract boolean offeredBy(Dossier dossier);

  /** How its phrases and its page are called. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it shuts somebody out. */
  public boolean shuts() {
    return SHUT.contains(this);
  }

  /** Whether the own password is asked for before: for what cannot be taken back. */
  boolean weighs(Dossier dossier) {
    return this == DELETE || (shuts() && dossier.own());
  }
}
