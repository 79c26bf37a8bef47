package dev.rekey.core.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Realm;
import dev.rekey.core.password.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceOfVisitTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8::1, 2001:db8:0:0::/64",
    "2001:db8:1:2::, 2001:db8:1:2::/64",
    "::1, 0:0:0:0::/64",
    "local, local"
  })
  void anIpv6CustomerHasAWholeNetwork(String address, String network) {
    assertThat(new Origin(address, "").network()).isEqualTo(network);
  }

  @Test
  void workIsItsNetworksAndItsNamesHoweverTheyAreSpelt() {
    Visit visit = visit("2001:db8::1");

    assertThat(visit.source(" Anna@Example.ORG"))
        .isEqualTo(visit("2001:db8::2").source("anna@example.org"))
        .isNotEqualTo(visit("192.0.2.7").source("anna@example.org"))
        .isNotEqualTo(visit.source("bert@example.org"));
    assertThat(visit.source(new AccountId(7))).isNotEqualTo(visit.source(new AccountId(8)));
    assertThat(visit.source().account()).isEmpty();
  }

  @Test
  void aSourceIsNotPrinted() {
    Source source = visit("192.0.2.7").source("anna@example.org");

    assertThat(source.toString()).doesNotContain("anna").doesNotContain("192");
  }

  private static Visit visit(String address) {
    return new Visit(new Realm("main"), "own", new Origin(address, "test"), Optional.empty());
  }
}
