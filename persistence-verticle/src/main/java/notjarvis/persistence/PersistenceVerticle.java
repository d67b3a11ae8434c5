package notjarvis.persistence;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import notjarvis.blob.Blobs;
import notjarvis.bus.Bus;
import notjarvis.config.ConfigurationException;
import notjarvis.config.Settings;
import notjarvis.control.Controls;
import notjarvis.history.Histories;
import notjarvis.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Answers the channels of {@link Journal}, {@link Controls}, {@link Histories} and {@link Blobs}
 * from PostgreSQL. It starts whether or not the database is there: until it is, and whenever it
 * goes away, questions fail as UNAVAILABLE, and the health check says why.
 */
public final class PersistenceVerticle extends VerticleBase {
  private final Bus bus;
  private final Connections connections;
  private @Nullable Database database;

  /**
   * Does not connect yet.
   *
   * @throws ConfigurationException when the address of the database is missing or malformed
   */
  public PersistenceVerticle(Bus bus, Settings.Persistence settings) {
    this.bus = bus;
    this.connections =
        Connections.of(settings.databaseUrl().orElseThrow(PersistenceVerticle::noUrl), settings);
  }

  private static ConfigurationException noUrl() {
    return new ConfigurationException(
        List.of("DATABASE_URL has to be set, such as postgresql://user:password@localhost/jarvis"));
  }

  @Override
  public Future<?> start() {
    Database opened = Database.open(vertx, connections);
    database = opened;
    Scribe scribe = new Scribe(opened, committed -> bus.publish(Journal.COMMITTED, committed));
    ApprovalDesk approvals = new ApprovalDesk(opened, scribe);
    return Future.all(
        answerJournal(opened, scribe, approvals),
        answerControls(scribe, approvals),
        answerHistory(opened, scribe),
        answerBlobs(opened));
  }

  private Future<?> answerJournal(Database opened, Scribe scribe, ApprovalDesk approvals) {
    Snapshots snapshots = new Snapshots(opened);
    Goals goals = new Goals(scribe, snapshots);
    Claims claims = new Claims(scribe, snapshots);
    Appender appender = new Appender(opened, scribe);
    Heartbeats heartbeats = new Heartbeats(opened, approvals);
    return Future.all(
        bus.answer(Journal.ACCEPT, goals::accept).completion(),
        bus.answer(Journal.CLAIM, claims::claim).completion(),
        bus.answer(Journal.RELEASE, claims::release).completion(),
        bus.answer(Journal.APPEND, appender::append).completion(),
        bus.answer(Journal.BEAT, heartbeats::beat).completion(),
        bus.answer(Journal.HEALTH, question -> opened.health()).completion());
  }

  private Future<?> answerControls(Scribe scribe, ApprovalDesk approvals) {
    RunDesk runs = new RunDesk(scribe);
    return Future.all(
        bus.answer(Controls.CANCEL, runs::cancel).completion(),
        bus.answer(Controls.STEER, runs::steer).completion(),
        bus.answer(Controls.ANSWER, approvals::answer).completion(),
        bus.answer(Controls.APPROVALS, approvals::list).completion(),
        bus.answer(Controls.APPROVAL, approvals::read).completion());
  }

  private Future<?> answerHistory(Database opened, Scribe scribe) {
    Reader reader = new Reader(opened);
    return Future.all(
        bus.answer(Histories.THREADS, reader::threads).completion(),
        bus.answer(Histories.THREAD, reader::thread).completion(),
        bus.answer(Histories.RUN, reader::run).completion(),
        bus.answer(Histories.STATE, new TimeTravel(opened)::state).completion(),
        bus.answer(Histories.FORK, new Forks(scribe)::fork).completion(),
        bus.answer(Histories.PRUNE, new Retention(opened)::prune).completion());
  }

  private Future<?> answerBlobs(Database opened) {
    BlobStore blobs = new BlobStore(opened);
    return Future.all(
        bus.answer(Blobs.KEEP, blobs::keep).completion(),
        bus.answer(Blobs.READ, blobs::read).completion());
  }

  @Override
  public Future<?> stop() {
    return database == null ? Future.succeededFuture() : database.close();
  }
}
