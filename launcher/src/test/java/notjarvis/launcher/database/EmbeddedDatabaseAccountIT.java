package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import notjarvis.testing.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which root steps down; skipped where the tests do not run as root. */
@EnabledOnOs(OS.LINUX)
final class EmbeddedDatabaseAccountIT {
  @TempDir private Path folder;
  private TestHome home;

  @BeforeEach
  void begin() throws Exception {
    Requirement.holds(
        Account.candidates(Platform.current()).contains(Account.NOBODY), "to run as root");
    home = TestHome.in(folder);
  }

  @AfterEach
  void end() {
    if (home != null) {
      home.close();
    }
  }

  @Test
  void theSameDataIsServedByEitherAccount() throws Exception {
    assertServedAs(Account.NOBODY, "nobody", 1);
    assertServedAs(Account.NAMELESS, "root", 2);
    assertServedAs(Account.NOBODY, "nobody", 3);
  }

  @Test
  void theSecondAccountIsTakenWhereTheFirstIsRefused() throws Exception {
    Account refused = new Account(List.of("false"), Account.NAMELESS.owner());

    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(home.folder(), List.of(refused, Account.NOBODY))) {
      assertThat(home.server().info().user()).contains("nobody");
      assertThat(database.adopted()).isFalse();
    }
  }

  private void assertServedAs(Account account, String owner, int times) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(home.folder(), List.of(account))) {
      Rows rows = new Rows(database.url());
      rows.write("again");
      assertThat(rows.all()).hasSize(times);
      assertThat(Files.getOwner(home.data()).getName()).isEqualTo(owner);
      assertThat(Files.getOwner(home.data().resolve("base")).getName()).isEqualTo(owner);
    }
  }
}
