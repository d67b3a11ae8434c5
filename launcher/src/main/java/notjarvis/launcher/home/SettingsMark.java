package notjarvis.launcher.home;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import notjarvis.config.Secret;
import notjarvis.config.Settings;

/**
 * Stands for the settings that decide what a goal can do: model, search, display, and what is
 * allowed. Two instances with the same ones have the same mark; nothing can be read from it.
 */
public final class SettingsMark {
  private static final String METHOD = "HmacSHA256";

  private SettingsMark() {}

  /**
   * The mark of these settings.
   *
   * @param environment where the display stands
   * @param instance whose mark it is; marks of different instances cannot be compared
   */
  public static String of(Settings settings, Map<String, String> environment, String instance) {
    try {
      Mac mac = Mac.getInstance(METHOD);
      mac.init(new SecretKeySpec(instance.getBytes(StandardCharsets.UTF_8), METHOD));
      String text = text(settings, environment);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + METHOD, e);
    }
  }

  private static String text(Settings settings, Map<String, String> environment) {
    Settings.Search search = settings.executor().search();
    Stream<Object> values =
        Stream.of(
            settings.planner().intents(),
            settings.planner().gemini().map(SettingsMark::text),
            text(settings.planner().actions()),
            search.serpApiKey().map(Secret::value),
            search.serpApiBaseUrl(),
            search.tavilyKey().map(Secret::value),
            search.tavilyBaseUrl(),
            search.tavilyKeyless(),
            search.searxng(),
            Optional.ofNullable(environment.get("DISPLAY")),
            Optional.ofNullable(environment.get("WAYLAND_DISPLAY")));
    return values.map(String::valueOf).collect(Collectors.joining("\n"));
  }

  private static String text(Settings.Actions actions) {
    return Stream.of(actions.allow(), actions.ask(), actions.deny())
        .map(TreeSet::new)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private static String text(Settings.Gemini gemini) {
    return gemini.key().value() + " " + gemini.model() + " " + gemini.baseUrl();
  }
}
