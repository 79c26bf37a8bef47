package dev.rekey.core.store;

/** The ports of the roster, with those of the store that it stands in. */
public record RosterPorts(Ports store, Institutions institutions, Members members, Groups groups) {}
