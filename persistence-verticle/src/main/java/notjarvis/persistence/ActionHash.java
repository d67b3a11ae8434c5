package notjarvis.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import notjarvis.journal.Approval;
import notjarvis.json.Json;

/** What a person says yes to, in 64 digits: exactly this action, done by exactly this executor. */
final class ActionHash {
  private static final ObjectMapper SORTED =
      Json.mapper().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private ActionHash() {}

  static String of(Approval approval) {
    try {
      byte[] json = SORTED.writeValueAsBytes(List.of(approval.action(), approval.executor()));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256, and an action can be written", e);
    }
  }
}
