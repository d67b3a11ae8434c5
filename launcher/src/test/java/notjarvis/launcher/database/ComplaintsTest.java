package notjarvis.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComplaintsTest {
  @Test
  void aFullDiskIsToldWithoutWhatWentWell() {
    String output =
        """
        Data page checksums are enabled.
        creating subdirectories ... ok
        running bootstrap script ... 2026-11-23 21:47:09 UTC [16] FATAL:  could not write to file "x": No space left on device
        child process exited with exit code 1
        initdb: removing data directory "/home/data.unfinished"
        """;

    assertThat(Complaints.in(output))
        .isEqualTo("FATAL:  could not write to file \"x\": No space left on device");
  }

  @Test
  void whatComesWithAComplaintIsToldToo() {
    assertThat(Complaints.in("x FATAL:  no\nLOG:  yes\nx DETAIL:  because\n"))
        .isEqualTo("FATAL:  no; DETAIL:  because");
  }

  @Test
  void linesThatAllSayLittleAreAllTold() {
    assertThat(Complaints.in("starting\nstill starting")).isEqualTo("starting\nstill starting");
  }
}
