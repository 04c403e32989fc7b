package org.supplierscope.deploy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of the house, held against every class of the product.
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.supplierscope");

    private static final String INGEST = "org.supplierscope.ingest..";
    private static final String ANALYSIS = "org.supplierscope.analysis..";
    private static final String SEARCH = "org.supplierscope.search..";
    private static final String DEPLOY = "org.supplierscope.deploy..";

    @Test
    void seesEveryStage() {
        assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
                .contains(
                        "org.supplierscope.ingest.extract",
                        "org.supplierscope.analysis.stance",
                        "org.supplierscope.search.query",
                        "org.supplierscope.deploy");
    }

    @Test
    void dependenciesPointUpstream() {
        noClasses()
                .that(resideInAPackage(INGEST))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ANALYSIS, SEARCH, DEPLOY))
                .check(PRODUCT);
        noClasses()
                .that(resideInAPackage(ANALYSIS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(SEARCH, DEPLOY))
                .check(PRODUCT);
        noClasses()
                .that(resideInAPackage(SEARCH))
                .should()
                .dependOnClassesThat(resideInAPackage(DEPLOY))
                .check(PRODUCT);
    }

    @Test
    void stagesSeeOnlyWhatTheOthersPublish() {
        noClasses()
                .that(resideInAnyPackage(ANALYSIS, SEARCH))
                .should()
                .dependOnClassesThat(resideInAPackage(INGEST)
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.supplierscope.ingest.published"))))
                .check(PRODUCT);
        noClasses()
                .that(resideInAPackage(SEARCH))
                .should()
                .dependOnClassesThat(resideInAPackage(ANALYSIS)
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.supplierscope.analysis.published"))))
                .check(PRODUCT);
    }

    @Test
    void publishedLanguageNeedsLittle() {
        classes()
                .that(resideInAPackage("org.supplierscope.*.published"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "org.apache.kafka.common..",
                        "org.apache.kafka.clients.admin..",
                        "org.supplierscope.*.published"))
                .check(PRODUCT);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(
                        "org.supplierscope.ingest.feed..",
                        "org.supplierscope.ingest.html..",
                        "org.supplierscope.ingest.hub..",
                        "org.supplierscope.ingest.opml..",
                        "org.supplierscope.ingest.sitemap..",
                        "org.supplierscope.ingest.extract..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.jsoup.."))
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(ANALYSIS)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.streams.."))
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(SEARCH)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAPackage("org.supplierscope.search.web..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAPackage("org.supplierscope.ingest.fetch..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.hc.."))
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAPackage("org.supplierscope.analysis.embedding..")))
                .should()
                .dependOnClassesThat(resideInAPackage("ai.onnxruntime.."))
                .check(PRODUCT);
    }

    @Test
    void extractionTouchesNoNetworkAndNoClock() {
        noClasses()
                .that(resideInAPackage("org.supplierscope.ingest.extract.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc.."))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(PRODUCT);
    }

    /// A language model is asked by a person at the command line, never by what runs by itself.
    @Test
    void onlyCommandsAskAModel() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(
                                "org.supplierscope.analysis.opinion..",
                                "org.supplierscope.deploy.opinion..",
                                "org.supplierscope.deploy.command.."))
                        .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are not the settings",
                                type -> !type.getFullName().startsWith(SupplierscopeConfig.class.getName()))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.supplierscope.analysis.opinion..", "org.supplierscope.deploy.opinion.."))
                .check(PRODUCT);
        noClasses()
                .that(resideInAPackage(ANALYSIS))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net.."))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCircles() {
        slices().matching("org.supplierscope.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(jakarta.inject.Inject.class).check(PRODUCT);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
                .as("only the console filter, whose interface Java gives, and what silences a library's log touch"
                        + " java.util.logging")
                .check(PRODUCT.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "all but these two",
                        type -> !List.of("ConsoleFilter", "WireLog").contains(type.getSimpleName()))));
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are not the clock's producer",
                        type -> !type.getSimpleName().equals("SystemClock")))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(PRODUCT);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|DTO|Dto)$")
                .check(PRODUCT.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "written by us", type -> !type.getFullName().contains("$$"))));
    }
}
