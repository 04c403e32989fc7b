package org.supplierscope.deploy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// News that means nothing, fixed by a seed, with as much in common as news has: words as
/// unequally common as in a language, events with actors, places and figures of their own that
/// are told for days by several outlets, and copies.
final class EventNews {

    private static final Instant BEGINNING = Instant.parse("2024-01-01T00:00:00Z");
    private static final int WORDS = 40_000;
    private static final int NAMES = 20_000;
    private static final int OPEN_EVENTS = 600;
    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final Random random;
    private final Duration pause;
    private final List<Event> events = new ArrayList<>();
    private final List<Told> recent = new ArrayList<>();
    private int number;

    /// What an event's reports have in common.
    private record Event(List<String> words) {}

    /// An article.
    ///
    /// @param id 32 hexadecimal digits
    record Told(String id, String title, String text, Instant time) {}

    /// @param seed the same seed gives the same news
    /// @param aDay how many articles appear in a day
    EventNews(long seed, int aDay) {
        this.random = new Random(seed);
        this.pause = Duration.ofDays(1).dividedBy(aDay);
    }

    /// The next article: of five one is a copy, one begins an event, and three tell an event of
    /// the last days.
    Told next() {
        Instant time = BEGINNING.plus(pause.multipliedBy(number));
        String id = String.format(Locale.ROOT, "%032x", number++);
        int die = random.nextInt(5);
        Told told;
        if (die == 0 && !recent.isEmpty()) {
            Told original = recent.get(random.nextInt(recent.size()));
            String cut = original.text().substring(0, original.text().length() * (5 + random.nextInt(5)) / 10);
            told = new Told(id, original.title(), "PLACE (Wire) - " + cut, time);
        } else {
            if (die == 1 || events.isEmpty()) {
                begin();
            }
            Event event = die == 1 ? events.getLast() : events.get(random.nextInt(events.size()));
            told = new Told(id, sentence(event, 8), text(event), time);
        }
        recent.add(told);
        if (recent.size() > OPEN_EVENTS) {
            recent.removeFirst();
        }
        return told;
    }

    private void begin() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = word(WORDS + random.nextInt(NAMES));
            words.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        for (int i = 0; i < 30; i++) {
            words.add(common());
        }
        for (int i = 0; i < 5; i++) {
            words.add(Integer.toString(2 + random.nextInt(5_000)));
        }
        events.add(new Event(words));
        if (events.size() > OPEN_EVENTS) {
            events.removeFirst();
        }
    }

    private String text(Event event) {
        var text = new StringBuilder();
        for (int i = 0; i < 15 + random.nextInt(15); i++) {
            text.append(sentence(event, 16)).append(". ");
        }
        return text.toString().strip();
    }

    private String sentence(Event event, int words) {
        var sentence = new StringBuilder("The");
        for (int i = 1; i < words; i++) {
            boolean own = random.nextInt(4) == 0;
            sentence.append(' ')
                    .append(own ? event.words().get(random.nextInt(event.words().size())) : common());
        }
        return sentence.toString();
    }

    /// By Zipf's law: the n-th word is an n-th part as common as the first.
    private String common() {
        return word((int) Math.pow(WORDS, random.nextDouble()) - 1);
    }

    /// Different for each number, and the same every time.
    private static String word(int number) {
        var word = new StringBuilder();
        int rest = number + 80;
        while (rest > 0) {
            word.append(CONSONANTS.charAt(rest % 16)).append(VOWELS.charAt(rest / 16 % 5));
            rest /= 80;
        }
        return word.toString();
    }
}
