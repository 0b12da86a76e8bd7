package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collection;

/** A comparison of an IP address: the attribute lies in one of the networks of its family. */
public final class InNetwork implements Comparison {
    private final Attribute attribute;
    private final NetworkSet networks;

    public InNetwork(Attribute attribute, Collection<Network> networks) {
        this.attribute = attribute;
        this.networks = new NetworkSet(networks);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        byte[] address = text == null ? Network.NO_ADDRESS : Network.address(text);
        return address.length > 0 && networks.contains(address);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String operator() {
        return "IN_CIDR";
    }

    @Override
    public String operand() {
        return OperandText.summarize(networks.all());
    }
}
