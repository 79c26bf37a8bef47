package dev.rekey.core.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import java.util.List;
import java.util.Optional;

/** The institutions of all realms. */
public interface Institutions {

  Optional<Institution> find(Realm realm, InstitutionId id);

  /** Those of the window, newest first. */
  List<Institution> list(Realm realm, Window window);

  /** How many institutions the realm has. */
  long count(Realm realm);

  /** Makes it and writes it down, in one commit; false when one of the realm has its name. */
  boolean create(Institution institution, AuditEntry entry);

  /**
   * Applies the edit to the institution as it is now and writes it down, in one commit, or nothing
   * of it.
   */
  Change revise(Realm realm, InstitutionId id, Institution.Edit edit, AuditEntry entry);

  /** What came of an edit. */
  sealed interface Change {

    record Changed(Institution institution) implements Change {}

    /** One of the realm, be it itself, has the name that it was to get. Nothing was changed. */
    record NameTaken() implements Change {}

    record Gone() implements Change {}
  }

  /** Deletes it and writes it down, in one commit, unless a member belongs to it. */
  Removal delete(Realm realm, InstitutionId id, AuditEntry entry);

  /** What came of a deletion. */
  enum Removal {
    DONE,
    GONE,
    /** A member belongs to it. Nothing was changed. */
    IN_USE
  }
}
