package dev.rekey.admin;

import java.util.List;
import java.util.Set;

/**
 * What an account may do, as a form holds it while somebody else may change it.
 *
 * @param seen as of when the form knows it
 * @param roles that there are
 * @param role that is chosen
 * @param wasRole that was chosen before
 * @param had the privileges that were there before
 */
public record RightsForm(
    String seen,
    List<String> roles,
    String role,
    String wasRole,
    Set<String> had,
    List<RightBox> boxes) {

  public RightsForm {
    roles = List.copyOf(roles);
    boxes = List.copyOf(boxes);
  }
}
