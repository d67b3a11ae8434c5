package notjarvis.planner.intent;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/** Raises to a power, but only where the result has a length that somebody would read. */
@InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER, leftAssociative = false)
final class BoundedPower extends InfixPowerOfOperator {
  static final String TOO_LARGE = "too large";

  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(10_000);
  private static final int MOST_DIGITS = 100_000;

  @Override
  public EvaluationValue evaluate(
      Expression expression, Token operator, EvaluationValue... operands)
      throws EvaluationException {
    BigDecimal base = operands[0].getNumberValue();
    BigDecimal exponent = operands[1].getNumberValue();
    if (exponent.abs().compareTo(LARGEST_EXPONENT) > 0
        || digits(base) * exponent.abs().longValue() > MOST_DIGITS) {
      throw new EvaluationException(operator, TOO_LARGE);
    }
    return super.evaluate(expression, operator, operands);
  }

  /** How many digits stand before the point, or noughts behind it. */
  private static long digits(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) + 1;
  }
}
