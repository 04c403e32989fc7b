package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

    @Test
    void isReadyByItsHealthCheck() throws Exception {
        assertThat(api.get("/q/health/ready").statusCode()).isEqualTo(200);
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
