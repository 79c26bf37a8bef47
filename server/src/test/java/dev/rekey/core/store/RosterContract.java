package dev.rekey.core.store;

/** Everything that every store promises about the roster. */
public interface RosterContract
    extends InstitutionsContract,
        MembersContract,
        MemberChangesContract,
        GroupsContract,
        RosterRacesContract {}
