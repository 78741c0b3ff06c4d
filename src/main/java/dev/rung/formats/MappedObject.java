package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of Rung's form and where its fields come from. Filled while a {@link Mapping} is read, never after. */
final class MappedObject {
    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0");

    private final Shape shape;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, MappedObject> children = new LinkedHashMap<>();

    MappedObject(Shape shape) {
        this.shape = shape;
    }

    private record Leaf(Shape shape, Source source) {}

    Shape shape() {
        return shape;
    }

    void put(String name, Shape leaf, Source source) {
        if (leaves.putIfAbsent(name, new Leaf(leaf, source)) != null) {
            throw new IllegalArgumentException(name + " is mapped twice; name both columns: " + name + "=a,b");
        }
    }

    MappedObject child(String name, Shape object) {
        if (shape.many()) {
            throw new IllegalArgumentException(name + " lies in a list of objects and has fields of its own: too deep");
        }
        return children.computeIfAbsent(name, n -> new MappedObject(object));
    }

    /** The object that a row gives, however little that is. */
    ObjectNode build(ObjectNode row) throws InvalidJson {
        ObjectNode object = Json.mapper().createObjectNode();
        for (Map.Entry<String, Leaf> leaf : leaves.entrySet()) {
            List<String> values = leaf.getValue().source().values(row);
            if (!values.isEmpty())
                object.set(leaf.getKey(), json(leaf.getKey(), leaf.getValue().shape(), values));
        }
        for (Map.Entry<String, MappedObject> entry : children.entrySet()) {
            JsonNode value = entry.getValue().within(entry.getKey(), row);
            if (value != null) object.set(entry.getKey(), value);
        }
        return object;
    }

    private @Nullable JsonNode within(String name, ObjectNode row) throws InvalidJson {
        try {
            if (shape.many()) return list(row);
            ObjectNode object = build(row);
            return object.isEmpty() || isHollow(object) ? null : object;
        } catch (InvalidJson e) {
            throw new InvalidJson("/" + name + e.pointer(), e.problem());
        }
    }

    /** Whether a required field found no value and constants are all there is. */
    private boolean isHollow(ObjectNode object) {
        boolean lacks =
                leaves.entrySet().stream().anyMatch(l -> l.getValue().shape().required() && !object.has(l.getKey()));
        return lacks
                && children.keySet().stream().noneMatch(object::has)
                && leaves.entrySet().stream()
                        .allMatch(l -> l.getValue().source().isConstant() || !object.has(l.getKey()));
    }

    /** One object a value; constants are repeated in each. */
    private @Nullable ArrayNode list(ObjectNode row) throws InvalidJson {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int size = 0;
        boolean constantsOnly =
                leaves.values().stream().allMatch(l -> l.source().isConstant());
        for (Map.Entry<String, Leaf> leaf : leaves.entrySet()) {
            List<String> found = leaf.getValue().source().values(row);
            values.put(leaf.getKey(), found);
            if (constantsOnly || !leaf.getValue().source().isConstant()) size = Math.max(size, found.size());
        }
        if (size == 0) return null;
        ArrayNode list = Json.mapper().createArrayNode();
        for (int i = 0; i < size; i++) {
            ObjectNode element = list.addObject();
            for (Map.Entry<String, Leaf> leaf : leaves.entrySet()) {
                List<String> found = values.getOrDefault(leaf.getKey(), List.of());
                boolean repeated = leaf.getValue().source().isConstant() && !constantsOnly;
                int which = repeated ? 0 : i;
                if (which >= found.size()) continue;
                Shape of = leaf.getValue().shape();
                element.set(leaf.getKey(), json(i + "/" + leaf.getKey(), of, List.of(found.get(which))));
            }
        }
        return list;
    }

    private static JsonNode json(String pointer, Shape shape, List<String> values) throws InvalidJson {
        if (shape.many()) {
            ArrayNode list = Json.mapper().createArrayNode();
            for (String value : new ArrayList<>(values)) list.add(json(pointer, shape, value));
            return list;
        }
        if (shape.content() == Shape.Content.TEXT) return word(shape, String.join("\n", values));
        if (values.size() > 1) throw new InvalidJson("/" + pointer, "must be one value, is " + values);
        return json(pointer, shape, values.getFirst());
    }

    private static JsonNode json(String pointer, Shape shape, String value) throws InvalidJson {
        String lower = value.toLowerCase(Locale.ROOT);
        switch (shape.content()) {
            case NUMBER -> {
                try {
                    BigDecimal number = new BigDecimal(value);
                    return number.stripTrailingZeros().scale() <= 0
                                    && number.abs().compareTo(BigDecimal.TEN.pow(15)) < 0
                            ? LongNode.valueOf(number.longValueExact())
                            : DecimalNode.valueOf(number);
                } catch (NumberFormatException e) {
                    throw new InvalidJson("/" + pointer, "is not a number: " + shortened(value));
                }
            }
            case YES_OR_NO -> {
                if (YES.contains(lower)) return BooleanNode.TRUE;
                if (NO.contains(lower)) return BooleanNode.FALSE;
                throw new InvalidJson("/" + pointer, "is neither yes nor no: " + shortened(value));
            }
            default -> {
                return word(shape, value);
            }
        }
    }

    /** Words of ours are written in lower case with hyphens, whatever case a file has them in. */
    private static TextNode word(Shape shape, String value) {
        return TextNode.valueOf(
                shape.type().isEnum()
                        ? value.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-')
                        : value);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
