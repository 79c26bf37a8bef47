import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew with what Java 6 asked of a class file, stack maps, for classes that are older.
 * The JVM checks those without in a slow way at each start, and does not take them into an AOT
 * cache. Called by the build: {@code java Restack.java OLD.jar NEW.jar}.
 */
final class Restack {

  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private static final ClassTransform ANEW =
      ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
          .andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
              builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
              builder.with(element);
            }
          });

  private Restack() {}

  public static void main(String[] arguments) throws IOException {
    Path old = Path.of(arguments[0]);
    ClassFile format = format(old);
    try (ZipFile in = new ZipFile(old.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? restack(format, bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  /** Stack maps name types, and which of two is the more general is to be found in the jar. */
  private static ClassFile format(Path jar) throws IOException {
    URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        ConstantPoolSharingOption.NEW_POOL,
        ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
  }

  private static byte[] restack(ClassFile format, byte[] bytes) {
    ClassModel model = format.parse(bytes);
    if (model.majorVersion() >= FIRST_WITH_STACK_MAPS) {
      return bytes;
    }
    byte[] restacked = format.transformClass(model, ANEW);
    format.verify(restacked).stream().findFirst().ifPresent(error -> {
      throw new IllegalStateException(model.thisClass().asInternalName(), error);
    });
    return restacked;
  }
}
