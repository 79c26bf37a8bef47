package dev.rekey.mail;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.rekey.mail.Carrier.Receipt.Later;
import dev.rekey.mail.Carrier.Receipt.Taken;
import dev.rekey.mail.Carrier.Trial.Failed;
import dev.rekey.mail.Carrier.Trial.Passed;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Puts mails into a folder, a file each, for those who develop or have no mail server yet. */
public final class FolderCarrier implements Carrier {

  /** Of one width, so that names sort by time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  /** Makes the folder, for its owner alone, unless it is there. */
  public FolderCarrier(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder, only("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder for mails " + folder, e);
    }
  }

  @Override
  public Receipt carry(Envelope envelope) {
    try {
      put(envelope);
      return new Taken();
    } catch (IOException | MessagingException e) {
      return new Later(e.getClass().getSimpleName());
    }
  }

  @Override
  public Trial tryOut(Envelope envelope) {
    try {
      return new Passed(
          "No mail server is configured (`mail.smtp.host`), so the letter reached nobody. It was"
              + " written to "
              + put(envelope)
              + '.');
    } catch (IOException | MessagingException e) {
      return new Failed("The letter could not be written to " + folder + ": " + e + '.');
    }
  }

  private Path put(Envelope envelope) throws IOException, MessagingException {
    String name =
        TIME.format(envelope.sealedAt()) + '-' + envelope.id() + '-' + envelope.form() + ".eml";
    Path draft = folder.resolve('.' + name + ".draft");
    write(envelope, draft);
    return Files.move(draft, folder.resolve(name), ATOMIC_MOVE);
  }

  /** In few pieces: a message is said byte by byte. */
  private void write(Envelope envelope, Path draft) throws IOException, MessagingException {
    Files.deleteIfExists(draft);
    try (OutputStream file =
        new BufferedOutputStream(
            Channels.newOutputStream(
                Files.newByteChannel(draft, Set.of(CREATE_NEW, WRITE), only("rw-------"))))) {
      envelope.message().writeTo(file);
    }
  }

  /** Nothing where the file system knows no such rights. */
  private FileAttribute<?>[] only(String rights) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
