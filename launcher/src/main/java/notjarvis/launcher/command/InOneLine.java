package notjarvis.launcher.command;

import java.util.Locale;
import notjarvis.action.Action;
import notjarvis.journal.Entry;
import notjarvis.json.Json;

/** What a checkpoint says, in one line for a person. */
final class InOneLine implements Entry.Cases<String> {
  @Override
  public String given(Entry.GoalGiven entry) {
    return line("goal", entry.goal());
  }

  @Override
  public String steered(Entry.Steered entry) {
    return line("said", entry.words());
  }

  @Override
  public String cancelAsked(Entry.CancelAsked entry) {
    return line("cancel", "asked by " + entry.by());
  }

  @Override
  public String approvalAsked(Entry.ApprovalAsked entry) {
    return line("asked", inWords(entry.approval().action()) + " " + entry.approval().why());
  }

  @Override
  public String approvalAnswered(Entry.ApprovalAnswered entry) {
    return line("verdict", entry.verdict().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String planned(Entry.ActionPlanned entry) {
    return line("planned", inWords(entry.action()));
  }

  @Override
  public String refused(Entry.ActionRefused entry) {
    return line("refused", inWords(entry.action()) + " " + entry.why());
  }

  @Override
  public String observed(Entry.ActionObserved entry) {
    String status = entry.observation().status().name().toLowerCase(Locale.ROOT);
    return line(status, entry.observation().text());
  }

  @Override
  public String answered(Entry.AnswerGiven entry) {
    return line(entry.outcome().name().toLowerCase(Locale.ROOT), entry.answer());
  }

  /** Exactly what would be done. */
  static String inWords(Action action) {
    return action.name() + " " + Json.write(action.arguments());
  }

  private static String line(String what, String text) {
    return "%-10s  %s".formatted(what, of(text));
  }

  /** A text without its line ends. */
  static String of(String text) {
    return text.strip().replaceAll("\\s*\n\\s*", " / ");
  }
}
