package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.supplierscope.deploy.newsroom.Newsroom;

/// The main job, from the sites to the answers, over real HTTP and a real broker. How the roles are spread over
/// processes is for the classes below to say; what comes out must be the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NewsroomScenario {

    /// The promise to a person who has just typed the command.
    static final Duration PROMISED = Duration.ofSeconds(90);

    static final String SEED = "Light at the package edge: two playbooks for the optics beside the chip";

    /// The running product.
    abstract Api api();

    /// By how many weeks the newsroom's dates are moved.
    abstract int weeks() throws IOException;

    @Test
    void findsEveryArticleOnce() throws Exception {
        JsonNode all = allArticles(api());

        assertThat(ids(all)).hasSize(Newsroom.size());
        assertThat(new HashSet<>(texts(all, "url"))).hasSize(Newsroom.size());
    }

    @Test
    void findsTheSeedArticleByItsTitleWithItsTwoGroupsAndTheirEvidence() throws Exception {
        allArticles(api());

        JsonNode found = api().search("title:\"" + SEED + "\"");

        assertThat(found.path("total").asInt()).isEqualTo(1);
        JsonNode hit = found.path("hits").get(0);
        assertThat(hit.path("title").asText()).isEqualTo(SEED);
        assertThat(hit.path("suppliers")).isEmpty();
        assertThat(texts(hit.path("groups"), "stance")).containsExactlyInAnyOrder("PRECISION", "BREADTH");
        String text = api().get("/articles/" + hit.path("id").asText()).body();
        for (JsonNode group : hit.path("groups")) {
            assertThat(group.path("name").asText()).containsAnyOf("lens giants", "industry players");
            assertThat(group.path("evidence")).isNotEmpty();
        }
        assertThat(text)
                .contains("class=\"precision\"", "class=\"breadth\"")
                .doesNotContain("Log in or register", "Be the first to comment", "Comments (0)", "dates are moved");
    }

    @Test
    void findsAChineseArticleByEitherScript() throws Exception {
        allArticles(api());

        List<String> traditional = ids(api().search("大立光"));

        assertThat(traditional).isNotEmpty();
        assertThat(ids(api().search("supplier:largan-precision"))).containsAll(traditional);
        assertThat(ids(api().search("聯亞"))).isEqualTo(ids(api().search("联亚"))).isNotEmpty();
    }

    @Test
    void putsCopiesOfOnePressReleaseIntoOneStory() throws Exception {
        allArticles(api());

        LocalDate day = LocalDate.parse("2025-10-27").plusWeeks(weeks());
        JsonNode copies = api().search("\"Sugar Land\" AND published:" + day + ".." + day.plusDays(3));

        Set<String> stories = new HashSet<>(texts(copies.path("hits"), "story"));
        Set<String> sources = new HashSet<>(texts(copies.path("hits"), "source"));
        assertThat(sources).contains("Harbour Daily", "Photon Post", "Stack Radar");
        assertThat(stories).hasSizeLessThan(copies.path("total").asInt());
    }

    @Test
    void keepsThePublishersOwnTimeZone() throws Exception {
        allArticles(api());

        JsonNode hit = api().search("title:\"" + SEED + "\"").path("hits").get(0);

        OffsetDateTime written = OffsetDateTime.parse("2026-05-19T09:00:00+02:00");
        assertThat(OffsetDateTime.parse(hit.path("published").asText())).isEqualTo(written.plusWeeks(weeks()));
    }

    @Test
    void tellsOfEverySourceThatItWasHeard() throws Exception {
        allArticles(api());

        JsonNode sources = api().json("/api/v1/sources");

        assertThat(sources).hasSize(5).allSatisfy(source -> {
            assertThat(source.path("error").isNull()).isTrue();
            assertThat(source.path("lastSuccess").asText()).isNotEmpty();
            assertThat(source.path("articles").asInt()).isPositive();
        });
    }

    @Test
    void tellsASuppliersCourseOverTimeWithItsUncertainty() throws Exception {
        allArticles(api());

        JsonNode course = Waiting.until(PROMISED, "a course over time", () -> {
            JsonNode answer = api().json("/api/v1/suppliers/largan-precision/strategy");
            return answer.path("months").isEmpty() ? null : answer;
        });

        JsonNode last = course.path("months").get(course.path("months").size() - 1);
        assertThat(last.path("month").asText()).matches("\\d{4}-\\d{2}");
        assertThat(last.path("stories").asInt()).isPositive();
        assertThat(last.path("low").asDouble()).isLessThan(last.path("high").asDouble());
        assertThat(api().get("/suppliers/largan-precision").body())
                .contains(
                        "Course over time",
                        "<td><time datetime=\"" + last.path("month").asText());
    }

    @Test
    void answersAWrongQuestionAboutCoursesWithAProblem() throws Exception {
        HttpResponse<String> since = api().get("/api/v1/shifts?since=yesterday");
        HttpResponse<String> nobody = api().get("/api/v1/suppliers/nobody/strategy");

        assertThat(since.statusCode()).isEqualTo(400);
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(List.of(since, nobody))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json"));
        assertThat(api().get("/suppliers/nobody").statusCode()).isEqualTo(404);
        assertThat(api().get("/shifts?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(api().get("/shifts").statusCode()).isEqualTo(200);
    }

    @Test
    void answersABadQueryWithAProblemThatNamesThePlace() throws Exception {
        HttpResponse<String> answer = api().get("/api/v1/articles?q=%22never%20closed");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("never closed", "\"position\":1");
    }

    @Test
    void saysWhatIsWrongAlsoWhereNothingAnswers() throws Exception {
        HttpResponse<String> nowhere = api().get("/api/v1/nowhere");
        HttpResponse<String> broken = api().post("/api/v1/sources", "{\"address\":");

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(List.of(nowhere, broken)).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"detail\"");
        });
    }

    static JsonNode allArticles(Api api) throws IOException, InterruptedException {
        return Waiting.until(PROMISED, "every article of the newsroom", () -> {
                    JsonNode answer = api.search("*");
                    return answer.path("total").asInt() >= Newsroom.size() ? answer : null;
                })
                .path("hits");
    }

    static List<String> ids(JsonNode answer) {
        return texts(answer.isArray() ? answer : answer.path("hits"), "id");
    }

    static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.path(field).asText()));
        return texts;
    }
}
