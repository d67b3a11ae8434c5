package notjarvis.launcher.home;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The console of a server, reached past {@link System#err}, which {@link StrayLines} takes. */
public final class ConsoleLog extends OutputStreamAppender<ILoggingEvent> {
  @Override
  public void start() {
    setOutputStream(new FileOutputStream(FileDescriptor.err));
    super.start();
  }

  /** The stream is the process's, not ours to close. */
  @Override
  protected void closeOutputStream() {}
}
