package dev.rekey.core.roster;

import dev.rekey.core.account.Handle;
import java.util.List;
import java.util.Optional;

/**
 * Whom a new member is to belong with.
 *
 * @param children of a family; else none
 */
public record Belonging(Optional<InstitutionId> institution, List<Handle.Hex24> children) {

  public Belonging {
    children = children.stream().distinct().toList();
  }
}
