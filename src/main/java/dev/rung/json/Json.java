package dev.rung.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.YearMonthDeserializer;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.rung.skill.InvalidField;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rung's one way of reading and writing JSON.
 *
 * <p>Strict on what comes in: an unknown field, a repeated field, a wrong type, a number for an enum, ill-formed UTF-8 or something
 * after the end is an {@link InvalidJson} that says where. Sparse on what goes out: fields that are empty are left out, and keys
 * stand in the order of the record's components, so that the same record is always the same bytes.
 *
 * <pre>{@code
 * Json.read("{\"weight\":2}".getBytes(UTF_8), Requirement.class);   // InvalidJson: /skill: is required
 * }</pre>
 */
public final class Json {
    /** Deepest nesting that is read. The records need six; a signed badge has about twenty. */
    static final int MAX_DEPTH = 64;

    /**
     * How days are written: {@code 2026-11-22}. Years have four digits, so that a day can be reckoned with: a month before the first of all days that Java
     * knows, or after the last, there is no day.
     */
    public static final DateTimeFormatter DAY = withFourDigits("-MM-dd");

    /** How months are written: {@code 2026-11}, with years as in {@link #DAY}. */
    public static final DateTimeFormatter MONTH = withFourDigits("-MM");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .addModule(new ParameterNamesModule())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule()
                    .addDeserializer(LocalDate.class, new LocalDateDeserializer(DAY))
                    .addDeserializer(YearMonth.class, new YearMonthDeserializer(MONTH)))
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            // Records leave out what is empty; maps are other people's documents, such as signed badges, and stay as
            // they are.
            .withConfigOverride(
                    Map.class,
                    map -> map.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    private static DateTimeFormatter withFourDigits(String rest) {
        return new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
                .appendPattern(rest)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Reads a whole document.
     *
     * @throws InvalidJson if it is not JSON, not of this type, or holds a value that the record refuses
     */
    public static <T> T read(byte[] utf8, Class<T> type) throws InvalidJson {
        try {
            T value = MAPPER.readValue(text(utf8), type);
            if (value == null) throw new InvalidJson("", "must not be null");
            return value;
        } catch (JsonProcessingException e) {
            throw explained(e);
        }
    }

    /** The value as compact JSON in UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record that cannot be written as JSON", e);
        }
    }

    /** The value as indented JSON, for people. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record that cannot be written as JSON", e);
        }
    }

    /** The mapper itself, for streaming and trees. Shared: do not configure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Reads part of a document that {@link #mapper()} read as a tree; pointers are relative to the part. */
    public static <T> T read(JsonNode part, Class<T> type) throws InvalidJson {
        try {
            T value = MAPPER.treeToValue(part, type);
            if (value == null) throw new InvalidJson("", "must not be null");
            return value;
        } catch (JsonProcessingException e) {
            throw explained(e);
        }
    }

    /** Where and why reading failed, for callers that stream with {@link #mapper()}. */
    public static InvalidJson explained(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || isUnreadable(e.getCause())) {
            return InvalidJson.illFormed(Wording.ofIllFormed(e));
        }
        String at = pointer(mapping.getPath());
        InvalidField field = cause(e);
        if (field != null) return new InvalidJson(at + "/" + field.field(), field.problem());
        return new InvalidJson(at, Wording.of(mapping));
    }

    /** A number that is too large for its place is well-formed all the same. */
    private static boolean isUnreadable(@Nullable Throwable cause) {
        return cause instanceof StreamConstraintsException
                || cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private static String text(byte[] utf8) throws InvalidJson {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidJson.illFormed("is not well-formed UTF-8");
        }
    }

    private static @Nullable InvalidField cause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof InvalidField field) return field;
        }
        return null;
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}
