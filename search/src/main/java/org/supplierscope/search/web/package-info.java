/// HTTP in and out: pages and REST. Start at [org.supplierscope.search.web.ArticlesResource] for the API and
/// [org.supplierscope.search.web.PagesResource] for the pages.
///
/// Nothing is decided here that another way in would need as well.
@NullMarked
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Supplierscope",
                        version = "1",
                        description = "Articles about suppliers, and the course that they tell of each. Within a"
                                + " version, fields and parameters are only ever added."),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = Problem.NAME,
                                        description = "What is wrong and what to do.",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.class)))))
package org.supplierscope.search.web;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
