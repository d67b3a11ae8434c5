package notjarvis.launcher.chaos;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells what happens as it happens, by the clock that the processes log by. */
final class Story {
  private Story() {}

  static void tell(String format, Object... values) {
    String time = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS).toString();
    System.out.println(time + " " + String.format(Locale.ROOT, format, values));
  }
}
