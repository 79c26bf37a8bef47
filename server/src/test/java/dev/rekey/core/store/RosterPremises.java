package dev.rekey.core.store;

/** A promise that every store keeps about the roster; each story begins on an empty store. */
public interface RosterPremises {

  RosterPorts roster();
}
