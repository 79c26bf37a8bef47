package dev.rekey.core.store;

/** The ports of one store, as a contract or a test of the core looks at them. */
public record Ports(
    Accounts accounts,
    Credentials credentials,
    Grants grants,
    Tickets tickets,
    Alarms alarms,
    Cases cases,
    Attempts attempts,
    AuditTrail audit,
    Outbox outbox,
    Keyring keyring) {}
