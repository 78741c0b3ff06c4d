package dev.rung.formats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may stand in a field of a record's JSON form.
 *
 * @param content of one element
 * @param many whether it is a list
 * @param required whether the record cannot be made without it
 * @param type the record that an {@link Content#OBJECT} is read as
 */
record Shape(Content content, boolean many, boolean required, Class<?> type) {
    enum Content {
        TEXT,
        NUMBER,
        YES_OR_NO,
        /** Has fields of its own. */
        OBJECT,
        /** Free-form JSON, which no column can fill. */
        ANY
    }

    static Shape of(Class<?> record) {
        return new Shape(Content.OBJECT, false, true, record);
    }

    /** A field of this object; none if it has no field of that name. */
    Optional<Shape> field(String name) {
        if (content != Content.OBJECT) return Optional.empty();
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .map(Shape::of);
    }

    /** Names of this object's fields, for messages. */
    String fields() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private static Shape of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean many = false;
        boolean required = true;
        if (type instanceof ParameterizedType wrapped) {
            required = false;
            many = wrapped.getRawType() == List.class;
            type = wrapped.getActualTypeArguments()[0];
        }
        if (!(type instanceof Class<?> element)) return new Shape(Content.ANY, many, required, Map.class);
        Content content = content(element);
        // An object that is left out becomes its record's "nothing known"; a flag becomes false.
        boolean needed = required && content != Content.OBJECT && content != Content.YES_OR_NO;
        return new Shape(content, many, needed, element);
    }

    private static Content content(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) return Content.YES_OR_NO;
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return Content.NUMBER;
        boolean isRecord = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .noneMatch(c -> c.getAccessor().isAnnotationPresent(JsonValue.class));
        return isRecord ? Content.OBJECT : Content.TEXT;
    }
}
