package dev.rekey.migrate;

import dev.rekey.core.password.ForeignHash;
import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Intake;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the commands that move people need of an opened house.
 *
 * @param rehearsals an intake that writes nothing, as often as one is asked for
 * @param breath the pauses that this database needs, beginning now
 * @param keeper keeps the key of foreign hashes for good, and says what it is called
 * @param hasKey whether the server can verify what needs that key
 */
public record ImportDesk(
    Intake intake,
    Supplier<Intake> rehearsals,
    Supplier<Breath> breath,
    Function<byte[], String> keeper,
    Predicate<ForeignHash.Key> hasKey,
    Accounts accounts,
    InstantSource clock,
    LongSupplier nanoTime) {

  /** An import that is one. */
  public ImportFile earnest() {
    return new ImportFile(intake, breath.get(), clock);
  }

  /** An import that only says what would happen. */
  public ImportFile rehearsal(Intake rehearsed) {
    return new ImportFile(rehearsed, breath.get(), clock);
  }
}
