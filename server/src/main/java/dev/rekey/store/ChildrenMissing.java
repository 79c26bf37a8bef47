package dev.rekey.store;

import dev.rekey.core.account.Handle;
import java.util.List;

/** Thrown where children are gone, so that the transaction undoes what it had done. */
final class ChildrenMissing extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Handle.Hex24> ids;

  ChildrenMissing(List<Handle.Hex24> ids) {
    super("no such children", null, false, false);
    this.ids = ids;
  }

  /** Those that are none, in the order in which they were named. */
  List<Handle.Hex24> ids() {
    return ids;
  }
}
