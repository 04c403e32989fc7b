package org.supplierscope.analysis.story;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article of the training texts, labelled with the event that it tells.
///
/// @param family events that are alike; cross-validation keeps them together
/// @param event of one language
/// @param language BCP 47 tag
/// @param day of its publication
public record LabelledArticle(String family, String event, String language, LocalDate day, String title, String text) {

    private static final String FAMILY = "=== ";
    private static final String EVENT = "== ";
    private static final String HEAD = "# ";

    /// Reads the articles of a file's lines.
    ///
    /// @param file for messages
    /// @throws IOException when a line has not its form, with its number
    public static List<LabelledArticle> read(String file, List<String> lines) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        String family = "";
        String event = "";
        String language = "";
        LocalDate day = LocalDate.EPOCH;
        List<String> told = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i).strip() : "";
            if (line.isEmpty()) {
                if (!told.isEmpty()) {
                    String text = String.join("\n", told.subList(1, told.size()));
                    articles.add(new LabelledArticle(family, event, language, day, told.getFirst(), text));
                    language = "";
                    told.clear();
                }
            } else if (line.startsWith(FAMILY)) {
                family = line.substring(FAMILY.length());
            } else if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length());
            } else if (line.startsWith(HEAD)) {
                String[] head = line.split(" ", -1);
                @Nullable LocalDate date = head.length == 3 ? day(head[2]) : null;
                if (date == null || family.isEmpty() || event.isEmpty()) {
                    throw new IOException(file + ":" + (i + 1)
                            + ": a head is \"# LANGUAGE YYYY-MM-DD\", behind a \"=== family\" and a \"== event\"");
                }
                language = head[1];
                day = date;
            } else if (language.isEmpty()) {
                throw new IOException(file + ":" + (i + 1) + ": a text without a head \"# LANGUAGE YYYY-MM-DD\"");
            } else {
                told.add(line);
            }
        }
        return articles;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    Instant time() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Title and text.
    public String whole() {
        return title + "\n" + text;
    }
}
