package org.supplierscope.ingest.robots;

import java.util.Comparator;
import java.util.List;

/// Rules among which the most specific one decides (RFC 9309, section 2.2.2): the longest that matches, and
/// `allow` before `disallow` of the same length.
///
/// @param rules in that order
record RuleSet(List<Rule> rules) {

    static final RuleSet NONE = new RuleSet(List.of());

    /// @param path what it is about
    /// @param allow whether it allows or forbids it
    record Rule(PathPattern path, boolean allow) {}

    static RuleSet of(List<Rule> rules) {
        return new RuleSet(rules.stream()
                .sorted(Comparator.comparingInt((Rule rule) -> rule.path().length())
                        .thenComparing(Rule::allow)
                        .reversed())
                .toList());
    }

    /// Whether a path, in the same form as the rules, may be fetched.
    boolean allows(String path) {
        for (Rule rule : rules) {
            if (rule.path().matches(path)) {
                return rule.allow();
            }
        }
        return true;
    }
}
