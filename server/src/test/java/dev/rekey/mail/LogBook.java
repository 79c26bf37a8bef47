package dev.rekey.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what a class logs while a test runs. */
final class LogBook extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private LogBook(Logger logger) {
    this.logger = logger;
  }

  static LogBook of(Class<?> type) {
    return of(type.getName());
  }

  static LogBook of(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    LogBook book = new LogBook(logger);
    book.start();
    // Whatever another test of the same JVM has set.
    logger.setLevel(Level.DEBUG);
    logger.addAppender(book);
    return book;
  }

  List<String> lines(Level level) {
    return events.stream()
        .filter(event -> event.getLevel().equals(level))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /** Everything at every level, the messages of exceptions with it. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (ILoggingEvent event : events) {
      all.append(event.getFormattedMessage()).append('\n');
      IThrowableProxy cause = event.getThrowableProxy();
      while (cause != null) {
        all.append(cause.getMessage()).append('\n');
        cause = cause.getCause();
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.add(event);
  }
}
