package dev.jackstaff.admin.prerequisite;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Node;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A drawing of the flags around a flag: what it needs above it, what needs it below. Two layers each way, two flags in a
 * layer; the lists beside it have all of them.
 */
public final class PrerequisiteDiagram {
    private static final int WIDTH = 312;
    private static final int NARROW = 150;
    private static final int WIDE = 190;
    private static final int NODE_HEIGHT = 40;
    private static final int PITCH = 74;
    private static final int TOP = 6;
    private static final int LAYERS = 2;
    private static final int IN_LAYER = 2;
    private static final int NARROW_TEXT = 17;
    private static final int WIDE_TEXT = 22;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final String label;
    private final int height;

    /** A flag in the drawing. */
    public record Box(String key, String text, String sub, int x, int y, int width, String look) {
        public int getX() {
            return x;
        }

        public int getY() {
            return y;
        }

        public int getWidth() {
            return width;
        }

        public String getText() {
            return text;
        }

        public String getSub() {
            return sub;
        }

        public String getLook() {
            return look;
        }

        public int getTextX() {
            return x + 10;
        }

        public int getTextY() {
            return y + 17;
        }

        public int getSubY() {
            return y + 32;
        }

        private int middle() {
            return x + width / 2;
        }
    }

    /** A line from a flag to one that needs it. */
    public record Edge(String path, String head, boolean off) {
        static Edge between(Box needed, Box needing, boolean off) {
            int from = needed.y + NODE_HEIGHT;
            int bend = needing.y - 18;
            return new Edge(
                    "M" + needed.middle() + " " + from + "V" + bend + "H" + needing.middle() + "V" + (needing.y - 6),
                    "m" + needing.middle() + " " + (needing.y - 1) + "-4-7h8z",
                    off);
        }

        public String getPath() {
            return path;
        }

        public String getHead() {
            return head;
        }

        public boolean isOff() {
            return off;
        }
    }

    PrerequisiteDiagram(PrerequisiteGraph graph, EnvironmentKey environment) {
        Map<Integer, List<Node>> layers = new TreeMap<>();
        graph.nodes().stream().filter(node -> Math.abs(node.depth()) <= LAYERS).forEach(node -> layers.computeIfAbsent(
                        node.depth(), none -> new ArrayList<>())
                .add(node));
        Map<String, Box> drawn = new LinkedHashMap<>();
        int y = TOP;
        for (List<Node> layer : layers.values()) {
            List<Node> shown = layer.stream().limit(IN_LAYER).toList();
            for (int i = 0; i < shown.size(); i++) {
                Box box = box(RelatedFlag.of(graph, shown.get(i), environment), i, shown.size(), y);
                drawn.put(box.key(), box);
            }
            y += PITCH;
        }
        height = y - PITCH + NODE_HEIGHT + TOP;
        boxes.addAll(drawn.values());
        graph.nodes().forEach(node -> node.needs().forEach(need -> addEdge(graph, drawn, node, need, environment)));
        label = label(graph, environment);
    }

    private void addEdge(
            PrerequisiteGraph graph,
            Map<String, Box> drawn,
            Node node,
            PrerequisiteDefinition need,
            EnvironmentKey environment) {
        Box needing = drawn.get(node.key().value());
        Box needed = drawn.get(need.flag());
        if (needing != null && needed != null && needed.y < needing.y) {
            edges.add(Edge.between(
                    needed, needing, graph.verdict(need, environment).fails()));
        }
    }

    private static Box box(RelatedFlag flag, int place, int count, int y) {
        int width = count == 1 ? WIDE : NARROW;
        int x = count == 1 ? (WIDTH - WIDE) / 2 : 1 + place * (WIDTH - NARROW - 2);
        boolean here = flag.node().depth() == 0;
        String look = flag.isHeldOff() ? "node-off" : "";
        return new Box(
                flag.getKey(),
                cut(flag.getKey(), count == 1 ? WIDE_TEXT : NARROW_TEXT),
                here ? MessageBundle.format("graph.here", flag.getState()) : flag.getState(),
                x,
                y,
                width,
                here ? "node-here" : look);
    }

    private static String cut(String key, int length) {
        return key.length() <= length ? key : key.substring(0, length - 1) + "…";
    }

    private static String label(PrerequisiteGraph graph, EnvironmentKey environment) {
        List<String> needs = keys(graph, environment, -1);
        List<String> needed = keys(graph, environment, 1);
        return MessageBundle.format(
                "graph.label",
                graph.flag(),
                needs.isEmpty() ? MessageBundle.format("graph.nothing") : String.join(", ", needs),
                needed.isEmpty() ? MessageBundle.format("graph.nothing") : String.join(", ", needed));
    }

    private static List<String> keys(PrerequisiteGraph graph, EnvironmentKey environment, int depth) {
        return graph.nodes().stream()
                .filter(node -> node.depth() == depth)
                .map(node -> RelatedFlag.of(graph, node, environment))
                .map(flag -> flag.getKey() + " (" + flag.getState() + ")")
                .toList();
    }

    public List<Box> getBoxes() {
        return List.copyOf(boxes);
    }

    public List<Edge> getEdges() {
        return List.copyOf(edges);
    }

    public String getLabel() {
        return label;
    }

    public int getHeight() {
        return height;
    }
}
