package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryBookTest {

    private static final String REPORT = Prose.words(1, 400);

    private final StoryMemory notes = StoryMemory.ofOneRun();
    private final StoryBook book = new StoryBook(notes);

    private String story(String id, String text) {
        return place(id, text).story();
    }

    private StoryBook.Place place(String id, String text) {
        return book.place(id, Fingerprint.of("", text, null));
    }

    @Test
    void beginsAStoryNamedByItsFirstArticle() {
        assertThat(story("a", REPORT)).isEqualTo("a");
        assertThat(story("b", Prose.words(2, 400))).isEqualTo("b");
    }

    @Test
    void joinsCopiesThatAreCutReTitledOrUnderAnAgencyLine() {
        story("original", REPORT);

        assertThat(story("cut", Prose.firstPart(REPORT, 0.4))).isEqualTo("original");
        assertThat(story("titled", "A new headline for it.\n\n" + REPORT)).isEqualTo("original");
        assertThat(story("agency", "TAIPEI (Example Wire) - " + REPORT + " © Example Wire"))
                .isEqualTo("original");
    }

    @Test
    void joinsALongerTextThatHoldsAnEarlierShortOne() {
        story("brief", Prose.firstPart(REPORT, 0.5));

        assertThat(story("full", REPORT)).isEqualTo("brief");
    }

    @Test
    void joinsChineseCopiesOfAnyLength() {
        for (int length : new int[] {80, 900, 1_500, 20_000}) {
            String text = Prose.han(length, length);

            story("original-" + length, text);

            assertThat(story("copy-" + length, "（示例社電）" + Prose.firstPart(text, 0.8)))
                    .isEqualTo("original-" + length);
        }
    }

    @Test
    void doesNotJoinAFollowUp() {
        story("first", REPORT);

        assertThat(story("follow-up", Prose.words(3, 300) + " " + Prose.firstPart(REPORT, 0.2)))
                .isEqualTo("follow-up");
    }

    @Test
    void doesNotJoinTextsWithoutWords() {
        assertThat(story("a", "")).isEqualTo("a");
        assertThat(story("b", "")).isEqualTo("b");
        assertThat(story("c", "…")).isEqualTo("c");
    }

    @Test
    void followsAChainOfCopiesToItsFirstArticle() {
        String grown = REPORT + " " + Prose.words(4, 300);
        String moved = Prose.words(4, 300) + " " + Prose.words(5, 200);

        story("first", REPORT);
        story("grown", grown);

        assertThat(story("moved", moved)).isEqualTo("first");
    }

    @Test
    void keepsTheStoryOfAnArticleThatChanges() {
        story("first", REPORT);
        story("copy", REPORT);

        assertThat(story("copy", Prose.words(6, 400))).isEqualTo("first");
        assertThat(story("first", Prose.words(7, 400))).isEqualTo("first");
    }

    @Test
    void joinsCopiesOfAnEarlierTextOfAnArticleThatHasChangedSince() {
        story("first", REPORT);
        story("first", REPORT + " " + Prose.words(8, 100));

        assertThat(story("copy", REPORT)).isEqualTo("first");
    }

    @Test
    void joinsTheEarlierOfTwoStories() {
        story("a", REPORT);
        story("b", Prose.words(9, 400));

        assertThat(story("copy of a", REPORT)).isEqualTo("a");
        assertThat(story("copy of b", Prose.words(9, 400))).isEqualTo("b");
    }

    @Test
    void movesNothingWhenTheStreamIsReplayed() {
        long seed = 20260305;
        List<String> texts = stream(seed);
        Map<String, String> first = assign(book, texts);

        Map<String, String> again = assign(book, texts);
        Map<String, String> afresh = assign(new StoryBook(StoryMemory.ofOneRun()), texts);

        assertThat(again).as("seed %d", seed).isEqualTo(first);
        assertThat(afresh).as("seed %d", seed).isEqualTo(first);
        assertThat(first.values().stream().distinct().count())
                .as("stories, seed %d", seed)
                .isEqualTo(40);
    }

    @Test
    void movesNothingWhenItGoesOnFromWhatItRemembers() {
        List<String> texts = stream(7);
        Map<String, String> inOneGo = assign(new StoryBook(StoryMemory.ofOneRun()), texts);

        assign(book, texts.subList(0, 100));
        Map<String, String> goneOn = assign(new StoryBook(notes), texts);

        assertThat(goneOn).isEqualTo(inOneGo);
    }

    /// 40 reports, and 160 copies of them, cut or with an agency's line.
    private static List<String> stream(long seed) {
        var random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add(Prose.words(seed * 1_000 + i, 200 + random.nextInt(300)));
        }
        for (int i = 0; i < 160; i++) {
            String original = texts.get(random.nextInt(40));
            texts.add(random.nextBoolean() ? Prose.firstPart(original, 0.6) : "CITY (Wire) - " + original);
        }
        return texts;
    }

    private static Map<String, String> assign(StoryBook book, List<String> texts) {
        Map<String, String> stories = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            stories.put(
                    "article-" + i,
                    book.place("article-" + i, Fingerprint.of("", texts.get(i), null))
                            .story());
        }
        return stories;
    }
}
