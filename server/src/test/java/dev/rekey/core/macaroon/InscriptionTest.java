package dev.rekey.core.macaroon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.core.account.AccountId;
import dev.rekey.core.account.Handle;
import dev.rekey.core.token.Grant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InscriptionTest {

  private static final String OWNER = "f1c8b1a37aa7447b22eb65a742d40524";
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void saysWhoseItIsAndWhatFor() {
    assertThat(Inscription.read("2/nmd/usr-" + OWNER + "/act/" + ID))
        .contains(
            new Inscription(
                new Persistence.Named(), new Handle.Hex32(OWNER), TokenType.ACCESS, ID));
    assertThat(Inscription.read("2/tmp-12/usr-" + OWNER + "/idn/" + ID))
        .contains(
            new Inscription(
                new Persistence.Temporary(12), new Handle.Hex32(OWNER), TokenType.IDENTITY, ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2/nmd/usr-%s/act/%s", "2/tmp-1/usr-%s/act/%s", "2/nmd/usr-%s/idn/%s"})
  void isWrittenAsItIsRead(String text) {
    String inscription = text.formatted(OWNER, ID);
    assertThat(Inscription.read(inscription)).map(Inscription::text).contains(inscription);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1/nmd/usr-%s/act/%s",
        "2/nmd/prv-%s/act/%s",
        "2/tmp/usr-%s/act/%s",
        "2/tmp-0/usr-%s/act/%s",
        "2/tmp-1000000000/usr-%s/act/%s",
        "2/nmd/usr-%s/inv/%s",
        "2/nmd/usr-%s/act/%s/x",
        "2/nmd/usr-%s/act/%s\n",
        "2/nmd/usr-%s/act/"
      })
  void anythingElseIsNone(String text) {
    assertThat(Inscription.read(text.formatted(OWNER, ID))).isEmpty();
  }

  @Property
  void noTextIsTooMuch(@ForAll String text) {
    assertThat(Inscription.read(text)).isEmpty();
  }

  @Test
  void namesTheGrantThatItStandsOn() {
    AccountId owner = new AccountId(7);
    assertThat(Inscription.read("2/nmd/usr-" + OWNER + "/act/" + ID).orElseThrow().ref(owner))
        .isEqualTo(new Grant.Ref(owner, Grant.Kind.NAMED, ID));
    assertThat(Inscription.read("2/tmp-1/usr-" + OWNER + "/idn/" + ID).orElseThrow().ref(owner))
        .isEqualTo(new Grant.Ref(owner, Grant.Kind.TEMPORARY, ID));
  }
}
