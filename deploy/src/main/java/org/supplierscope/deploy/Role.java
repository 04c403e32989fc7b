package org.supplierscope.deploy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What a process can do. All of them in one process is the usual way to begin; a cluster runs them apart.
public enum Role {
    /// Crawls sources and extracts articles. Needs Kafka and the database.
    INGEST,
    /// Reads articles for suppliers, stance and stories. Needs Kafka.
    ANALYSIS,
    /// Indexes insights and answers searches by HTTP. Needs Kafka.
    SEARCH;

    /// Reads `--target`: `all`, or one or several roles joined by commas.
    ///
    /// @throws IllegalArgumentException when a word is none of these; the message names the word and the
    /// choices
    public static Set<Role> parse(String targets) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : targets.split(",", -1)) {
            String target = word.strip().toLowerCase(Locale.ROOT);
            if (target.equals("all")) {
                roles.addAll(EnumSet.allOf(Role.class));
            } else {
                roles.add(one(target));
            }
        }
        return roles;
    }

    private static Role one(String target) {
        for (Role role : values()) {
            if (role.target().equals(target)) {
                return role;
            }
        }
        throw new IllegalArgumentException("'" + target
                + "' is no target; choose all, or one or several of ingest, analysis, search joined by commas");
    }

    /// The role as it is typed.
    public String target() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Several roles as they are typed.
    static String join(Set<Role> roles) {
        return String.join(",", new TreeSet<>(roles.stream().map(Role::target).toList()));
    }
}
