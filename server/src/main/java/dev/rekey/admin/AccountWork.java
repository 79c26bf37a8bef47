package dev.rekey.admin;

import dev.rekey.core.session.Sessions;
import dev.rekey.core.steward.CreateAccount;
import dev.rekey.core.steward.DeleteAccount;
import dev.rekey.core.steward.DisableAccount;
import dev.rekey.core.steward.EditAccount;
import dev.rekey.core.steward.ForgiveFailures;
import dev.rekey.core.steward.GiveTemporaryPassword;
import dev.rekey.core.steward.SearchAccounts;
import dev.rekey.core.steward.SeeStanding;
import dev.rekey.core.steward.SendReset;
import dev.rekey.core.steward.SetPassword;

/** What is done to accounts at the console. */
public record AccountWork(
    SearchAccounts search,
    SeeStanding see,
    CreateAccount create,
    EditAccount edit,
    DisableAccount disable,
    DeleteAccount delete,
    SetPassword setPassword,
    GiveTemporaryPassword giveTemporaryPassword,
    SendReset sendReset,
    ForgiveFailures forgive,
    Sessions sessions) {}
