package dev.rekey.core.policy;

import dev.rekey.core.password.Password;
import java.util.ArrayList;
import java.util.List;

/**
 * What a new password must be: rules, all of which are asked. Passwords that exist already are
 * never judged by it.
 */
public final class PasswordPolicy {

  private static final Violation.OfPassword BLANK = new Violation.Blank();

  private final List<Rule> rules;
  private final boolean refusesCurrent;

  /**
   * Whose password it is to be, as far as the password must not repeat it.
   *
   * @param words the account's logins, the local part of its address, the values of its profile
   */
  public record Bearer(List<String> words) {

    public Bearer {
      words = List.copyOf(words);
    }
  }

  /** A policy of these rules, which minds no repetition. */
  public PasswordPolicy(List<Rule> rules) {
    this(rules, false);
  }

  private PasswordPolicy(List<Rule> rules, boolean refusesCurrent) {
    this.rules = List.copyOf(rules);
    this.refusesCurrent = refusesCurrent;
  }

  /** The policy of these settings with the blocklist that is shipped. */
  public static PasswordPolicy standard(PolicySettings settings) {
    return standard(settings, settings.blocklist() ? Blocklist.shipped() : Blocklist.none());
  }

  /** The policy of these settings with a blocklist of one's own. */
  public static PasswordPolicy standard(PolicySettings settings, Blocklist blocklist) {
    return new PasswordPolicy(rules(settings, blocklist), settings.refuseCurrent());
  }

  /**
   * Everything that is wrong with the candidate, in the order in which a person would put it right;
   * nothing besides when it is blank.
   */
  public List<Violation.OfPassword> judge(Password candidate, Bearer who) {
    List<Violation.OfPassword> violations =
        rules.stream().flatMap(rule -> rule.judge(candidate, who).stream()).toList();
    return violations.contains(BLANK) ? List.of(BLANK) : violations;
  }

  /** True when the password that the account has now is refused; its hash shows which that is. */
  public boolean refusesCurrent() {
    return refusesCurrent;
  }

  private static List<Rule> rules(PolicySettings settings, Blocklist blocklist) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule.NotBlank());
    rules.add(new Rule.Usable());
    rules.add(new Rule.MinimumLength(settings.minimumLength()));
    rules.add(new Rule.MaximumLength(settings.maximumLength()));
    if (settings.blocklist()) {
      rules.add(new Rule.NotListed(blocklist));
    }
    if (settings.personalWords()) {
      rules.add(new Rule.NotPersonal());
    }
    rules.add(new Rule.NotOrganisational(settings.organisationWords()));
    return rules;
  }
}
