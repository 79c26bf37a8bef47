package dev.rekey.core.roster;

import dev.rekey.core.account.AccountEdit;
import dev.rekey.core.account.Handle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to become of a member; what is empty stays as it is.
 *
 * @param fields of its kind and what each becomes
 * @param children of a family: these, in place of those that it has
 */
public record MemberEdit(
    Optional<String> username,
    Map<String, String> fields,
    Optional<InstitutionId> institution,
    Optional<List<Handle.Hex24>> children) {

  public MemberEdit {
    fields = Map.copyOf(fields);
    children = children.map(some -> some.stream().distinct().toList());
  }

  /** The names of what it changes. */
  public List<String> what() {
    Stream<String> others =
        Stream.of(
                username.map(_ -> "username"),
                institution.map(_ -> "institution"),
                children.map(_ -> "children"))
            .flatMap(Optional::stream);
    return Stream.concat(fields.keySet().stream().sorted(), others).toList();
  }

  /** The part of it that is the account's own. */
  public AccountEdit ofAccount() {
    AccountEdit edit =
        AccountEdit.none()
            .withProfile(
                fields.keySet().stream()
                    .collect(
                        Collectors.toMap(
                            Function.identity(), name -> Optional.ofNullable(fields.get(name)))));
    return username.map(edit::withUsername).orElse(edit);
  }
}
