package notjarvis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import notjarvis.journal.Beat;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aPropertyOfANewerVersionIsTolerated() {
    assertThat(Json.read("{\"plannerId\":\"p\",\"colour\":\"blue\"}", Beat.class))
        .isEqualTo(new Beat("p"));
  }

  @Test
  void whatIsNotTheMessageIsRefused() {
    assertThatThrownBy(() -> Json.read("null", Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read("{} {}", Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.read("[".getBytes(StandardCharsets.UTF_8), Beat.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
  }
}
