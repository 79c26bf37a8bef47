package dev.rekey.core.proof;

import dev.rekey.core.store.Accounts;
import dev.rekey.core.store.Alarms;
import dev.rekey.core.store.Attempts;
import dev.rekey.core.store.AuditTrail;
import dev.rekey.core.store.Cases;
import dev.rekey.core.store.Credentials;
import dev.rekey.core.store.Grants;
import dev.rekey.core.store.Keyring;
import dev.rekey.core.store.Outbox;
import dev.rekey.core.store.Ports;
import dev.rekey.core.store.Tickets;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ports that note what is asked of them, in the order of asking. */
final class Watched {

  private static final Set<String> READS =
      Set.of(
          "find",
          "findByLogin",
          "holder",
          "holderByUid",
          "list",
          "count@Accounts",
          "read",
          "of",
          "latest",
          "about",
          "search",
          "waysBack");

  private final List<String> calls = new CopyOnWriteArrayList<>();

  Ports ports(Ports real) {
    return new Ports(
        watch(Accounts.class, real.accounts()),
        watch(Credentials.class, real.credentials()),
        watch(Grants.class, real.grants()),
        watch(Tickets.class, real.tickets()),
        watch(Alarms.class, real.alarms()),
        watch(Cases.class, real.cases()),
        watch(Attempts.class, real.attempts()),
        watch(AuditTrail.class, real.audit()),
        watch(Outbox.class, real.outbox()),
        watch(Keyring.class, real.keyring()));
  }

  /** What the deed asked for, such as {@code Attempts.count}. */
  List<String> during(Runnable deed) {
    int before = calls.size();
    deed.run();
    return List.copyOf(calls.subList(before, calls.size()));
  }

  static boolean isCommit(String call) {
    String port = call.substring(0, call.indexOf('.'));
    String method = call.substring(call.indexOf('.') + 1);
    return !READS.contains(method) && !READS.contains(method + '@' + port);
  }

  private <T> T watch(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              calls.add(port.getSimpleName() + '.' + method.getName());
              return call(method, real, arguments);
            }));
  }

  private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
