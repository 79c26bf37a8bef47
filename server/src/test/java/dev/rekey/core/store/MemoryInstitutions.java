package dev.rekey.core.store;

import dev.rekey.core.account.Realm;
import dev.rekey.core.audit.AuditEntry;
import dev.rekey.core.roster.Institution;
import dev.rekey.core.roster.InstitutionId;
import java.util.List;
import java.util.Optional;

/** Institutions in memory. */
final class MemoryInstitutions implements Institutions {

  private final MemoryRoster roster;
  private final Memory memory;

  MemoryInstitutions(MemoryRoster roster) {
    this.roster = roster;
    this.memory = roster.memory;
  }

  @Override
  public Optional<Institution> find(Realm realm, InstitutionId id) {
    return memory.alone(() -> roster.institution(realm, id));
  }

  @Override
  public List<Institution> list(Realm realm, Window window) {
    return memory.alone(() ->
        roster.in(realm).toList().reversed().stream()
            .filter(one -> window.made().contains(one.createdAt()))
            .skip(window.offset())
            .limit(window.limit())
            .toList());
  }

  @Override
  public long count(Realm realm) {
    return memory.alone(() -> roster.in(realm).count());
  }

  @Override
  public boolean create(Institution institution, AuditEntry entry) {
    return memory.alone(() -> {
      if (isTaken(institution.realm(), institution.details().name())) {
        return false;
      }
      roster.institutions.add(
          new Institution(
              institution.id(),
              institution.realm(),
              institution.details(),
              Memory.millis(institution.createdAt())));
      memory.trail.add(entry);
      return true;
    });
  }

  private boolean isTaken(Realm realm, String name) {
    return roster.in(realm).anyMatch(one -> one.details().name().equals(name));
  }

  @Override
  public Change revise(Realm realm, InstitutionId id, Institution.Edit edit, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<Institution> found = roster.institution(realm, id);
      if (found.isEmpty()) {
        return new Change.Gone();
      }
      if (edit.name().filter(name -> isTaken(realm, name)).isPresent()) {
        return new Change.NameTaken();
      }
      Institution edited = found.get().with(edit);
      roster.institutions.set(roster.institutions.indexOf(found.get()), edited);
      memory.trail.add(entry);
      return new Change.Changed(edited);
    });
  }

  @Override
  public Removal delete(Realm realm, InstitutionId id, AuditEntry entry) {
    return memory.alone(() -> {
      Optional<Institution> found = roster.institution(realm, id);
      if (found.isEmpty()) {
        return Removal.GONE;
      }
      if (isInUse(realm, id)) {
        return Removal.IN_USE;
      }
      roster.institutions.remove(found.get());
      memory.trail.add(entry);
      return Removal.DONE;
    });
  }

  private boolean isInUse(Realm realm, InstitutionId id) {
    return memory.in(realm).anyMatch(account -> id.equals(roster.places.get(account.id())));
  }
}
