package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Our own set of syndicated copies: articles of ours, as agencies and other desks would print them, among
/// texts that look like copies and are none. It prints its figures.
class SyndicationTest {

    private static final long SEED = 20261123;
    private static final Path TEXTS = Path.of("src/training");
    private static final Map<String, String> NAMES =
            new TreeMap<>(Map.of("[A]", "Largan Precision", "[B]", "Coherent", "[C]", "Hoya", "[D]", "Lumentum"));

    /// @param group the original that it is or copies
    private record Text(String id, String group, String title, String body, boolean copy) {}

    private final Random random = new Random(SEED);

    @Test
    void findsCopiesAndNothingElse() throws IOException {
        List<Text> originals = originals();
        List<Text> stream = new ArrayList<>(originals);
        originals.forEach(original -> stream.addAll(copies(original)));
        stream.addAll(reports());
        // Copies come in any order, each after its original.
        Collections.shuffle(stream.subList(originals.size(), stream.size()), random);

        Map<String, String> groups = new HashMap<>();
        stream.forEach(text -> groups.put(text.id(), text.group()));
        var book = new StoryBook(StoryMemory.ofOneRun());
        List<Text> called = new ArrayList<>();
        List<Text> right = new ArrayList<>();
        int sameStory = 0;
        int strangers = 0;
        for (Text text : stream) {
            StoryBook.Place place = book.place(text.id(), Fingerprint.of(text.title(), text.body(), null));
            String original = place.copyOf();
            if (original != null) {
                called.add(text);
                if (text.copy() && text.group().equals(groups.get(original))) {
                    right.add(text);
                }
            }
            strangers += text.copy() || place.story().equals(text.id()) ? 0 : 1;
            sameStory += text.copy() && text.group().equals(groups.get(place.story())) ? 1 : 0;
        }
        long copies = stream.stream().filter(Text::copy).count();
        List<String> missed = stream.stream()
                .filter(text -> text.copy() && !right.contains(text))
                .map(Text::id)
                .toList();
        List<String> wrong = called.stream()
                .filter(text -> !right.contains(text))
                .map(Text::id)
                .toList();
        double recall = (double) right.size() / copies;
        double precision = (double) right.size() / called.size();
        String figures = String.format(
                Locale.ROOT,
                "seed %d: %d originals, %d copies (%d in the story that their original began), %d reports, "
                        + "%d others in a story of another; recall %.4f precision %.4f, "
                        + "missed %s, wrong %s",
                SEED,
                originals.size(),
                copies,
                sameStory,
                stream.size() - originals.size() - copies,
                strangers,
                recall,
                precision,
                missed,
                wrong);
        System.Logger log = System.getLogger(SyndicationTest.class.getName());
        log.log(System.Logger.Level.INFO, figures);

        assertThat(strangers).as(figures).isLessThanOrEqualTo(originals.size() / 50);
        assertThat(originals).as("enough").hasSizeGreaterThanOrEqualTo(60);
        assertThat(recall).as(figures).isGreaterThanOrEqualTo(0.99);
        assertThat(precision).as(figures).isGreaterThanOrEqualTo(0.99);
    }

