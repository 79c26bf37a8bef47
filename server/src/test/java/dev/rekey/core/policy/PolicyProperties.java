package dev.rekey.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.password.Password;
import dev.rekey.core.policy.PasswordPolicy.Bearer;
import dev.rekey.core.policy.Violation.Blank;
import dev.rekey.core.policy.Violation.TooShort;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class PolicyProperties {

  private final PasswordPolicy standard = PasswordPolicy.standard(PolicySettings.standard());

  @Property
  void everyTextIsJudged(@ForAll String text, @ForAll @Size(max = 5) List<String> words) {
    List<Violation.OfPassword> violations = standard.judge(Password.of(text), new Bearer(words));
    assertThat(violations).doesNotHaveDuplicates();
    assertThat(violations.contains(new Blank())).isEqualTo(Password.of(text).isBlank());
  }

  @Property
  void nothingShorterThanTheMinimumPasses(@ForAll @StringLength(max = 12) String text) {
    Password candidate = Password.of(text);
    Assume.that(candidate.length() < 8);
    assertThat(standard.judge(candidate, new Bearer(List.of())))
        .containsAnyOf(new TooShort(8), new Blank());
  }
}
