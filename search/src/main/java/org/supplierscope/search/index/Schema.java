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
    /// Ids of the suppliers that an article is about.
    public static final String ABOUT = "about";
    /// Their names, analysed.
    public static final String ABOUT_NAME = "about-name";
    /// Names of unnamed groups, analysed.
    public static final String GROUP_NAME = "group-name";
    /// Stances of suppliers and groups, as enum names.
    public static final String STANCE = "stance";
    /// A supplier with its stance, by [#supplierStance].
    public static final String SUPPLIER_STANCE = "supplier-stance";
    /// Theme ids.
    public static final String THEME = "theme";
    /// Themes' names, analysed.
    public static final String THEME_NAME = "theme-name";
    /// Source id.
    public static final String SOURCE = "source";
    /// The source's name, analysed.
    public static final String SOURCE_NAME = "source-name";
    /// Language tag, in small letters.
    public static final String LANGUAGE = "language";
    /// Event time in milliseconds since 1970, as a point and for sorting.
    public static final String PUBLISHED = "published";
    /// Story id.
    public static final String STORY = "story";
    /// Id of the article whose text is copied; copies only.
    public static final String COPY_OF = "copy-of";
    /// What the page is, as an enum name; articles from before there were verdicts count as articles.
    public static final String VERDICT = "verdict";
    /// The whole insight as JSON, stored only.
    public static final String INSIGHT = "insight";

    /// Counts up with every change of fields or analysis: an index of another version is made anew.
    static final int VERSION = 4;

    private static final int SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Analyzer DOCUMENTS = new TextAnalyzer(true);
    private static final Analyzer QUERIES = new TextAnalyzer(false);

    private Schema() {}

    /// The term of a supplier with its stance.
    public static String supplierStance(String supplierId, Stance stance) {
        return supplierId + "|" + stance;
    }

    /// How the text of documents becomes terms.
    public static Analyzer analyzer() {
        return DOCUMENTS;
    }

    /// How the text of queries becomes terms: those of documents, without what only helps to be found.
    public static Analyzer queryAnalyzer() {
        return QUERIES;
    }

    /// Words of languages with spaces are lower-cased and lightly stemmed; Chinese, Japanese and Korean become
    /// pairs of neighbouring characters, traditional ones folded to simplified, so that 大立光 is found by
    /// either script. Documents keep each character as well, so that 光 alone is found.
    private static final class TextAnalyzer extends Analyzer {

        private final boolean documents;

        TextAnalyzer(boolean documents) {
            this.documents = documents;
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer source = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(new CJKWidthFilter(source)));
            TokenStream folded = new ICUTransformFilter(words, SIMPLIFIED);
            TokenStream pairs = documents
                    ? new CJKBigramFilter(folded, SCRIPTS, true)
                    : new PairPositions(new CJKBigramFilter(folded, SCRIPTS, false));
            return new TokenStreamComponents(source, new KStemFilter(pairs));
        }

        @Override
        protected TokenStream normalize(String fieldName, TokenStream in) {
            return new ICUTransformFilter(new LowerCaseFilter(new CJKWidthFilter(in)), SIMPLIFIED);
        }
    }
}
