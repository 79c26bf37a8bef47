package dev.rekey.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final String FORM = Reception.text(Page.form(200, "", "", ""));

  /** OWASP ASVS 5.0 V6.2.6 and V6.2.7, NIST SP 800-63B-4 section 3.1.1.2. */
  @Test
  void passwordManagersFindTheirWay() {
    assertThat(FORM)
        .contains("name=\"username\" autocomplete=\"username\"")
        .contains("type=\"email\" autocomplete=\"email\"")
        .contains("type=\"password\" autocomplete=\"new-password\"")
        .doesNotContain("onpaste")
        .doesNotContain("maxlength")
        .doesNotContain("pattern=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "email", "password"})
  void everyFieldHasALabel(String field) {
    assertThat(FORM).contains("<label for=\"" + field + '"').contains("id=\"" + field + '"');
  }

  @Test
  void aFormWithoutAComplaintAlarmsNobody() {
    assertThat(FORM).doesNotContain("role=\"alert\"");
    assertThat(Reception.text(Page.form(422, "No.", "", "")))
        .contains("<p class=\"wrong\" role=\"alert\">No.</p>");
  }

  @Test
  void nothingOfAMessageIsMarkup() {
    assertThat(Reception.text(Page.message(404, "<b>", "a < b & c > 'd' \"e\" %s %1$s")))
        .contains("<title>&lt;b&gt;</title>", "<h1>&lt;b&gt;</h1>")
        .contains("<p>a &lt; b &amp; c &gt; &#39;d&#39; &quot;e&quot; %s %1$s</p>");
  }

  @Test
  void whatWasTypedIsNeverAFormat() {
    assertThat(Reception.text(Page.form(422, "%d", "%s%n", "%1$s")))
        .contains(">%d</p>", "value=\"%s%n\"", "value=\"%1$s\"");
  }
}
