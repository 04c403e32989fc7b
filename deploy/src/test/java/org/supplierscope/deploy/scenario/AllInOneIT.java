package org.supplierscope.deploy.scenario;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scenario with every role, the broker and the database in one process: `supplierscope demo`.
class AllInOneIT extends NewsroomScenario {

    @TempDir
    private static Path temp;

    private RunningService service;
    private Api api;

    @BeforeAll
    void start() throws Exception {
        service = RunningService.start(
                temp.resolve("demo.txt"),
                "demo",
                "--port",
                "0",
                "--data",
                temp.resolve("data").toString());
        api = new Api(service.awaitReady());
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    @Override
    Api api() {
        return api;
    }

    @Override
    int weeks() throws IOException {
        var kept = new Properties();
        try (Reader file = Files.newBufferedReader(temp.resolve("data/newsroom.properties"))) {
            kept.load(file);
        }
        return Integer.parseInt(kept.getProperty("calendar-weeks"));
    }

    @Test
    void tellsAShiftWithItsEvidenceOnceAndShowsIt() throws Exception {
        allArticles(api);

        JsonNode shift = Waiting.until(PROMISED, "a shift of SK Hynix", () -> {
            JsonNode told = api.json("/api/v1/shifts?supplier=sk-hynix").path("shifts");
            for (JsonNode each : told) {
                if (each.path("theme").isNull()) {
                    return each;
                }
            }
            return null;
        });

        assertThat(shift.path("to").asText()).isEqualTo("BREADTH");
        assertThat(shift.path("before")).isNotEmpty();
        assertThat(shift.path("after")).isNotEmpty();
        assertThat(Duration.between(
                        Instant.parse(shift.path("detected").asText()),
                        Clock.systemUTC().instant()))
                .isLessThan(Duration.ofDays(45));
        JsonNode all = api.json("/api/v1/shifts?revoked=true").path("shifts");
        assertThat(texts(all, "id")).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(each -> assertThat(each.path("revoked").asBoolean()).isFalse());
        assertThat(api.get("/shifts").body())
                .contains("SK Hynix", shift.path("after").get(0).path("source").asText());
        assertThat(api.get("/suppliers/sk-hynix").body()).contains("Turns");
    }

    @Test
    void isReadyByItsHealthCheck() throws Exception {
        assertThat(api.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void describesEveryRouteOfItsApiAndNothingElse() throws Exception {
        ApiDocument document = ApiDocument.of(api);

        assertThat(document.described()).isEqualTo(ApiDocument.served()).hasSizeGreaterThan(8);
        assertThat(document.json().findValuesAsText("operationId"))
                .hasSameSizeAs(document.described())
                .doesNotHaveDuplicates();
    }

    @Test
    void describesNoTypeThatIsNotOfItsApi() throws Exception {
        ApiDocument document = ApiDocument.of(api);

        assertThat(document.json().path("components").path("schemas").fieldNames())
                .toIterable()
                .contains("Hit", "Problem")
                .allSatisfy(name -> assertThat(document.used()).contains(name));
    }

    @Test
    void answersAsItDescribes() throws Exception {
        ApiDocument document = ApiDocument.of(api);
        String article = allArticles(api).get(0).path("id").asText();
        Waiting.until(Duration.ofSeconds(90), "a course over time", () -> {
            int status = api.get("/api/v1/suppliers/micron/strategy").statusCode();
            return status == 200 ? status : null;
        });

        Map<String, String> routes = Map.ofEntries(
                entry("/api/v1/articles?limit=1000", "/api/v1/articles"),
                entry("/api/v1/articles?q=%28", "/api/v1/articles"),
                entry("/api/v1/articles/" + article, "/api/v1/articles/{id}"),
                entry("/api/v1/articles/none", "/api/v1/articles/{id}"),
                entry("/api/v1/dead-letters", "/api/v1/dead-letters"),
                entry("/api/v1/shifts?revoked=true", "/api/v1/shifts"),
                entry("/api/v1/shifts?limit=-1", "/api/v1/shifts"),
                entry("/api/v1/source-refusals", "/api/v1/source-refusals"),
                entry("/api/v1/sources", "/api/v1/sources"),
                entry("/api/v1/sources/lens-week", "/api/v1/sources/{id}"),
                entry("/api/v1/sources/none", "/api/v1/sources/{id}"),
                entry("/api/v1/suppliers/micron/strategy", "/api/v1/suppliers/{id}/strategy"),
                entry("/api/v1/suppliers/none/strategy", "/api/v1/suppliers/{id}/strategy"));

        assertThat(document.described().stream().filter(route -> route.startsWith("get ")))
                .as("each is asked")
                .allSatisfy(route -> assertThat(routes).containsValue(route.substring("get ".length())));
        for (Map.Entry<String, String> route : routes.entrySet()) {
            int status = api.get(route.getKey()).statusCode();
            assertThat(document.misfits(document.answer(route.getValue(), status), api.json(route.getKey())))
                    .as("%s, %d", route.getKey(), status)
                    .isEmpty();
        }
    }

    @Test
    void letsABrowserRunNothing() throws Exception {
        assertThat(api.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(api.get("/").body()).doesNotContain("<script");
    }

    @Test
    void escapesWhatTheReaderTyped() throws Exception {
        String page = api.get("/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
}
