package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of OFREP's streams (its ADR 8). Every bulk response contains the address, with a ticket that stands for
 * the key: a browser cannot send headers here.
 */
@Dependent
public class OfrepStreamEndpoint implements StreamEndpoint {
    /** The path of the stream. */
    public static final String PATH = "/ofrep/v1/stream";

    private static final String BASE_PATH =
            EdgeSettings.configured().text(ProtocolSetting.BASE_PATH).orElse("");
    private static final String ENVIRONMENT = "environment";
    private static final String TICKET = "ticket";

    private static final Access.RefusalCases<OpenResult> REFUSALS = OpenResult.Rejected.cases(OfrepRefusals.NO_FLAG);

    private final LiveEnvironments environments;
    private final Clock clock;

    @Inject
    public OfrepStreamEndpoint(LiveEnvironments environments) {
        this(environments, Clock.systemUTC());
    }

    OfrepStreamEndpoint(LiveEnvironments environments, Clock clock) {
        this.environments = environments;
        this.clock = clock;
    }

    /** The stream address for a credential. */
    static String address(ServedEnvironment environment, Credential credential) {
        return BASE_PATH + PATH + "?" + ENVIRONMENT + "="
                + environment.snapshot().key() + "&" + TICKET + "="
                + tickets(environment).of(credential);
    }

    private static StreamTickets tickets(ServedEnvironment environment) {
        return environment.view(StreamTickets.class, served -> StreamTickets.of(served.snapshot()));
    }

    @Override
    public Optional<OpenResult> open(Request request) {
        if (!request.path().equals(PATH)) {
            return Optional.empty();
        }
        String lastEventId = request.header().apply(HeaderNames.LAST_EVENT_ID);
        String environment = request.parameter().apply(ENVIRONMENT);
        String ticket = request.parameter().apply(TICKET);
        return Optional.of(
                environment == null || ticket == null
                        ? withKey(PresentedKey.in(request.header()), lastEventId)
                        : withTicket(environment, ticket, lastEventId));
    }

    private OpenResult withKey(@Nullable String key, @Nullable String lastEventId) {
        return environments
                .access(key)
                .match(
                        granted -> listening(
                                granted.environment(),
                                lastEventId,
                                () -> environments.access(key) instanceof Access.Granted),
                        REFUSALS);
    }

    private OpenResult withTicket(String environment, String ticket, @Nullable String lastEventId) {
        ServedEnvironment served = environments.environment(environment);
        if (served == null && !environments.isComplete()) {
            return REFUSALS.notReady("not every snapshot has arrived yet");
        }
        return served != null && admits(environment, ticket)
                ? listening(served, lastEventId, () -> admits(environment, ticket))
                : REFUSALS.unknown("the stream ticket is invalid or expired");
    }

    private boolean admits(String environment, String ticket) {
        ServedEnvironment served = environments.environment(environment);
        return served != null && tickets(served).admits(ticket, clock.instant());
    }

    private static OpenResult listening(
            ServedEnvironment served, @Nullable String lastEventId, BooleanSupplier admitted) {
        return new OpenResult.Accepted(new OfrepRefetchStream(served.snapshot().key(), lastEventId, admitted));
    }
}
