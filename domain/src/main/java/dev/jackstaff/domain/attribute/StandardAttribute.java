package dev.jackstaff.domain.attribute;

import dev.jackstaff.engine.EvaluationContext;
import java.util.List;

/** An attribute that SDKs send without being asked, so that no project has to define it. */
public record StandardAttribute(String name, AttributeType type, String description) {
    /** All of them, in the order of their names. */
    public static final List<StandardAttribute> ALL = List.of(
            new StandardAttribute("appName", AttributeType.STRING, "The application, as SDKs of Unleash name it"),
            new StandardAttribute(
                    EvaluationContext.CURRENT_TIME, AttributeType.DATE_TIME, "The time of the evaluation"),
            new StandardAttribute("environment", AttributeType.STRING, "The environment, as SDKs of Unleash name it"),
            new StandardAttribute("remoteAddress", AttributeType.STRING, "The address that the request came from"),
            new StandardAttribute(EvaluationContext.SESSION_ID, AttributeType.STRING, "The session of the subject"),
            new StandardAttribute(
                    EvaluationContext.TARGETING_KEY, AttributeType.STRING, "The subject that is evaluated for"),
            new StandardAttribute(
                    EvaluationContext.USER_ID, AttributeType.STRING, "The subject, as SDKs of Unleash name it"));
}
