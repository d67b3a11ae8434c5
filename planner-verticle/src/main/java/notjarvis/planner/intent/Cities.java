package notjarvis.planner.intent;

import com.google.common.base.Splitter;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import notjarvis.planner.resource.Lines;

/** Places and their time zones: those that zones are named after, and some more. */
final class Cities {
  private static final Set<String> REGIONS =
      Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

  private static final Splitter NAMES = Splitter.on(',').trimResults();

  private final Map<String, City> cities = new HashMap<>();

  /**
   * A place.
   *
   * @param name its usual name
   * @param zone the id of its time zone
   */
  record City(String name, String zone) {}

  Cities() {
    ZoneId.getAvailableZoneIds().stream().sorted().forEach(this::add);
    Lines.of("/intents/cities.txt").forEach(this::read);
  }

  private void add(String zone) {
    if (REGIONS.contains(zone.substring(0, Math.max(0, zone.indexOf('/'))))) {
      String name = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
      put(name, zone);
    }
  }

  private void read(String line) {
    int colon = line.indexOf(':');
    String zone = line.substring(0, colon);
    for (String name : NAMES.split(line.substring(colon + 1))) {
      put(name, zone);
    }
  }

  private void put(String name, String zone) {
    cities.put(Sentence.of(name).keys(), new City(name, zone));
  }

  Optional<City> find(Sentence name) {
    return Optional.ofNullable(cities.get(name.keys()));
  }
}
