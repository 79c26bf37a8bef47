package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import java.util.Optional;

/** What another system's rows mean. */
interface Format {

  /** Who the row is; empty when it is nobody who could sign in there. {@link Misfit} otherwise. */
  Optional<Arrival> read(Row row);
}
