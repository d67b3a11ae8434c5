package notjarvis.planner.intent;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import notjarvis.planner.brain.Situation;
import notjarvis.planner.intent.Cities.City;

/** Tells the time and the date, here and in other cities. */
final class TimeTeller {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEEE, d MMMM uuuu");

  private final Cities cities = new Cities();

  /** The time where the person is, or in the cities; nothing when one of them is not known. */
  List<Wish> time(Optional<Sentence> city) {
    return in(city, now -> "It is " + now.format(TIME) + ".", TimeTeller::timeIn);
  }

  /** The date where the person is, or in the cities; nothing when one of them is not known. */
  List<Wish> today(Optional<Sentence> city) {
    return in(city, now -> "Today is " + now.format(DAY) + ".", TimeTeller::todayIn);
  }

  static String tomorrow(Situation situation) {
    return "Tomorrow is " + situation.now().plusDays(1).format(DAY) + ".";
  }

  static String yesterday(Situation situation) {
    return "Yesterday was " + situation.now().minusDays(1).format(DAY) + ".";
  }

  static String month(Situation situation) {
    return "It is " + situation.now().format(format("MMMM uuuu")) + ".";
  }

  static String year(Situation situation) {
    return "It is " + situation.now().getYear() + ".";
  }

  private List<Wish> in(
      Optional<Sentence> named,
      Function<ZonedDateTime, String> here,
      Function<There, String> there) {
    if (named.isEmpty()) {
      return List.of(new Wish.Say(situation -> here.apply(situation.now())));
    }
    List<City> places =
        cities.find(named.get()).map(List::of).orElseGet(() -> named.get().listed(cities::find));
    return places.stream()
        .<Wish>map(city -> new Wish.Say(now -> there.apply(There.at(city, now))))
        .toList();
  }

  /** A city and what its clocks show. */
  private record There(String city, ZonedDateTime time) {
    static There at(City city, Situation situation) {
      return new There(city.name(), situation.now().withZoneSameInstant(ZoneId.of(city.zone())));
    }
  }

  private static String timeIn(There there) {
    String day = there.time.format(format("EEEE, d MMMM"));
    return "It is " + there.time.format(TIME) + " in " + there.city + " (" + day + ").";
  }

  private static String todayIn(There there) {
    return "In " + there.city + " it is " + there.time.format(DAY) + ".";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
