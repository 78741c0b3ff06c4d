package dev.rung.trust.linked;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON-LD contexts from Rung's short form: a line a term, two spaces of indent a level.
 *
 * <pre>
 * prefix ob https://purl.imsglobal.org/spec/vc/ob/vocab.html#
 * context https://example.org/badges/v2
 *   like https://example.org/badges/v1          start from the terms of an earlier context
 *   default ob                                  a bare term means the ob: name that is the same word
 *   node                                        terms may not be redefined, and id, type mean @id, @type
 *   Achievement                                 a term; what is below it is its scoped context
 *     image ob:Image : @id | @set               term, IRI, value type, container
 *   at Profile                                  change the scope of a term that is already there
 *     drop image
 * </pre>
 *
 * <p>Also: {@code block NAME} and {@code include NAME} (terms in common), {@code aliases} (id and type, not protected),
 * {@code protected}, {@code open} (nothing is protected), {@code nothing} (a scoped context that forgets all terms),
 * {@code text IRI} (the value type that {@code text} stands for here; none: plain strings), {@code =X} for X as it stands.
 *
 * <p>The form is for the one file that ships with Rung, so a mistake in it is a programming error: {@link IllegalStateException} with
 * the line.
 */
final class TermFile {
    private static final String TEXT = "text";

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Scope> blocks = new HashMap<>();
    private final Map<String, Context> contexts = new LinkedHashMap<>();

    private TermFile() {}

    /** All contexts of the file, by address, each as {@code {"@context": …}}. */
    static Map<String, JsonObject> read(String content) {
        TermFile file = new TermFile();
        file.parse(content);
        Map<String, JsonObject> documents = new TreeMap<>();
        file.contexts.forEach((address, context) -> documents.put(
                address,
                Json.createObjectBuilder()
                        .add("@context", context.root.json(context))
                        .build()));
        return documents;
    }

    private void parse(String content) {
        Deque<Scope> open = new ArrayDeque<>();
        Context context = new Context();
        @Nullable Term last = null;
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            int depth = (line.length() - line.stripLeading().length()) / 2;
            String[] words = line.strip().split("\\s+");
            try {
                if (depth == 0) {
                    open.clear();
                    context = new Context();
                    switch (words[0]) {
                        case "prefix" -> prefixes.put(words[1], words[2]);
                        case "block" -> blocks.put(words[1], opened(open, context.root));
                        case "context" -> {
                            contexts.put(words[1], context);
                            opened(open, context.root);
                        }
                        default -> throw new IllegalArgumentException("unknown word " + words[0]);
                    }
                    continue;
                }
                if (depth > open.size()) {
                    if (last == null) throw new IllegalArgumentException("is indented below nothing");
                    if (last.scope == null) last.scope = new Scope();
                    open.push(last.scope);
                }
                while (depth < open.size()) open.pop();
                last = line(words, context, open.getFirst());
            } catch (RuntimeException e) {
                throw new IllegalStateException("contexts.terms, line " + number + ": " + e.getMessage(), e);
            }
        }
    }

    private static Scope opened(Deque<Scope> open, Scope scope) {
        open.push(scope);
        return scope;
    }

    private @Nullable Term line(String[] words, Context context, Scope scope) {
        switch (words[0]) {
            case "node" -> scope.guarded = scope.aliases = true;
            case "protected" -> scope.guarded = true;
            case "aliases" -> scope.aliases = true;
            case "nothing" -> scope.nothing = true;
            case "open" -> context.open = true;
            case "default" -> context.prefix = words[1];
            case "text" -> context.text = iri(words[1]);
            case "drop" -> scope.terms.remove(words[1]);
            case "include" -> scope.include(known(blocks, words[1]));
            case "like" -> context.like(known(contexts, words[1]));
            case "at" -> {
                return known(scope.terms, words[1]);
            }
            default -> {
                return term(words, context, scope);
            }
        }
        return null;
    }

    private Term term(String[] words, Context context, Scope scope) {
        Term term = new Term();
        int i = 1;
        if (i < words.length && !words[i].equals(":") && !words[i].equals("|")) term.iri = iri(words[i++]);
        else term.iri = prefixes.get(context.prefix) + words[0];
        for (; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case ":" -> term.type = words[i + 1].equals(TEXT) ? TEXT : iri(words[i + 1]);
                case "|" -> term.container = words[i + 1];
                default -> throw new IllegalArgumentException("expected : or |, found " + words[i]);
            }
        }
        Term before = scope.terms.put(words[0], term);
        if (before != null) term.scope = before.scope;
        return term;
    }

    private static <T> T known(Map<String, T> named, String name) {
        T value = named.get(name);
        if (value == null) throw new IllegalArgumentException("nothing above is called " + name);
        return value;
    }

    private String iri(String word) {
        if (word.startsWith("=")) return word.substring(1);
        if (word.startsWith("@")) return word;
        int colon = word.indexOf(':');
        String prefix = prefixes.get(word.substring(0, Math.max(colon, 0)));
        if (prefix == null) throw new IllegalArgumentException("no prefix for " + word);
        return prefix + word.substring(colon + 1);
    }

    /** One context while it is read: its terms, and what holds for all of them. */
    private static final class Context {
        private Scope root = new Scope();
        private boolean open;
        private String prefix = "";
        private @Nullable String text;

        private void like(Context other) {
            root = root.include(other.root);
            open = other.open;
            prefix = other.prefix;
            text = other.text;
        }
    }

    private static final class Scope {
        private boolean guarded;
        private boolean aliases;
        private boolean nothing;
        private final Map<String, Term> terms = new LinkedHashMap<>();

        private Scope include(Scope other) {
            guarded |= other.guarded;
            aliases |= other.aliases;
            nothing |= other.nothing;
            other.terms.forEach((name, term) -> terms.put(name, term.copy()));
            return this;
        }

        private JsonValue json(Context context) {
            if (nothing) return JsonValue.NULL;
            JsonObjectBuilder json = Json.createObjectBuilder();
            if (guarded && !context.open) json.add("@protected", true);
            if (aliases) json.add("id", "@id").add("type", "@type");
            terms.forEach((name, term) -> json.add(name, term.json(context)));
            return json.build();
        }
    }

    private static final class Term {
        private String iri = "";
        private @Nullable String type;
        private @Nullable String container;
        private @Nullable Scope scope;

        private Term copy() {
            Term copy = new Term();
            copy.iri = iri;
            copy.type = type;
            copy.container = container;
            if (scope != null) copy.scope = new Scope().include(scope);
            return copy;
        }

        private JsonValue json(Context context) {
            String valueType = TEXT.equals(type) ? context.text : type;
            if (valueType == null && container == null && scope == null) return Json.createValue(iri);
            JsonObjectBuilder json = Json.createObjectBuilder().add("@id", iri);
            if (valueType != null) json.add("@type", valueType);
            if (container != null) json.add("@container", container);
            if (scope != null) json.add("@context", scope.json(context));
            return json.build();
        }
    }
}
