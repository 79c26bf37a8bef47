package dev.rekey.migrate;

import dev.rekey.core.arrival.Arrival;
import java.util.List;

/**
 * Rows that were read and wait to be taken in.
 *
 * @param upTo the place of the last of them
 * @param remarks on those that cannot be taken
 * @param position how much of the file was read
 * @param last nothing comes behind
 */
record Chunk(
    long upTo, List<Arrival> arrivals, List<Remark> remarks, long position, boolean last) {}
