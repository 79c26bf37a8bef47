package dev.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Vector API comes into a JVM that was started without it, each time in one of its own. */
class VectorModuleTest {

  private static final String DOOR = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

  @Test
  void comesInThroughTheDoorWithoutAWord() throws Exception {
    assertThat(probe(DOOR)).isEqualTo("loaded true, lanes true");
  }

  @Test
  void staysOutWhereTheDoorIsShut() throws Exception {
    assertThat(probe()).isEqualTo("loaded false, lanes false");
  }

  @Test
  void staysOutWhenTold() throws Exception {
    assertThat(probe(DOOR, "-Drekey.vector=off")).isEqualTo("loaded false, lanes false");
  }

  @Test
  void isContentWithAModuleThatIsThereAlready() throws Exception {
    assertThat(probe("--add-modules=jdk.incubator.vector")).endsWith("loaded true, lanes true");
  }

  private static String probe(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /** What runs in the JVM of its own. */
  static final class Probe {

    private Probe() {}

    public static void main(String[] arguments) {
      boolean loaded = VectorModule.load();
      System.out.println("loaded " + loaded + ", lanes " + hasLanes());
    }

    private static boolean hasLanes() {
      try {
        Class.forName("jdk.incubator.vector.LongVector");
        return true;
      } catch (ClassNotFoundException _) {
        return false;
      }
    }
  }
}
