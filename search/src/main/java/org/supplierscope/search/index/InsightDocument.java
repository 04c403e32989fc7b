package org.supplierscope.search.index;

import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.PageVerdict;

/// An insight as a Lucene document, and back.
public final class InsightDocument {

    private InsightDocument() {}

    /// The document of an insight.
    public static Document of(Insight insight) {
        var article = insight.article();
        var document = new Document();
        document.add(new StringField(Schema.ID, article.id(), Field.Store.NO));
        document.add(new TextField(Schema.TITLE, article.title(), Field.Store.NO));
        document.add(new TextField(Schema.TEXT, article.text(), Field.Store.NO));
        document.add(new StringField(Schema.SOURCE, article.sourceId(), Field.Store.NO));
        document.add(new TextField(Schema.SOURCE_NAME, article.source(), Field.Store.NO));
        document.add(new StringField(Schema.STORY, insight.story(), Field.Store.NO));
        PageVerdict verdict = article.verdict() == null ? PageVerdict.ARTICLE : article.verdict();
        document.add(new StringField(Schema.VERDICT, verdict.name(), Field.Store.NO));
        if (article.language() != null) {
            document.add(new StringField(Schema.LANGUAGE, article.language().toLowerCase(Locale.ROOT), Field.Store.NO));
        }
        long time = article.eventTime().toEpochMilli();
        document.add(new LongPoint(Schema.PUBLISHED, time));
        document.add(new NumericDocValuesField(Schema.PUBLISHED, time));
        insight.suppliers().forEach(supplier -> add(document, supplier));
        insight.groups().forEach(group -> add(document, group));
        insight.themes().forEach(theme -> add(document, theme));
        if (insight.copyOf() != null) {
            document.add(new StringField(Schema.COPY_OF, insight.copyOf(), Field.Store.NO));
            document.add(new SortedDocValuesField(Schema.COPY_OF, new BytesRef(insight.copyOf())));
        }
        byte[] json = AnalysisTopics.INSIGHTS.value().serializer().serialize("", insight);
        document.add(new StoredField(Schema.INSIGHT, json));
        return document;
    }

    private static void add(Document document, SupplierStance supplier) {
        document.add(new StringField(Schema.SUPPLIER, supplier.supplier(), Field.Store.NO));
        document.add(new TextField(Schema.SUPPLIER_NAME, supplier.name(), Field.Store.NO));
        document.add(new StringField(Schema.STANCE, supplier.stance().name(), Field.Store.NO));
        String both = Schema.supplierStance(supplier.supplier(), supplier.stance());
        document.add(new StringField(Schema.SUPPLIER_STANCE, both, Field.Store.NO));
        // For counting: the name travels along, so that a list of filters needs no catalogue.
        document.add(new SortedSetDocValuesField(
                Schema.SUPPLIER, new BytesRef(supplier.supplier() + "\t" + supplier.name())));
        document.add(new SortedSetDocValuesField(
                Schema.STANCE, new BytesRef(supplier.stance().name())));
        if (supplier.about()) {
            document.add(new StringField(Schema.ABOUT, supplier.supplier(), Field.Store.NO));
            document.add(new TextField(Schema.ABOUT_NAME, supplier.name(), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Schema.ABOUT, new BytesRef(supplier.supplier())));
        }
    }

    private static void add(Document document, NamedTheme theme) {
        document.add(new StringField(Schema.THEME, theme.theme(), Field.Store.NO));
        document.add(new TextField(Schema.THEME_NAME, theme.name(), Field.Store.NO));
        document.add(new SortedSetDocValuesField(Schema.THEME, new BytesRef(theme.theme() + "\t" + theme.name())));
    }

    private static void add(Document document, GroupStance group) {
        document.add(new TextField(Schema.GROUP_NAME, group.name(), Field.Store.NO));
        document.add(new StringField(Schema.STANCE, group.stance().name(), Field.Store.NO));
        document.add(new SortedSetDocValuesField(
                Schema.STANCE, new BytesRef(group.stance().name())));
    }

    /// The insight that a document was made of.
    public static Insight insight(Document document) {
        BytesRef json = document.getBinaryValue(Schema.INSIGHT);
        byte[] bytes = BytesRef.deepCopyOf(json).bytes;
        return AnalysisTopics.INSIGHTS.value().deserializer().deserialize("", bytes);
    }
}
