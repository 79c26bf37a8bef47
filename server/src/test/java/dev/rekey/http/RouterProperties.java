package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RouterProperties {

  private final ToyMount mount =
      new ToyMount("toy", "/toy", new PathRules(true, true, true))
          .route("GET", "/toy/{id}/words")
          .route("PUT", "/toy/{id}");
  private final Router router = new Router(List.of(mount), new FallbackMount());

  @Property
  void findsSomebodyForEveryTarget(@ForAll String method, @ForAll("targets") String path) {
    assertThat(router.find(method, path).mount()).isNotNull();
  }

  @Property
  void whatIsUnderThePrefixIsOwned(@ForAll("targets") String rest) {
    assertThat(router.find("GET", "/toy/" + rest).mount()).isSameAs(mount);
  }

  @Property
  void anEncodedParameterComesBack(@ForAll String id) {
    Assume.that(!id.isEmpty() && id.indexOf('/') < 0 && id.indexOf('\0') < 0);
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(id));
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(router.find("GET", "/toy/" + encoded + "/words"))
        .isEqualTo(new Router.Found(mount, mount.routes().getFirst(), Map.of("id", id)));
  }

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> pieces =
        Arbitraries.of("/", "//", "toy", "TOY", "words", ".json", "%2", "%2F", "%00", "%ff", "..");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(8))
        .list()
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }
}
