package dev.rung.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.behaviour.Event;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How somebody else's columns become Rung's fields: {@code FIELD=SOURCE}, any number of times.
 *
 * <pre>{@code
 * Mapping.of(Kind.CREDENTIALS, List.of(
 *     "id='nj-'+program_id",                                // glued together
 *     "title=official_name|name",                           // the first that is there
 *     "description=description,features",                   // both, one a line
 *     "issuer.name=provider|'Provider not stated'",         // a column, else a text; issuer.id is made from the name
 *     "workload.hours=clock_hours{0:}",                     // 0 replaced by nothing: not known
 *     "offer.cost.amount=total_cost", "offer.cost.currency='USD'",
 *     "offer.modes=distance_learning{1:hybrid,2:onsite}",   // their codes, our words
 *     "outcomes.text=learning_outcomes[;]"));               // a cell with several values
 * }</pre>
 *
 * <p>A field is named as in Rung's JSON form, with dots where objects lie in one another. In a list of objects ({@code requirements.skill},
 * {@code outcomes.text}) each value makes one. Several values for one text are joined by line breaks. Only what is mapped is taken. A
 * constant alone does not make an object whose required field has no value: without a {@code total_cost} there is no cost, rather than
 * a currency without an amount.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Mapping {
    /** How a cell of a CSV file in Rung's own form separates several values, as in ESCO's files. */
    static final String LIST_SEPARATOR = "|";

    private final MappedObject root;
    private final List<Source.Column> columns;

    private Mapping(MappedObject root, List<Source.Column> columns) {
        this.root = root;
        this.columns = List.copyOf(columns);
    }

    /** Reads assignments.
     *
     * @throws IllegalArgumentException if one is not understood, saying what would be
     */
    public static Mapping of(Kind<?> kind, List<String> assignments) {
        return of(kind.plural(), kind.type(), assignments);
    }

    /** Reads assignments to the fields of {@link Event}s, as above. */
    public static Mapping ofEvents(List<String> assignments) {
        return of(EventIntake.SORT, Event.class, assignments);
    }

    private static Mapping of(String what, Class<?> type, List<String> assignments) {
        MappedObject root = new MappedObject(Shape.of(type));
        List<Source.Column> columns = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected FIELD=COLUMN, such as title=name, not: " + assignment);
            }
            Source source = SourceParser.parse(assignment.substring(equals + 1));
            source.columns(columns::add);
            add(root, what, assignment.substring(0, equals).strip(), source);
        }
        return new Mapping(root, columns);
    }

    /** Columns that bear the names of fields: {@code title}, {@code place.country}. */
    static Mapping ownNames(String what, Class<?> type, List<String> columns) {
        MappedObject root = new MappedObject(Shape.of(type));
        for (String name : columns) {
            add(root, what, name, new Source.Column(name, java.util.Map.of(), separator(type, name)));
        }
        return new Mapping(root, List.of());
    }

    /** The columns that are read. */
    List<Source.Column> columns() {
        return columns;
    }

    /** A row in Rung's form.
     *
     * @throws InvalidJson if a value cannot be what its field wants
     */
    ObjectNode apply(ObjectNode row) throws InvalidJson {
        return root.build(row);
    }

    private static void add(MappedObject root, String what, String field, Source source) {
        MappedObject object = root;
        String[] steps = field.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            Optional<Shape> shape = object.shape().field(steps[i]);
            if (shape.isEmpty()) {
                throw new IllegalArgumentException("%s have no field %s; %s"
                        .formatted(
                                what, field, "known here are " + object.shape().fields()));
            }
            boolean last = i == steps.length - 1;
            if (last != (shape.get().content() != Shape.Content.OBJECT)) {
                throw new IllegalArgumentException(
                        last
                                ? field + " has fields of its own, map them: " + field + "."
                                        + shape.get().fields().replace(", ", ", " + field + ".")
                                : field + ": " + steps[i] + " has no fields of its own");
            }
            if (shape.get().content() == Shape.Content.ANY) {
                throw new IllegalArgumentException(field + " cannot be filled from a column");
            }
            if (last) object.put(steps[i], shape.get(), source);
            else object = object.child(steps[i], shape.get());
        }
    }

    private static String separator(Class<?> type, String field) {
        Shape shape = Shape.of(type);
        boolean many = false;
        for (String step : field.split("\\.", -1)) {
            Optional<Shape> next = shape.field(step);
            if (next.isEmpty()) return "";
            shape = next.get();
            many |= shape.many();
        }
        return many ? LIST_SEPARATOR : "";
    }
}
