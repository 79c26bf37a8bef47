package dev.rekey.core.chronicle;

/**
 * How much there is to hash on one node, at one moment.
 *
 * @param threads that hash
 * @param busy of them
 * @param waiting for one of them
 * @param places how many more may wait
 */
public record HashingLoad(int threads, int busy, int waiting, int places) {}
