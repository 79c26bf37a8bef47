package dev.rekey.core.roster;

import dev.rekey.core.account.Handle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Children whom an educator or a health professional keeps together; its name is unique among its
 * owner's.
 *
 * @param children in the order in which they were named
 */
public record ChildrenGroup(
    GroupId id,
    String name,
    List<Member> children,
    Optional<String> schoolClass,
    Instant createdAt) {

  public ChildrenGroup {
    children = List.copyOf(children);
  }

  /** A group that is to be made. */
  public record Draft(String name, List<Handle.Hex24> children, Optional<String> schoolClass) {

    public Draft {
      children = children.stream().distinct().toList();
    }
  }

  /** What is to become of a group; what is empty stays as it is. */
  public record Edit(
      Optional<String> name, Optional<List<Handle.Hex24>> children, Optional<String> schoolClass) {

    public Edit {
      children = children.map(some -> some.stream().distinct().toList());
    }
  }
}
