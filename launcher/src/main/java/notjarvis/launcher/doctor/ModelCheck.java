package notjarvis.launcher.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import notjarvis.config.Settings;

/** Whether the language model takes the key. It asks for the model's description, which is free. */
public final class ModelCheck {
  private static final String PART = "Model";

  private ModelCheck() {}

  /** Looks at the model that is configured. */
  public static Finding of(Optional<Settings.Gemini> gemini) throws InterruptedException {
    return gemini.isPresent()
        ? ask(gemini.get())
        : Finding.absent(
            PART, "none; everyday commands work without one. Set GEMINI_API_KEY for the rest");
  }

  private static Finding ask(Settings.Gemini gemini) throws InterruptedException {
    try {
      return judge(gemini, Probe.status(question(gemini)));
    } catch (IOException e) {
      return Finding.broken(PART, "cannot reach " + gemini.baseUrl() + " (" + e + ")");
    } catch (IllegalArgumentException e) {
      // its words may hold the key
      return Finding.broken(PART, "no key looks like this one; set another GEMINI_API_KEY");
    }
  }

  private static HttpRequest.Builder question(Settings.Gemini gemini) {
    URI address = URI.create(gemini.baseUrl() + "/v1beta/models/" + gemini.model());
    return HttpRequest.newBuilder(address).header("x-goog-api-key", gemini.key().value());
  }

  private static Finding judge(Settings.Gemini gemini, int status) {
    return switch (status) {
      case 200 -> Finding.works(PART, gemini.model());
      case 400, 401, 403 -> Finding.broken(PART, "the key is refused; set another GEMINI_API_KEY");
      case 404 ->
          Finding.broken(PART, "there is no " + gemini.model() + " for this key; set GEMINI_MODEL");
      default -> Finding.broken(PART, gemini.baseUrl() + " answers with status " + status);
    };
  }
}
