package dev.jackstaff.api.openapi;

import dev.jackstaff.api.HubApplication;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The filter that completes the hub's OpenAPI document while it is generated: unique operation ids, the schemas of all
 * records, what each operation requires, and every status that it can answer.
 */
public final class HubApiFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        ResourceMethods methods = ResourceMethods.of(new HubApplication().getClasses());
        NamedSchemas schemas = new NamedSchemas();
        new RecordSchemas(methods).addTo(schemas);
        InstructionDescription.addTo(schemas);
        FailureResponses failures = new FailureResponses();
        OperationDescriber describer = new OperationDescriber(schemas, failures);
        BodyVariants bodies = new BodyVariants(methods.all(), schemas);
        document.getPaths().getPathItems().forEach((path, item) -> {
            OperationParameters.complete(path, item);
            for (Operation operation : item.getOperations().values()) {
                ResourceMethod method = methods.get(operation.getOperationId());
                describer.describe(method, path, operation);
                bodies.refer(method, operation);
            }
        });
        schemas.add(
                "Operator",
                OASFactory.createSchema().type(SchemaType.STRING).enumeration(JsonTypes.labels(Operator.class)));
        Examples.addTo(schemas);
        document.getComponents().setSchemas(schemas.all());
        document.getComponents().setResponses(failures.used());
        Set<String> elsewhere = ProtocolTags.names();
        document.setTags(document.getTags().stream()
                .filter(tag -> !elsewhere.contains(tag.getName()))
                .toList());
    }
}
