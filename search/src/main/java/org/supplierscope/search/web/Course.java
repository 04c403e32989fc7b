package org.supplierscope.search.web;

import java.util.Locale;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.TimelineMonth;

/// What a month's balance says of a course, in words and figures.
///
/// @param stance PRECISION or BREADTH where the whole interval lies on that side; MIXED where it
/// is narrow, lies on both and leans to neither, NONE where it leaves too much open to say
/// @param leaning what is to be said where nothing clearer is
/// @param words how clear it is
/// @param figures the balance and its interval, such as `+0.62 (+0.21 to +0.90)`
/// @param low where the interval begins, 0 (all breadth) to 100 (all precision)
/// @param width how wide it is, 0 to 100
/// @param middle where the balance is, 0 to 100
public record Course(Stance stance, String leaning, String words, String figures, int low, int width, int middle) {

    /// An interval wider than half of the scale says less than one side from the other.
    private static final double TOO_WIDE = 1.0;

    /// Beyond the middle of a side, the whole interval is nearer to its end than to the balance.
    private static final double CLEAR = 0.5;

    /// Stories that tell the course in three of four cases have a balance of half; two fifths of
    /// that are reached when one course is more than twice as likely as the other. A lone story
    /// reaches it, until it is some years old.
    private static final double LEANING = 0.2;

    static Course of(TimelineMonth month) {
        Stance stance = stance(month);
        int low = place(month.low());
        return new Course(
                stance,
                leans(month) ? "Leans to " + side(month) : "Too few stories to say",
                words(stance, month),
                signed(month.balance()) + " (" + signed(month.low()) + " to " + signed(month.high()) + ")",
                low,
                place(month.high()) - low,
                place(month.balance()));
    }

    static Stance stance(TimelineMonth month) {
        if (month.low() > 0) {
            return Stance.PRECISION;
        }
        if (month.high() < 0) {
            return Stance.BREADTH;
        }
        return leans(month) || month.high() - month.low() > TOO_WIDE ? Stance.NONE : Stance.MIXED;
    }

    /// Style class.
    public String css() {
        return StanceView.css(stance);
    }

    /// The course in a few words.
    public String label() {
        return stance != Stance.NONE ? StanceView.label(stance) : leaning;
    }

    private static String words(Stance stance, TimelineMonth month) {
        return switch (stance) {
            case PRECISION -> month.low() >= CLEAR ? "clearly precision" : "more precision than breadth";
            case BREADTH -> month.high() <= -CLEAR ? "clearly breadth" : "more breadth than precision";
            case MIXED -> "both, neither prevails";
            case NONE -> leans(month) ? side(month) + " is likelier, but it may be either" : "may be either";
        };
    }

    private static boolean leans(TimelineMonth month) {
        return Math.abs(month.balance()) >= LEANING;
    }

    private static String side(TimelineMonth month) {
        return month.balance() > 0 ? "precision" : "breadth";
    }

    private static int place(double balance) {
        return (int) Math.round((balance + 1) * 50);
    }

    /// With the sign that typographers use, and no negative nought.
    private static String signed(double balance) {
        long hundredths = Math.round(balance * 100);
        String sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";
        return sign + String.format(Locale.ROOT, "%.2f", Math.abs(hundredths) / 100.0);
    }
}
