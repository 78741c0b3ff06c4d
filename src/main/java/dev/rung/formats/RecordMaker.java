package dev.rung.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.formats.Draft.Remark;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.role.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns rows into records: columns into fields, names into ids, JSON into a record that checks itself, and then the skills its text
 * speaks of. Safe for use by many threads.
 */
final class RecordMaker<T> {
    private final Kind<T> kind;
    private final Optional<Mapping> mapping;
    private final Context context;
    private final Names names;
    private final Lazy<Completion> completion;

    RecordMaker(Kind<T> kind, Optional<Mapping> mapping, Context context) {
        this.kind = kind;
        this.mapping = mapping;
        this.context = context;
        this.names = new Names(context);
        this.completion = new Lazy<>(() -> new Completion(context.extractor()));
    }

    Draft<T> make(Row row) {
        List<Remark> remarks = new ArrayList<>();
        try {
            ObjectNode json = mapping.isPresent() ? mapping.get().apply(row.json()) : row.json();
            names.resolve(json, remarks);
            T record = Json.mapper().treeToValue(json, kind.type());
            T complete = complete(record);
            return new Draft<>(row.line(), Optional.of(complete), found(complete) - found(record), remarks);
        } catch (InvalidJson e) {
            return refused(row, e);
        } catch (JsonProcessingException e) {
            return refused(row, Json.explained(e));
        }
    }

    private static <T> Draft<T> refused(Row row, InvalidJson why) {
        return new Draft<>(row.line(), Optional.empty(), 0, List.of(new Remark(why.pointer(), why.problem())));
    }

    private T complete(T record) {
        if (context.taxonomy().size() == 0) return record;
        return switch (record) {
            case Job job
            when job.requirements().isEmpty() ->
                kind.type().cast(completion.get().complete(job));
            case Credential credential -> kind.type().cast(completion.get().complete(credential));
            default -> record;
        };
    }

    private static int found(Object record) {
        return switch (record) {
            case Job job -> job.requirements().size();
            case Credential credential ->
                (int) credential.outcomes().stream()
                        .filter(o -> o.skill().isPresent())
                        .count();
            default -> 0;
        };
    }
}
