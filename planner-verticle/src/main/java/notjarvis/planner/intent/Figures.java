package notjarvis.planner.intent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes numbers for people: no needless digits, and it says when some were left out. */
final class Figures {
  private static final MathContext READABLE = new MathContext(12);
  private static final int LONGEST_WHOLE = 21;
  private static final int SMALLEST = -6;

  private Figures() {}

  /** "= 391" or "≈ 1.41421356237". */
  static String shown(BigDecimal value) {
    BigDecimal shown = isShortWhole(value) ? value : value.round(READABLE);
    String sign = shown.compareTo(value) == 0 ? "= " : "\u2248 ";
    return sign + (isPlain(shown) ? plain(shown) : scientific(shown));
  }

  private static boolean isShortWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0 && magnitude(value) <= LONGEST_WHOLE;
  }

  private static boolean isPlain(BigDecimal value) {
    return value.signum() == 0
        || (magnitude(value) <= LONGEST_WHOLE && magnitude(value) >= SMALLEST);
  }

  private static int magnitude(BigDecimal value) {
    return value.precision() - value.scale();
  }

  private static String plain(BigDecimal value) {
    return new DecimalFormat(
            "#,##0.####################", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  private static String scientific(BigDecimal value) {
    int exponent = magnitude(value) - 1;
    return plain(value.scaleByPowerOfTen(-exponent)) + " \u00d7 10^" + exponent;
  }
}
