package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supplierscope.analysis.published.Stance;

/// The statements of one passage, by the one they speak of. For one passage and one thread.
final class Ledger {

    private final Map<String, List<Statement>> suppliers = new LinkedHashMap<>();
    private final Map<String, List<Statement>> groups = new LinkedHashMap<>();

    void add(Subject subject, Statement statement) {
        switch (subject) {
            case Subject.Suppliers each -> each.ids().forEach(id -> add(suppliers, id, statement));
            case Subject.Group group -> add(groups, group.name(), statement);
            case Subject.Other _ -> {}
        }
    }

    /// Forgets what the two sentences before this one told, the title aside.
    void overturn(int sentence) {
        for (List<Statement> statements : suppliers.values()) {
            while (!statements.isEmpty() && isJustBefore(statements.getLast(), sentence)) {
                statements.removeLast();
            }
        }
    }

    private static boolean isJustBefore(Statement statement, int sentence) {
        return statement.sentence() > 0 && statement.sentence() >= sentence - 2;
    }

    List<Statement> of(String supplier) {
        return suppliers.getOrDefault(supplier, List.of());
    }

    Map<String, List<Statement>> groups() {
        return groups;
    }

    /// Whether all that was said of the group points to this side: what follows may add to its
    /// course, not turn it.
    boolean leans(Subject.Group group, Stance side) {
        List<Statement> statements = groups.getOrDefault(group.name(), List.of());
        return !statements.isEmpty() && statements.stream().allMatch(each -> each.side() == side);
    }

    private static void add(Map<String, List<Statement>> to, String key, Statement statement) {
        to.computeIfAbsent(key, _ -> new ArrayList<>()).add(statement);
    }
}
