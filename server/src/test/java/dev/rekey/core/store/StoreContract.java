package dev.rekey.core.store;

/** Everything that every store promises. */
public interface StoreContract
    extends AccountsContract,
        WelcomeContract,
        RevisionContract,
        RevisionRacesContract,
        DeletionContract,
        SearchContract,
        CredentialsContract,
        MustChangeContract,
        EditedChangeContract,
        GrantsContract,
        EndedGrantsContract,
        HoldersContract,
        TicketsContract,
        AlarmsContract,
        ArrivalsContract,
        AttemptsContract,
        AuditTrailContract,
        OutboxContract,
        KeyringContract {}
