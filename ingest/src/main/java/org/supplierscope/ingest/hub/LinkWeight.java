package org.supplierscope.ingest.hub;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Weighs which links of a page lead to articles.
///
/// The points are not learned: each stands for how sure one sign makes an editor, about 2 for one that hardly
/// any navigation has, about 4 against for one that hardly any article has.
final class LinkWeight {

    /// One good sign and nothing against it.
    private static final double ENOUGH = 2;
    /// Beside a group of certain articles, a weaker one is the site's other pages.
    private static final double OF_THE_BEST = 0.6;

    private final List<Target> targets;
    private final String folder;
    private final Map<URI, Double> points = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();

    /// @param page the address of the page that holds the links
    LinkWeight(List<Target> targets, URI page) {
        this.targets = targets;
        this.folder = page.getPath().endsWith("/") ? page.getPath() : page.getPath() + "/";
        Map<String, Integer> below = below();
        for (Target target : targets) {
            double alone = alone(target, below);
            points.put(target.address(), alone);
            groups.computeIfAbsent(target.shape().pattern(), shape -> new Group())
                    .add(alone);
        }
    }

    /// The links to articles, in the order of the page.
    List<Target> articles() {
        double best = targets.stream().mapToDouble(this::together).max().orElse(0);
        double least = Math.max(ENOUGH, OF_THE_BEST * best);
        return targets.stream()
                .filter(target -> points.getOrDefault(target.address(), 0.0) > 0 && together(target) >= least)
                .toList();
    }

    private double together(Target target) {
        Group group = groups.getOrDefault(target.shape().pattern(), new Group());
        double repeated = group.size >= 4 ? 1.5 : group.size >= 2 ? 0.5 : 0;
        return (points.getOrDefault(target.address(), 0.0) + group.sum / Math.max(1, group.size)) / 2 + repeated;
    }

    private double alone(Target target, Map<String, Integer> below) {
        double weight = Wording.weight(target.title());
        double sum = weight >= 5 ? 2 : weight >= 3 ? 1 : weight >= 2 ? 0.5 : weight >= 1 ? -0.5 : -2;
        sum += target.shape().points();
        sum += target.inHeading() ? 2 : 0;
        sum += target.date() != null ? 2 : 0;
        sum += target.cardSaysMore() ? 0.5 : 0;
        sum += target.onlyInFrames() ? -4 : 0;
        sum += target.labelled() ? -4 : 0;
        String path = target.address().getPath();
        sum += folder.length() > 1 && path.startsWith(folder) ? 1 : 0;
        // A folder that others lie in is a section.
        sum += below.getOrDefault(path.endsWith("/") ? path : path + "/", 0) >= 2 ? -3 : 0;
        return sum;
    }

    /// How many links lie below each folder.
    private Map<String, Integer> below() {
        Map<String, Integer> below = new HashMap<>();
        for (Target target : targets) {
            String path = target.address().getPath();
            for (int slash = path.indexOf('/', 1);
                    slash > 0 && slash < path.length() - 1;
                    slash = path.indexOf('/', slash + 1)) {
                below.merge(path.substring(0, slash + 1), 1, Integer::sum);
            }
        }
        return below;
    }

    /// The points of the addresses of one shape.
    private static final class Group {

        private int size;
        private double sum;

        void add(double points) {
            size++;
            sum += points;
        }
    }
}
