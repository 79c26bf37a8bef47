package dev.rekey.migrate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of all rows that were not taken, or not as they came: JSON lines, so that nothing in it
 * is a formula to anybody. What was written for a batch that was not committed after all is taken
 * back.
 */
final class Report implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final String file;
  private long committed;

  private Report(Path path, FileChannel channel, String file) throws IOException {
    this.path = path;
    this.channel = channel;
    this.file = file;
    this.committed = channel.size();
  }

  /** Opens it for one of the imported files, and keeps what it says of the rows up to a place. */
  static Report open(Path path, String file, long upTo) throws IOException {
    if (Files.exists(path)) {
      trim(path, file, upTo);
    } else {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    channel.position(channel.size());
    return new Report(path, channel, file);
  }

  private static void trim(Path path, String file, long upTo) throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try (BufferedReader old = Files.newBufferedReader(path);
        var out = Files.newBufferedWriter(draft)) {
      for (String line = old.readLine(); line != null; line = old.readLine()) {
        if (isKept(path, line, file, upTo)) {
          out.write(line);
          out.write('\n');
        }
      }
    }
    Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The last line may be half a line, if the power failed. */
  private static boolean isKept(Path path, String line, String file, long upTo) {
    try {
      Map<?, ?> members = JsonMapper.shared().readValue(line, Map.class);
      if (members.get("row") instanceof Number row && members.get("file") instanceof String of) {
        return !of.equals(file) || row.longValue() <= upTo;
      }
    } catch (JacksonException e) {
      if (line.startsWith("{\"file\":")) {
        return false;
      }
    }
    throw new Misfit(path + " is there already and is no report of an import");
  }

  /** Writes down what is about to be committed. */
  void write(List<Remark> remarks) {
    StringBuilder lines = new StringBuilder();
    remarks.forEach(remark -> lines.append(line(remark)).append('\n'));
    try {
      channel.truncate(committed);
      channel.position(committed);
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report " + path + " cannot be written", e);
    }
  }

  /** What was written last is true for good. */
  void commit() {
    try {
      committed = channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException("the report " + path + " cannot be written", e);
    }
  }

  private String line(Remark remark) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file);
    members.put("row", remark.place());
    members.put("line", remark.line());
    members.put("outcome", remark.outcome());
    if (!remark.why().isEmpty()) {
      members.put("why", remark.why());
    }
    if (!remark.left().isEmpty()) {
      members.put("left", remark.left());
    }
    return JsonMapper.shared().writeValueAsString(members);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
