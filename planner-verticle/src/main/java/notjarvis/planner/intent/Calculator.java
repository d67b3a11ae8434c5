package notjarvis.planner.intent;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.ParseException;
import com.google.common.base.CharMatcher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Works out sums. */
final class Calculator {
  /** Dates and phone numbers are no sums, and "24/7" is a figure of speech. */
  private static final Pattern NO_SUM =
      Pattern.compile("\\d+([-/.])\\d+\\1\\d+|9/11|24/7|50/50|50-50");

  /** A formula that is only a number. */
  private static final Pattern NUMBER = Pattern.compile("[-+( ]*[\\d.]+[ )]*");

  /** Without being asked for, "3/4" and "555-1234" may be anything. */
  private static final Pattern NO_BARE_SUM = Pattern.compile("\\d+[-/]\\d+");

  private static final CharMatcher ENDING = CharMatcher.anyOf(" =?.,!");

  private final SumReader reader = new SumReader();
  private final ExpressionConfiguration configuration =
      ExpressionConfiguration.builder()
          .arraysAllowed(false)
          .structuresAllowed(false)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .defaultConstants(Map.of())
          .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
          .build()
          .withAdditionalOperators(Map.entry("^", new BoundedPower()));

  /** The answer to a sum that was asked for; nothing when it is no sum. */
  List<Wish> answer(Sentence sum) {
    String raw = ENDING.trimTrailingFrom(sum.raw());
    return reader
        .formula(raw)
        .filter(formula -> !NUMBER.matcher(formula).matches() && !NO_SUM.matcher(raw).matches())
        .flatMap(formula -> worked(raw, formula))
        .map(answer -> List.<Wish>of(new Wish.Say(situation -> answer)))
        .orElse(List.of());
  }

  /** The answer to a sum that stands alone; nothing when it may be something else. */
  List<Wish> answerBare(Sentence sum) {
    return NO_BARE_SUM.matcher(sum.written()).matches() ? List.of() : answer(sum);
  }

  private Optional<String> worked(String raw, String formula) {
    try {
      BigDecimal value = new Expression(formula, configuration).evaluate().getNumberValue();
      return Optional.of(raw + " " + Figures.shown(value));
    } catch (ParseException e) {
      return Optional.empty();
    } catch (EvaluationException | ArithmeticException | NumberFormatException e) {
      return Optional.of(fault(raw, String.valueOf(e.getMessage())));
    }
  }

  private static String fault(String raw, String message) {
    if (message.contains("ivision by zero")) {
      return raw + " has no result: nothing can be divided by zero.";
    }
    return message.contains(BoundedPower.TOO_LARGE)
        ? raw + " is too large a number for me to work out."
        : raw + " has no result among the ordinary numbers.";
  }
}
