package dev.rekey.core.store;

/** Everything that every store promises. */
public interface StoreContract
    extends AccountsContract,
        CredentialsContract,
        GrantsContract,
        TicketsContract,
        AttemptsContract,
        AuditTrailContract,
        OutboxContract,
        KeyringContract {}
