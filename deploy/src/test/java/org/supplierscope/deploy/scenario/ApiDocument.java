package org.supplierscope.deploy.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The OpenAPI document of a running service, to be held against its code and its answers.
///
/// @param json the whole of it
record ApiDocument(JsonNode json) {

    private static final String REFERENCE = "#/components/schemas/";

    static ApiDocument of(Api api) throws IOException, InterruptedException {
        return new ApiDocument(api.json("/api/v1/openapi.json"));
    }

    /// What it describes, each as `get /api/v1/articles`.
    Set<String> described() {
        Set<String> routes = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : json.path("paths").properties()) {
            path.getValue().properties().forEach(method -> routes.add(method.getKey() + " " + path.getKey()));
        }
        return routes;
    }

    /// What the code answers below `/api/v1/`, each as `get /api/v1/articles`.
    static Set<String> served() {
        Set<String> routes = new TreeSet<>();
        for (var found : new ClassFileImporter().importPackages("org.supplierscope.search.web")) {
            if (found.isAnnotatedWith(Path.class)) {
                Class<?> resource = found.reflect();
                String root = resource.getAnnotation(Path.class).value();
                for (Method method : resource.getMethods()) {
                    methods(method).forEach(http -> routes.add(http + " " + route(root, method)));
                }
            }
        }
        routes.removeIf(route -> !route.contains(" /api/v1/"));
        return routes;
    }

    private static Stream<String> methods(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toLowerCase(Locale.ROOT));
    }

    private static String route(String root, Method method) {
        Path below = method.getAnnotation(Path.class);
        return below == null ? root : root + "/" + below.value();
    }

    /// Names of the schemas that its routes lead to.
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        use(json.path("paths"), used);
        return used;
    }

    private void use(JsonNode node, Set<String> used) {
        for (JsonNode reference : node.findValues("$ref")) {
            String name = reference.asText().substring(REFERENCE.length());
            if (used.add(name)) {
                use(json.path("components").path("schemas").path(name), used);
            }
        }
    }

    /// The schema of an answer of `get`.
    JsonNode answer(String path, int status) {
        JsonNode content = json.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path(Integer.toString(status))
                .path("content");
        return content.path(status < 400 ? "application/json" : "application/problem+json")
                .path("schema");
    }

    /// What in a value is not as its schema says, each with its place; empty when all is.
    List<String> misfits(JsonNode schema, JsonNode value) {
        List<String> misfits = new ArrayList<>();
        check(schema, value, "", misfits);
        return misfits;
    }

    private void check(JsonNode schema, JsonNode value, String place, List<String> misfits) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().substring(REFERENCE.length());
            check(json.path("components").path("schemas").path(name), value, place, misfits);
        } else if (schema.has("anyOf")) {
            for (JsonNode each : schema.path("anyOf")) {
                if (misfits(each, value).isEmpty()) {
                    return;
                }
            }
            misfits.add(place + " is none of what it may be: " + value);
        } else if (!types(schema).contains(type(value))) {
            misfits.add(place + " is " + type(value) + ", not " + types(schema));
        } else if (schema.has("enum") && !texts(schema.path("enum")).contains(value.asText())) {
            misfits.add(place + " is " + value + ", not one of " + schema.path("enum"));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), place + "/" + i, misfits);
            }
        } else if (value.isObject()) {
            checkFields(schema, value, place, misfits);
        }
    }

    private void checkFields(JsonNode schema, JsonNode value, String place, List<String> misfits) {
        for (String required : texts(schema.path("required"))) {
            if (!value.has(required)) {
                misfits.add(place + " lacks " + required);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            JsonNode property = schema.path("properties").get(name);
            JsonNode described = property == null ? schema.get("additionalProperties") : property;
            if (described == null) {
                misfits.add(place + " has " + name + ", which is not described");
            } else {
                check(described, field.getValue(), place + "/" + name, misfits);
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = type.isArray() ? texts(type) : List.of(type.asText());
        return types.contains("number")
                ? Stream.concat(types.stream(), Stream.of("integer")).toList()
                : types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "null";
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
