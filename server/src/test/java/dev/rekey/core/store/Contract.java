package dev.rekey.core.store;

/** A promise that every store keeps, told as stories; each begins on an empty store. */
interface Contract {

  Ports ports();
}
