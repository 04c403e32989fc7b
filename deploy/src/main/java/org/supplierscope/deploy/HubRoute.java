package org.supplierscope.deploy;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.websub.HubAnswer;
import org.supplierscope.ingest.websub.HubCallback;

/// Where hubs call this process: `/websub/TOKEN`. Closed, and answered with 404, unless the process crawls and
/// has a public address.
@Singleton
public class HubRoute {

    private static final Logger LOG = Logger.getLogger(HubRoute.class);

    /// A hub sends the feed along, which is not read; larger calls are refused, and polling finds the news.
    private static final long LARGEST_CALL = 1024 * 1024;

    private volatile @Nullable HubCallback callback;

    /// Lets hubs in.
    void open(HubCallback callback) {
        this.callback = callback;
    }

    void routes(@Observes Router router) {
        router.route("/websub/:token")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_CALL))
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext call) {
        HubCallback open = callback;
        String token = call.pathParam("token");
        HubAnswer answer;
        if (open == null || token == null) {
            answer = new HubAnswer(404, "");
        } else if (call.request().method().equals(HttpMethod.GET)) {
            Map<String, String> parameters = new HashMap<>();
            call.queryParams().forEach(parameter -> parameters.putIfAbsent(parameter.getKey(), parameter.getValue()));
            answer = answered(() -> open.verify(token, parameters));
        } else if (call.request().method().equals(HttpMethod.POST)) {
            byte[] body = call.body().buffer() == null
                    ? new byte[0]
                    : call.body().buffer().getBytes();
            answer = answered(() -> open.told(token, call.request().getHeader("X-Hub-Signature"), body));
        } else {
            answer = new HubAnswer(405, "");
        }
        call.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(answer.body());
    }

    /// A hub that gets 503 calls again.
    private static HubAnswer answered(java.util.function.Supplier<HubAnswer> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            LOG.warnf("A hub's call could not be answered: %s", e.getMessage());
            return new HubAnswer(503, "");
        }
    }
}
