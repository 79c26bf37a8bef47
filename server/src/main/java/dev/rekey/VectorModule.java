package dev.rekey;

/**
 * The JDK's Vector API, an incubator module that no JVM has unless it is asked for.
 *
 * <p>Asked for on the command line, with {@code --add-modules}, it costs every start: the JVM then
 * neither keeps linked classes for the next start nor holds its tongue. The JDK can load a module
 * later as well, as it does for agents; docs/adr/0007-start.md weighs the two.
 */
final class VectorModule {

  private static final String NAME = "jdk.incubator.vector";

  /** {@code off} leaves the module alone: in a run whose classes the JVM keeps. */
  private static final String SWITCH = "rekey.vector";

  private VectorModule() {}

  /** Makes the Vector API visible to classes that are loaded from now on; false if that failed. */
  static boolean load() {
    return !"off".equals(System.getProperty(SWITCH)) && (isVisible() || loadLate());
  }

  private static boolean isVisible() {
    return ModuleLayer.boot().findModule(NAME).isPresent();
  }

  /** The jar's manifest opens this door of the JDK; where it is shut, there are no vectors. */
  private static boolean loadLate() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException _) {
      return false;
    }
  }
}