    /// The whole articles of more than 450 characters (150 in Chinese) among the training texts. All of them speak
    /// of the same four firms.
    private static List<Text> originals() throws IOException {
        List<Text> originals = new ArrayList<>();
        for (String file : List.of("test/articles.txt", "stance/a1.txt", "stance/a2.txt", "stance/a3.txt")) {
            for (String block : Files.readString(TEXTS.resolve(file)).split("\n\\s*\n", -1)) {
                List<String> lines = Arrays.stream(block.split("\n", -1))
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.replaceFirst(" \\| .*$", ""))
                        .map(SyndicationTest::named)
                        .toList();
                int length = String.join("", lines).length();
                if (lines.size() > 4 && length > (block.startsWith("# zh") ? 150 : 450)) {
                    String id = file + "#" + originals.size();
                    originals.add(new Text(
                            id, id, lines.getFirst(), String.join("\n\n", lines.subList(1, lines.size())), false));
                }
            }
        }
        return originals;
    }

    private static String named(String line) {
        String named = line;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    private List<Text> copies(Text original) {
        boolean chinese = original.body()
                        .codePoints()
                        .filter(c -> c >= 0x4e00 && c < 0xa000)
                        .count()
                > 60;
        String body = original.body();
        String line = chinese ? "（示例社台北五日電）" : "TAIPEI, March 5 (Example Wire) - ";
        String tail = chinese
                ? "\n\n本文由示例社授權轉載，未經許可不得使用。更多財經新聞請見本站首頁。"
                : "\n\nThe views given here are not those of the publisher. Sign up for our morning letter, and follow "
                        + "us for more news of the industry. © Example Wire. All rights reserved.";
        String title = chinese ? "快訊：供應商最新動向" : "Suppliers: what the desk is reading today";
        List<String> paragraphs = new ArrayList<>(Arrays.asList(body.split("\n\n", -1)));
        Collections.shuffle(paragraphs, random);
        return List.of(
                copy(original, "cut", original.title(), body.substring(0, Math.max(body.length() / 3, 60))),
                copy(original, "titled", title, body),
                copy(original, "agency", original.title(), line + body),
                copy(original, "tail", original.title(), body + tail),
                copy(original, "order", original.title(), String.join("\n\n", paragraphs)),
                copy(original, "edited", title, edited(body, chinese)),
                copy(original, "all", title, line + edited(Prose.firstPart(body, 0.7), chinese) + tail));
    }

    private static Text copy(Text original, String how, String title, String body) {
        return new Text(original.id() + "-" + how, original.group(), title, body, true);
    }

    /// Leaves out one word in forty, or one character in sixty.
    private String edited(String body, boolean chinese) {
        StringBuilder edited = new StringBuilder();
        for (String part : chinese ? body.split("", -1) : body.split("(?<= )", -1)) {
            if (random.nextInt(chinese ? 60 : 40) != 0) {
                edited.append(part);
            }
        }
        return edited.toString();
    }

    /// Monthly reports of a firm: the same words, other figures.
    private List<Text> reports() {
        List<Text> reports = new ArrayList<>();
        for (String firm : NAMES.values()) {
            for (String month : List.of("January", "February", "March", "April", "May", "June")) {
                String english = String.format(
                        Locale.ROOT,
                        "%s reported revenue of NT$%.2f billion for %s, %.1f%% more than a month before and %.1f%% more "
                                + "than in the same month of last year. Revenue since January came to NT$%.2f billion. "
                                + "The company said that the figures have not been audited. %s makes optical parts for "
                                + "phones, cars and data centres and has plants in Taichung and Penang. It has paid a "
                                + "dividend of %.2f a share since the listing of its shares.",
                        firm,
                        figure(),
                        month,
                        figure(),
                        figure(),
                        figure(),
                        firm,
                        figure());
                String chinese = String.format(
                        Locale.ROOT,
                        "%s公布營收新台幣%.2f億元，月增%.1f%%，年增%.1f%%，累計營收達%.2f億元。公司表示上述數字尚未經會計師查核。該公司生產手機、"
                                + "車用與資料中心的光學零組件，在台中與檳城設有工廠，每股配發現金股利%.2f元，並提醒投資人注意匯率變動的風險。",
                        firm,
                        figure(),
                        figure(),
                        figure(),
                        figure(),
                        figure());
                String id = firm + " " + month;
                reports.add(new Text(id, id, firm + " reports for " + month, english, false));
                reports.add(new Text(id + " zh", id + " zh", firm + "公布營收", chinese, false));
            }
        }
        return reports;
    }

    private double figure() {
        return 1 + 90 * random.nextDouble();
    }
}
