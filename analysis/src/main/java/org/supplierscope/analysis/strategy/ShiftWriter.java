package org.supplierscope.analysis.strategy;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;

/// Writes a turn down as the shift that is told.
///
/// @param subject whose course it is
/// @param stories the track in which the turn was found
record ShiftWriter(Subject subject, List<ToldStory> stories) {

    /// Which rule decides; another name whenever the same stories may give another answer.
    static final String MODEL = "shifts-1";

    /// So many sentences a side are enough to judge by.
    private static final int SENTENCES = 4;

    StrategyShift shift(Turn turn) {
        return new StrategyShift(
                id(turn),
                subject.supplier(),
                subject.name(),
                subject.theme(),
                turn.from(),
                turn.to(),
                turn.at(),
                turn.detected(),
                turn.confidence(),
                turn.stories(),
                evidence(turn.from(), 0, turn.first() - 1),
                evidence(turn.to(), turn.first(), turn.raised()),
                false,
                null,
                MODEL);
    }

    private String id(Turn turn) {
        String theme = subject.theme() == null ? "" : subject.theme() + ":";
        return subject.supplier() + ":" + theme + turn.to().name().toLowerCase(Locale.ROOT) + ":"
                + YearMonth.from(turn.at().atOffset(ZoneOffset.UTC));
    }

    private List<ShiftEvidence> evidence(Stance side, int begin, int end) {
        List<ShiftEvidence> sentences = new ArrayList<>();
        for (int i = end; i >= begin && sentences.size() < SENTENCES; i--) {
            ShiftEvidence evidence = evidence(stories.get(i), side);
            if (evidence != null) {
                sentences.addFirst(evidence);
            }
        }
        return sentences;
    }

    private static @Nullable ShiftEvidence evidence(ToldStory story, Stance side) {
        Report lead = story.lead();
        return story.stance() != side || lead.sentence() == null
                ? null
                : new ShiftEvidence(
                        lead.sentence(),
                        side,
                        lead.article(),
                        lead.url(),
                        lead.source(),
                        story.published(),
                        story.story());
    }
}
