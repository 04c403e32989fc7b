package org.supplierscope.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.catalogue.Catalogue;

class ThemeFinderTest {

    private static final MentionFinder FINDER = MentionFinder.ofThemes(Catalogue.shipped());

    private static List<String> themes(String text) {
        return FINDER.find(new FoldedText(text)).stream()
                .map(Mention::supplier)
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    The firm bets on co-packaged optics.                  | co-packaged-optics
                    Switches with CPO need an external light source.      | co-packaged-optics external-light-source
                    CPO prices rose on the Kuala Lumpur exchange.         |
                    Malaysian CPO closed higher.                          |
                    The CPO of the bank resigned.                         |
                    共同封裝光學與矽光子是今年主題                            | co-packaged-optics silicon-photonics
                    CPO帶動光通訊族群                                       | co-packaged-optics
                    硅光和光模块需求旺盛                                     | silicon-photonics pluggable-modules
                    シリコンフォトニクスと光トランシーバーの需要               | silicon-photonics pluggable-modules
                    Die Siliziumphotonik braucht Laser.                   | silicon-photonics
                    A light source on the desk was broken.                |
                    800G optical transceivers sell well.                  | pluggable-modules
                    The radio transceiver of the ship failed.             |
                    手機鏡頭規格升級，潛望式鏡頭放量                          | phone-lenses
                    Periscope lenses spread to cheaper phones.            | phone-lenses
                    The photographer owns three camera lenses.            |
                    Camera modules of smartphones grow.                   | phone-lenses
                    AR眼鏡採用光波導                                        | ar-vr-optics
                    車載鏡頭出貨成長                                        | automotive-lenses
                    VCSELs for sensing were sampled.                      | vcsel
                    磷化銦基板缺貨                                          | inp-lasers
                    InP wafers are short.                                 | inp-lasers
                    The inp file was not found.                           |
                    Save the mail as an EML file.                         |
                    Thin-film lithium niobate modulators (TFLN) arrive.   | thin-film-lithium-niobate
                    HBM3E と先端パッケージの投資                             | high-bandwidth-memory advanced-packaging
                    SK hynix sells HBM4.                                  | high-bandwidth-memory
                    被動元件漲價，積層陶瓷電容缺貨                            | mlcc
                    CoWoS capacity doubles.                               | advanced-packaging
                    He drove a coupe.                                     |
                    ABF載板供不應求                                         | abf-substrates
                    SiC und Galliumnitrid für Autos                       | power-semiconductors
                    The report [sic] was late.                            |
                    Gan resigned as chairman.                             |
                    LFP cells get cheaper.                                | ev-batteries
                    Der Zulieferer fertigt Batteriezellen.                | ev-batteries
                    Micro LED 與面板廠合作                                  | micro-led display-panels
                    激光雷达上车                                            | lidar
                    人形機器人題材發酵                                       | robots
                    銀行推出聊天機器人                                       |
                    Optical circuit switches (OCS) join AI clusters.      | optical-circuit-switches ai-servers
                    仮面ライダーの映画                                       |
                    Active electrical cables (AEC) use copper.            | copper-interconnect
                    白牌交換器出貨                                          | data-center-switches
                    Probe cards and test sockets grow.                    | probe-and-test
                    Low-earth-orbit satellites need antennas.             | low-earth-orbit-satellites
                    The audio DAC chip is quiet.                          |
                    Coherent optics reach the campus.                     | coherent-optics
                    光纖陣列單元（FAU）送樣                                  | fiber-array-units
                    """)
    void findsThemesAndNotWhatOnlySoundsLikeThem(String text, String expected) {
        assertThat(String.join(" ", themes(text))).isEqualTo(expected == null ? "" : expected);
    }
}
