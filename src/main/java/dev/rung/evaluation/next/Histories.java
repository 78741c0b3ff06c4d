package dev.rung.evaluation.next;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who took what, in order: items by number from 0 in the order in which the file first names them.
 *
 * @param users their names, in the order of the file
 * @param items names of the items
 * @param taken what each user took, oldest first; nothing twice
 */
record Histories(List<String> users, List<String> items, List<int[]> taken) {
    /** Beyond this the square tables of the rankers would not fit into a small heap. */
    static final int MOST_ITEMS = 3_000;

    Histories {
        users = List.copyOf(users);
        items = List.copyOf(items);
        taken = List.copyOf(taken);
    }

    /**
     * Reads {@code user TAB item} lines, the lines of a user in time order. What a user took again counts once, where it came first.
     *
     * @throws IOException if the file cannot be read or a line is not of that form
     */
    static Histories read(Path file) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, List<Integer>> taken = new LinkedHashMap<>();
        for (String[] line : lines(file)) {
            int item = numbers.computeIfAbsent(line[1], name -> numbers.size());
            List<Integer> own = taken.computeIfAbsent(line[0], user -> new ArrayList<>());
            if (!own.contains(item)) own.add(item);
        }
        if (numbers.size() > MOST_ITEMS) {
            throw new IOException(
                    file + " names " + numbers.size() + " items; this evaluation takes at most " + MOST_ITEMS);
        }
        return new Histories(
                List.copyOf(taken.keySet()),
                List.copyOf(numbers.keySet()),
                taken.values().stream().map(Histories::array).toList());
    }

    /** Lines of at least two columns. */
    static List<String[]> lines(Path file) throws IOException {
        List<String[]> all = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (line.isBlank()) continue;
                String[] columns = line.split("\t", -1);
                if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
                    throw new IOException(file + ", line " + number + ": two columns are wanted, separated by a tab");
                }
                all.add(columns);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be read as UTF-8 text", e);
        }
        return all;
    }

    /** These histories without the last item of each, which is what is to be found; a history of one item has no past and is only learnt from. */
    Task lastHeldOut() {
        List<int[]> training = new ArrayList<>();
        List<int[]> past = new ArrayList<>();
        List<int[]> next = new ArrayList<>();
        for (int[] history : taken) {
            if (history.length < 2) {
                training.add(history);
                continue;
            }
            int[] before = Arrays.copyOf(history, history.length - 1);
            training.add(before);
            past.add(before);
            next.add(new int[] {history[history.length - 1]});
        }
        return new Task(items, training, past, next);
    }

    /**
     * These histories as the past, and a file of the same form as what is to be found. An item or user that is only there is kept: it cannot be
     * found, or has no past, and counts all the same.
     */
    Task with(Path test) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        items.forEach(name -> numbers.put(name, numbers.size()));
        Map<String, int[]> known = new LinkedHashMap<>();
        for (int u = 0; u < users.size(); u++) known.put(users.get(u), taken.get(u));
        Map<String, Set<String>> later = new LinkedHashMap<>();
        for (String[] line : lines(test)) {
            later.computeIfAbsent(line[0], user -> new LinkedHashSet<>()).add(line[1]);
        }
        List<int[]> past = new ArrayList<>();
        later.keySet().forEach(user -> past.add(known.getOrDefault(user, new int[0])));
        List<int[]> next = later.values().stream()
                .map(names -> names.stream()
                        .mapToInt(name -> numbers.getOrDefault(name, Task.UNKNOWN))
                        .toArray())
                .toList();
        return new Task(items, taken, past, next);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Something to predict.
     *
     * @param items names of the items
     * @param training histories to learn from
     * @param past what each user of the test took so far
     * @param next what each of them took then, in any order
     */
    record Task(List<String> items, List<int[]> training, List<int[]> past, List<int[]> next) {
        /** An item that nobody took in training. */
        static final int UNKNOWN = -1;
    }
}
