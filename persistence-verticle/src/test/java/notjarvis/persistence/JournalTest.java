package notjarvis.persistence;

import notjarvis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;

/** A database and a process that keeps its journal there, for each test. */
abstract class JournalTest {
  final TestDatabase database = TestDatabase.create();
  final JournalClient journal = JournalClient.on(database.url());

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }
}
