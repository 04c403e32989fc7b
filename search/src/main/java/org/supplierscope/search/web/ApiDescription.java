package org.supplierscope.search.web;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Completes the OpenAPI document of the API when the program is built, from what the code says
/// already: which fields of an answer may be null, and that every error is a [Problem].
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    // Several packages may have a record of one name.
    private final Map<String, List<ClassInfo>> records;

    /// @param classes of the program
    public ApiDescription(IndexView classes) {
        records = classes.getKnownClasses().stream()
                .filter(each -> each.isRecord() && each.name().toString().startsWith("org.supplierscope."))
                .collect(groupingBy(ApiDescription::schemaName));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        APIResponse problem = requireNonNull(api.getComponents().getResponses().get(Problem.NAME), Problem.NAME);
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(operation -> answer(operation, problem)));
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && schema.getRequired() == null) {
                Set<String> fields = schema.getProperties().keySet();
                records.getOrDefault(name, List.of()).stream()
                        .filter(made -> fields.equals(fields(made)))
                        .findFirst()
                        .ifPresent(made -> complete(schema, made));
            }
        });
    }

    /// Every error is a problem; and whatever is asked, the service may still be starting.
    private static void answer(Operation operation, APIResponse problem) {
        operation
                .getResponses()
                .addAPIResponse(
                        "503", OASFactory.createAPIResponse().description("The service is starting; try again."));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                answer.setContent(problem.getContent());
            }
        });
    }

    /// What is written is written whole: each field is there, though some may be null.
    private static void complete(Schema schema, ClassInfo made) {
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        for (RecordComponentInfo component : made.recordComponents()) {
            if (component.type().hasAnnotation(NULLABLE)) {
                properties.computeIfPresent(component.name(), (_, property) -> orNull(property));
            }
        }
        schema.setProperties(properties);
        schema.setRequired(List.copyOf(properties.keySet()));
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            return OASFactory.createSchema().anyOf(List.of(property, nothing));
        }
        List<SchemaType> types = new ArrayList<>(property.getType());
        if (!types.contains(SchemaType.NULL)) {
            types.add(SchemaType.NULL);
        }
        return property.type(types);
    }

    private static Set<String> fields(ClassInfo made) {
        return made.recordComponents().stream().map(RecordComponentInfo::name).collect(toSet());
    }

    private static String schemaName(ClassInfo made) {
        AnnotationInstance named = made.declaredAnnotation(SCHEMA);
        return named == null || named.value("name") == null
                ? made.simpleName()
                : named.value("name").asString();
    }
}
