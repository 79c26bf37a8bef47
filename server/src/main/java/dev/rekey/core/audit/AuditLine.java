package dev.rekey.core.audit;

import dev.rekey.core.visit.Origin;
import java.time.Instant;

/**
 * One line of the audit trail as it is read: a trail outlives the version that wrote it.
 *
 * @param event the event's name, such as {@code password-changed}; maybe one of another version
 * @param wire the mount that it came through
 * @param byAnother whether somebody else than the owner did it, such as a steward
 */
public record AuditLine(Instant at, String event, String wire, Origin origin, boolean byAnother) {}
