package org.supplierscope.analysis.catalogue;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// The nodes of a YAML file. Nothing is constructed of them, so no tag of the file can do
/// anything, and none stands in two places, so that a small file stays small.
final class YamlTree {

    private static final String QUOTE =
            "; lines are indented by spaces, and a text with one of : # @ * & ! [ { in it" + " needs quotes";

    private static final int LONGEST_PROBLEM = 200;

    private final CatalogueFile file;
    private final Mistakes mistakes;
    private final Yaml yaml;

    private YamlTree(CatalogueFile file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        this.yaml = new Yaml(new SafeConstructor(options));
    }

    /// The root, or null when the file says nothing (only comments) or cannot be used, which is
    /// then among the mistakes.
    static @Nullable Node root(CatalogueFile file, Mistakes mistakes) {
        var tree = new YamlTree(file, mistakes);
        try {
            Node root = tree.yaml.compose(new StringReader(file.text()));
            return tree.hasAlias() ? null : root;
        } catch (MarkedYAMLException e) {
            if (!(e instanceof ComposerException) || !tree.hasAlias()) {
                tree.mistake(e.getProblemMark(), problem(e));
            }
        } catch (ReaderException e) {
            tree.unreadable();
        } catch (YAMLException e) {
            tree.mistake(1, "not YAML that a catalogue needs: " + e.getMessage());
        } catch (StackOverflowError e) {
            tree.mistake(1, "not YAML that a catalogue needs: it is nested too deeply");
        }
        return null;
    }

    private static String problem(MarkedYAMLException e) {
        return e.getProblem().startsWith("but found another document")
                ? "a second document begins here; take out the line '---', or move it to a file of its own"
                : "not YAML here: " + Writing.quoted(e.getProblem(), LONGEST_PROBLEM) + QUOTE;
    }

    private boolean hasAlias() {
        if (file.text().indexOf('*') < 0) {
            return false;
        }
        for (Event event : yaml.parse(new StringReader(file.text()))) {
            if (event instanceof AliasEvent alias) {
                mistake(
                        alias.getStartMark(),
                        "*" + Writing.quoted(alias.getAnchor()) + ": a reference to another place (YAML calls it an"
                                + " alias) is not read here; write out what is meant, or put it in quotes if it is a text");
                return true;
            }
        }
        return false;
    }

    private void unreadable() {
        int line = 1;
        int point = 0;
        for (int at = 0; at < file.text().length(); at += Character.charCount(point)) {
            point = file.text().codePointAt(at);
            if (!StreamReader.isPrintable(point)) {
                break;
            }
            line += point == '\n' ? 1 : 0;
        }
        mistake(
                line,
                String.format(
                        "holds a character that is no text (U+%04X); save the file as text in UTF-8, or delete it",
                        point));
    }

    private void mistake(@Nullable Mark mark, String what) {
        mistake(mark == null ? 1 : mark.getLine() + 1, what);
    }

    private void mistake(int line, String what) {
        mistakes.add(new Place(file.name(), line, file.shipped()).mistake(what));
    }
}
