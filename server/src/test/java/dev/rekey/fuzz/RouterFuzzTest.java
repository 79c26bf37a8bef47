package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.rekey.http.Fault;
import dev.rekey.http.Router;

/** Every path has one owner, and a found parameter is one harmless segment. */
class RouterFuzzTest {

  private static final Router ROUTER = Router.of(SmallHouse.empty().mounts());

  @FuzzTest
  void everyPathHasAnOwner(@NotNull String line) {
    String[] words = line.split(" ", 2);
    String path = words.length > 1 ? words[1] : line;

    Router.Finding finding = ROUTER.find(words[0], path);

    assertThat(ROUTER.ownerOf(path)).isSameAs(finding.mount());
    switch (finding) {
      case Router.Found(var mount, var route, var parameters) -> {
        assertThat(mount.routes()).extracting(one -> one.path()).contains(route.path());
        assertThat(parameters.values())
            .allSatisfy(value -> assertThat(value).isNotEmpty().doesNotContain("/", "\0"));
      }
      case Router.Missed(_, var fault) ->
          assertThat(fault)
              .isInstanceOfAny(
                  Fault.UnknownPath.class, Fault.UnknownMethod.class, Fault.Malformed.class);
    }
  }
}
