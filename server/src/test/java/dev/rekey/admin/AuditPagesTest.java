package dev.rekey.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.web.Browser;
import dev.rekey.web.Browser.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPagesTest {

  private static final String AUDIT = "/admin/audit";

  @TempDir private Path folder;

  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whoeverMayNotReadItDoesNot() {
    Browser support = office.someone("support");

    assertThat(support.open(AUDIT).status()).isEqualTo(403);
    assertThat(support.send(AUDIT + "/export", Map.of("why", "curious")).status()).isEqualTo(403);
    assertThat(new Browser(office.server.port()).open(AUDIT).path()).startsWith("/account/sign-in");
  }

  @Test
  void anAccountIsFollowedByItsNameAndByItsNumber() {
    Browser root = office.at("root");

    Page byName = root.open(AUDIT + "?account=ada");
    Page byNumber = root.open(AUDIT + "?account=%23" + office.ada.id().value());

    assertThat(byName.text()).contains("<td>Account made").doesNotContain("<td>Signed in");
    assertThat(byNumber.text()).contains("Account made");
  }

  @Test
  void anAccountThatIsGoneIsFollowedStill() {
    Browser root = office.at("root");
    Office.submit(root, Office.path(office.ada) + "/delete", Office.sure(Map.of()));

    Page page = root.open(AUDIT + "?account=%23" + office.ada.id().value());

    assertThat(page.text())
        .contains("account #" + office.ada.id().value() + ", gone")
        .contains("as the owner asked")
        .contains(">root</a>");
  }

  @Test
  void linesAreFilteredByWhatHappenedAndWhen() {
    Browser root = office.at("root");

    assertThat(root.open(AUDIT + "?event=signed-in").text())
        .contains("<td>Signed in")
        .doesNotContain("<td>Account made");
    assertThat(root.open(AUDIT + "?from=2999-01-01").text()).contains("No line fits this filter.");
    assertThat(root.open(AUDIT + "?until=1999-01-01").text()).contains("No line fits this filter.");
  }

  @Test
  void whatCannotBeReadIsSaidAndLeftOut() {
    Browser root = office.at("root");

    for (String typed :
        List.of("event=none-such", "from=yesterday", "until=2026-99-99", "before=x")) {
      Page page = root.open(AUDIT + '?' + typed);
      assertThat(page.status()).as(typed).isEqualTo(200);
      assertThat(page.text()).as(typed).contains("could not be read");
    }
    assertThat(root.open(AUDIT + "?account=nobody").status()).isEqualTo(404);
    assertThat(root.open(AUDIT + "?account=%3Cb%3E").text()).doesNotContain("<b>");
    assertThat(root.open(AUDIT + "?account=%23999999999999999999").status()).isEqualTo(200);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 60; i++) {
      office.create("person" + i, "user");
    }
    Browser root = office.at("root");

    Page first = root.open(AUDIT + "?event=account-created");
    String older = first.text().replaceAll("(?s).*href=\"([^\"]*before=[0-9]+)\".*", "$1");
    Page second = root.open(older.replace("&amp;", "&"));

    assertThat(first.text()).contains(">person59</a>").doesNotContain(">person9</a>");
    assertThat(second.text()).contains(">person9</a>").doesNotContain(">person59</a>");
    assertThat(rows(first)).isEqualTo(50);
    assertThat(rows(second)).isEqualTo(62 - 50);
  }

  private static int rows(Page page) {
    return page.text().split("<td class=\"when\">", -1).length - 1;
  }

  @Test
  void linesAreTakenAlongForAReasonWhichIsWrittenDown() {
    Browser root = office.at("root");

    Page without = Office.submit(root, AUDIT, Map.of());
    root.open(AUDIT);
    Page refused = root.send(AUDIT + "/export", Map.of("format", "csv"));
    Page csv = root.send(AUDIT + "/export", Map.of("format", "csv", "why", "the auditor asked"));
    Page lines =
        root.send(AUDIT + "/export", Map.of("format", "jsonl", "why", "the auditor asked"));

    assertThat(without.status()).isEqualTo(405);
    assertThat(refused.text()).contains("Please say why");
    assertThat(csv.header("content-type")).startsWith("text/csv");
    assertThat(csv.text().lines().findFirst())
        .hasValueSatisfying(head -> assertThat(head).startsWith("\"id\",\"at\",\"event\""));
    assertThat(csv.text()).contains("\"account-created\"").contains("\"ada\"");
    assertThat(lines.text().lines())
        .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"").endsWith("\"}"));
    assertThat(root.open(AUDIT + "?event=audit-exported").text()).contains("the auditor asked");
  }

  @Test
  void aFormFromElsewhereTakesNothingAlong() {
    Browser root = office.at("root");
    root.open(AUDIT);

    Page page = root.send(AUDIT + "/export", Map.of("csrf", "0".repeat(64), "why", "theft"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).doesNotContain("account-created");
  }
}
