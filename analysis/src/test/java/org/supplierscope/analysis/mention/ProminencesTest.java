package org.supplierscope.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.Prominence;

class ProminencesTest {

    private static final MentionFinder FINDER = MentionFinder.ofSuppliers(Catalogue.shipped());

    /// A title, the body, and the suppliers that the article is about in the order of their ids;
    /// the others that it names are only named.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Largan adds lines | Largan Precision builds a plant. Apple and Nvidia are customers of many. | largan-precision
                    Fab news of the week | Lumentum closed a deal. The firm also sells to customers like Nvidia. | lumentum
                    Lumentum and Coherent fight for lasers | Lumentum doubles output. Coherent follows with a fab in Texas. | coherent-corp lumentum
                    Optics stocks rise | Shares of Lumentum, Coherent, Broadcom and Marvell rose. Corning said glass is short. | corning
                    Chip gear in demand | Besi ships bonders. It competes with rivals such as Keysight. | besi
                    A note on lenses | The broker likes Largan. | largan-precision
                    GlobalFoundries buys a foundry in Singapore | GlobalFoundries takes over a firm. Its rival TSMC did not comment. | globalfoundries
                    大立光擴產 | 大立光將建新廠。大立光指出，客戶需求強勁，客戶包括台積電。 | largan-precision
                    光通訊族群上漲 | 聯亞、華星光、上詮、波若威股價走揚。眾達表示訂單滿載。 | pcl-technologies
                    台積電與日月光合作 | 台積電推進矽光子。日月光負責封裝。輝達是第一個使用者。 | ase-technology-holding tsmc
                    Largan baut aus | Largan baut ein Werk. Kunden wie Nvidia warten. | largan-precision
                    ルメンタムが増産 | ルメンタムは工場を増やす。取引先エヌビディアが待つ。 | lumentum
                    A quiet day | Nothing happened. |
                    """)
    void tellsWhatATextIsAboutFromWhatItOnlyNames(String title, String body, String expected) {
        var text = new FoldedText(title + "\n" + body);

        Map<String, Prominence> prominences = Prominences.of(text, title.length(), FINDER.find(text));

        String subjects = prominences.entrySet().stream()
                .filter(entry -> entry.getValue() == Prominence.SUBJECT)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(subjects).isEqualTo(expected == null ? "" : expected);
    }
}
