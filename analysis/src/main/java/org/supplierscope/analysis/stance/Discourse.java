package org.supplierscope.analysis.stance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reader of the passage has in mind between two sentences: whom "it" and "they" mean. For
/// one passage and one thread.
final class Discourse {

    private Subject.Suppliers firm = new Subject.Suppliers(List.of());
    private Subject.Suppliers several = new Subject.Suppliers(List.of());
    private Subject last = Subject.OTHER;
    private final Set<String> properNouns;
    private final Map<String, Subject.Suppliers> owners = new HashMap<>();
    private Subject.@Nullable Suppliers acquirer;
    private Subject.@Nullable Suppliers topic;

    /// @param named ids of all suppliers that the passage names: a passage on one supplier is
    /// about it from the start
    /// @param properNouns folded words that the passage writes with a capital in mid-sentence
    Discourse(Set<String> named, Set<String> properNouns) {
        this.properNouns = properNouns;
        if (named.size() == 1) {
            firm = new Subject.Suppliers(List.copyOf(named));
            last = firm;
        }
    }

    /// Whether a folded word is a proper noun in this passage.
    boolean isProperNoun(String word) {
        return properNouns.contains(word);
    }

    /// "It", "the company".
    Subject company() {
        return firm.ids().isEmpty() ? Subject.OTHER : firm;
    }

    /// "They", "both".
    Subject several() {
        if (last instanceof Subject.Group) {
            return last;
        }
        return several.ids().isEmpty() ? company() : several;
    }

    /// Who buys a firm in this passage; null if nobody does.
    Subject.@Nullable Suppliers acquirer() {
        return acquirer;
    }

    /// Notes a purchase: what the passage then tells of the firm bought, it tells of its new
    /// owner's reach.
    void notePurchase(Subject.Suppliers buyer, String bought) {
        if (!buyer.ids().contains(bought)) {
            acquirer = buyer;
            owners.put(bought, buyer);
        }
    }

    /// Who buys whom in this passage: the buyer's id by that of the firm bought.
    Map<String, String> buyers() {
        Map<String, String> buyers = new HashMap<>();
        owners.forEach((bought, buyer) -> buyers.put(bought, buyer.ids().getFirst()));
        return buyers;
    }

    /// Whose course is told by what is said of a subject: a firm that is being bought stands for
    /// its buyer.
    Subject owner(Subject subject) {
        return switch (subject) {
            case Subject.Suppliers of
            when of.ids().size() == 1 -> owners.getOrDefault(of.ids().getFirst(), of);
            case Subject.Suppliers _, Subject.Group _, Subject.Other _ -> subject;
        };
    }

    /// Notes whom the passage is about.
    void noteTopic(Subject.Suppliers of) {
        topic = of;
    }

    /// Begins a paragraph: what has no subject is about the topic again.
    void newParagraph() {
        if (topic != null) {
            last = topic;
            firm = topic;
        }
    }

    /// Whom a sentence without a subject of its own goes on about.
    Subject continued() {
        return last;
    }

    /// Notes the main subject of a sentence.
    void note(Subject subject) {
        switch (subject) {
            case Subject.Suppliers suppliers -> {
                if (suppliers.ids().size() == 1) {
                    firm = suppliers;
                } else {
                    several = suppliers;
                }
                last = suppliers;
            }
            case Subject.Group group -> last = group;
            case Subject.Other _ -> {}
        }
    }
}
