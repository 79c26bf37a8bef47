package dev.rekey.core.policy;

import java.util.regex.Pattern;

/** What reads as an e-mail address; the wires differ in it. */
public enum EmailRule {
  /** Something, one {@code @}, something, no white space: Devise's rule. */
  DEVISE("[^@\\s]+@[^@\\s]+"),
  /** Labels of letters, digits and hyphens behind the {@code @}, as devise_token_auth wants it. */
  LABELLED("[^@\\s]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");

  /** RFC 5321 section 4.5.3.1.3, less the angle brackets. */
  private static final int LONGEST = 254;

  private final Pattern pattern;

  EmailRule(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  public boolean accepts(String email) {
    return email.length() <= LONGEST
        && email.chars().noneMatch(Character::isISOControl)
        && pattern.matcher(email).matches();
  }
}
