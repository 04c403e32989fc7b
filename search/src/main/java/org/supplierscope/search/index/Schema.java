package org.supplierscope.search.index;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.supplierscope.analysis.published.Stance;

/// Every field of the index, and how text becomes terms.
public final class Schema {

    /// Article id; one document each.
    public static final String ID = "id";
    /// Title, analysed.
    public static final String TITLE = "title";
    /// Body, analysed.
    public static final String TEXT = "text";
    /// Supplier ids.
    public static final String SUPPLIER = "supplier";
    /// Suppliers' names, analysed.
    public static final String SUPPLIER_NAME = "supplier-name";
    /// Names of unnamed groups, analysed.
    public static final String GROUP_NAME = "group-name";
    /// Stances of suppliers and groups, as enum names.
    public static final String STANCE = "stance";
    /// A supplier with its stance, by [#supplierStance].
    public static final String SUPPLIER_STANCE = "supplier-stance";
    /// Source id.
    public static final String SOURCE = "source";
    /// The source's name, analysed.
    public static final String SOURCE_NAME = "source-name";
    /// Language tag.
    public static final String LANGUAGE = "language";
    /// Event time in milliseconds since 1970, as a point and for sorting.
    public static final String PUBLISHED = "published";
    /// Story id.
    public static final String STORY = "story";
    /// The whole insight as JSON, stored only.
    public static final String INSIGHT = "insight";

    /// Counts up with every change of fields or analysis: an index of another version is made anew.
    static final int VERSION = 1;

    private static final Analyzer ANALYZER = new TextAnalyzer();

    private Schema() {}

    /// The term of a supplier with its stance.
    public static String supplierStance(String supplierId, Stance stance) {
        return supplierId + "|" + stance;
    }

    /// How text becomes terms, in documents and queries alike.
    public static Analyzer analyzer() {
        return ANALYZER;
    }

    /// Words of languages with spaces are lower-cased and lightly stemmed; Chinese, Japanese and Korean become
    /// pairs of
    /// neighbouring characters, traditional ones folded to simplified, so that 大立光 is found by either script.
    private static final class TextAnalyzer extends Analyzer {

        private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer source = new StandardTokenizer();
            TokenStream terms = new LowerCaseFilter(new EnglishPossessiveFilter(new CJKWidthFilter(source)));
            return new TokenStreamComponents(
                    source, new KStemFilter(new CJKBigramFilter(new ICUTransformFilter(terms, simplified))));
        }

        @Override
        protected TokenStream normalize(String fieldName, TokenStream in) {
            return new ICUTransformFilter(new LowerCaseFilter(new CJKWidthFilter(in)), simplified);
        }
    }
}
