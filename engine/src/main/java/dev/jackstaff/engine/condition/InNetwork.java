package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collection;

/** The attribute, an IP address, lies in one of some networks of its own family. */
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
