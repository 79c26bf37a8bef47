package dev.rekey.core.session;

import dev.rekey.core.audit.AuditLine;
import dev.rekey.core.proof.Caller;
import dev.rekey.core.store.AuditTrail;
import java.util.List;

/** An owner sees what was done with the account of late, by whomever, on all wires. */
public final class RecentActivity {

  private static final int MOST = 50;

  private final AuditTrail audit;

  public RecentActivity(AuditTrail audit) {
    this.audit = audit;
  }

  /** Who asks, about the own account. */
  public record Command(Caller caller) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** What happened, newest first. */
    record Seen(List<AuditLine> lines) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Seen(audit.about(command.caller().account().id(), MOST));
  }
}
