package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.util.List;

/** The attribute, an IP address, lies in one of some networks of its own family. */
public record InNetwork(Attribute attribute, List<Network> networks) implements Comparison {
    public InNetwork {
        networks = List.copyOf(networks);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        byte[] address = text == null ? new byte[0] : Network.address(text);
        for (int i = 0; address.length > 0 && i < networks.size(); i++) {
            if (networks.get(i).contains(address)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String operator() {
        return "IN_CIDR";
    }

    @Override
    public String operand() {
        return Operands.shown(networks);
    }
}
