package org.supplierscope.analysis.catalogue;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// The nodes of a YAML file. Nothing is constructed of them, so no tag of the file can do
/// anything.
final class YamlTree {

    private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

    private YamlTree() {}

    /// The root, or null when the file says nothing (only comments) or is not YAML, which is then
    /// among the mistakes.
    static @Nullable Node root(CatalogueFile file, List<Mistake> mistakes) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(file.text()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            mistakes.add(new Mistake(
                    file.name(), mark == null ? 1 : mark.getLine() + 1, "not YAML here: " + e.getProblem()));
        } catch (YAMLException e) {
            mistakes.add(new Mistake(file.name(), 1, "not YAML: " + e.getMessage()));
        } catch (StackOverflowError e) {
            mistakes.add(new Mistake(file.name(), 1, "not YAML that a catalogue needs: it is nested too deeply"));
        }
        return null;
    }
}
