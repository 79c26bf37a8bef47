package dev.rekey.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocklistPressTest {

  @TempDir private Path folder;

  @Test
  void makesTheShippedListOfItsSourceByteForByte() throws IOException {
    Path list = Files.write(folder.resolve("list.txt"), CommonPasswords.bytes());
    Path out = folder.resolve("out.bin");
    BlocklistPress.main(new String[] {list.toString(), out.toString()});
    assertThat(out).hasBinaryContent(Blocklist.shipped().bytes());
  }

  @Test
  void mindsNeitherOrderNorRepetitionNorCase() throws IOException {
    List<String> shuffled = new ArrayList<>(CommonPasswords.all());
    shuffled.add("PASSWORD");
    shuffled.add("letmein");
    Collections.shuffle(shuffled, new Random(1));
    Path list = Files.write(folder.resolve("list.txt"), shuffled);
    Path out = folder.resolve("out.bin");
    BlocklistPress.press(list, out);
    assertThat(out).hasBinaryContent(Blocklist.shipped().bytes());
  }

  @Test
  void saysHowItIsUsed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BlocklistPress.main(new String[0]))
        .withMessageStartingWith("usage:");
  }
}
