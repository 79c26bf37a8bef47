package dev.rekey.cli;

import dev.rekey.config.Configuration;
import dev.rekey.core.account.Realm;
import dev.rekey.migrate.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rekey export}. */
@Command(
    name = "export",
    description = {
      "Writes every account of a realm into a new file, with its password's hash, as JSON lines that",
      "`rekey import generic` reads. Keep the file as you keep the database."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private final Premises.Opener opener;

  @Mixin private Settings settings = new Settings();

  @Parameters(paramLabel = "FILE", description = "Is made, for its owner's eyes only.")
  private Path file = Path.of("");

  @Option(names = "--realm", paramLabel = "NAME", description = "The user base (default: main).")
  private String realm = Realm.MAIN.name();

  ExportCommand(Premises.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    Configuration configuration = settings.load(Map.of());
    Realm where = Identity.realm(configuration, realm);
    try (Premises premises = opener.open(configuration);
        FileChannel channel = create();
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      long count = new Export(premises.importDesk().accounts()).write(where, out);
      out.flush();
      channel.force(true);
      System.err.println(file + ": " + count + " accounts.");
      return 0;
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(file + " is there already; an export makes a new file.");
    } catch (IOException e) {
      throw new UncheckedIOException("the export " + file + " cannot be written", e);
    }
  }

  private FileChannel create() throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
