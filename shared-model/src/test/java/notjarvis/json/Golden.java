package notjarvis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import notjarvis.action.Action;
import notjarvis.action.Effect;
import notjarvis.action.Observation;
import notjarvis.action.SearchResult;
import notjarvis.journal.Approval;
import notjarvis.journal.Lease;
import notjarvis.journal.Metadata;
import notjarvis.journal.Usage;
import notjarvis.thread.ThreadKey;
import org.junit.jupiter.params.provider.Arguments;

/** What the golden messages are made of: what is on the wire and in the journal does not drift. */
final class Golden {
  static final UUID RUN = new UUID(0, 7);
  static final String ID = "00000000-0000-0000-0000-000000000007";
  static final String RUN_JSON = "'runId':'" + ID + "'";
  static final ThreadKey THREAD = ThreadKey.local("t");
  static final Lease LEASE = new Lease(RUN, THREAD, "p", 1);
  static final Metadata METADATA =
      new Metadata(Instant.parse("2026-11-23T10:00:00.5Z"), 12, "intents", new Usage(3, 4, 1));
  static final Action ACTION = new Action(ID + ":1", "search", Map.of("query", "MIT"), Effect.PURE);
  static final Observation SEEN =
      Observation.found("Found 1.", List.of(new SearchResult(1, "T", "https://t/", "S")), "quote");

  static final String THREAD_JSON = "{'ownerId':'local','threadId':'t'}";
  static final String LEASE_JSON =
      "{'runId':'" + ID + "','thread':" + THREAD_JSON + ",'plannerId':'p','epoch':1}";
  static final String METADATA_JSON =
      "{'at':'2026-11-23T10:00:00.500Z','tookMs':12,'brain':'intents',"
          + "'usage':{'inputTokens':3,'outputTokens':4,'modelCalls':1}}";
  static final String ACTION_JSON =
      "{'id':'" + ID + ":1','name':'search','arguments':{'query':'MIT'},'effect':'PURE'}";
  static final String SEEN_JSON =
      "{'status':'OK','text':'Found 1.','results':"
          + "[{'number':1,'title':'T','url':'https://t/','snippet':'S'}],'quote':'quote','searched':true}";
  static final Approval APPROVAL =
      new Approval(RUN, 1, "say", ACTION, "e", "why", Instant.parse("2026-11-23T11:00:00Z"), null);
  static final String APPROVAL_JSON =
      "{'approvalId':'"
          + ID
          + "','step':1,'say':'say','action':"
          + ACTION_JSON
          + ",'executor':'e','why':'why','expiresAt':'2026-11-23T11:00:00Z'}";
  static final String CURSOR_JSON = "{'checkpointId':9,'part':0}";

  private Golden() {}

  /** A message, its own type, and its JSON in single quotes. */
  static Arguments of(Object message, String json) {
    return of(message, message.getClass(), json);
  }

  /** A message that is one of several kinds. */
  static Arguments of(Object message, Class<?> type, String json) {
    return Arguments.of(message, type, json.replace('\'', '"'));
  }

  static void check(Object message, Class<?> type, String golden) {
    assertThat(Json.write(message)).isEqualTo(golden);
    assertThat(Json.read(golden, type)).isEqualTo(message);
  }

  /** The same of a message that is only equal to another in all its parts. */
  static void checkParts(Object message, String golden) {
    String json = golden.replace('\'', '"');
    assertThat(Json.write(message)).isEqualTo(json);
    assertThat(Json.read(json, message.getClass())).usingRecursiveComparison().isEqualTo(message);
  }
}
