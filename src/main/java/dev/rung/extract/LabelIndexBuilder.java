package dev.rung.extract;

import dev.rung.extract.LabelIndex.Entry;
import dev.rung.extract.LabelIndex.Rank;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link LabelIndex}: reads every name of every skill into entries, sees which of them several skills share, which stems are rare and which are
 * verbs. For one index, by one thread.
 */
final class LabelIndexBuilder {
    private static final int FEW_NAMES = 6;
    /** Letters that two words begin with alike: creativity, creatively. */
    private static final int RESEMBLING = 5;

    private final List<Skill> skills;
    private final WordForms wordForms = new WordForms();
    private final List<List<List<Token>>> labels = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Vocabulary vocabulary;

    LabelIndexBuilder(List<Skill> skills) {
        this.skills = skills;
        List<List<Token>> all = new ArrayList<>();
        for (Skill skill : skills) {
            List<List<Token>> own = new ArrayList<>();
            own.add(Tokens.of(skill.label()));
            for (String alternative : skill.altLabels()) own.add(Tokens.of(alternative));
            labels.add(own);
            all.addAll(own);
        }
        vocabulary = Vocabulary.of(all, wordForms);
    }

    LabelIndex build() {
        for (int s = 0; s < skills.size(); s++) addNames(s);
        addCores();
        float[] rarity = rarities();
        return new LabelIndex(skills, vocabulary, index(markShared(), rarity), rarity, verbs(), nameOnly());
    }

    private void addNames(int s) {
        Set<String> seen = new HashSet<>();
        List<List<Token>> own = labels.get(s);
        for (int l = 0; l < own.size(); l++) {
            String name =
                    l == 0 ? skills.get(s).label() : skills.get(s).altLabels().get(l - 1);
            Rank rank = l == 0 ? Rank.LABEL : Rank.ALTERNATIVE;
            add(s, rank, name, seen);
            int bracket = name.indexOf(" (");
            if (bracket > 0 && name.endsWith(")")) add(s, rank, name.substring(0, bracket), seen);
        }
    }

    private void add(int s, Rank rank, String name, Set<String> seen) {
        Passage passage = Passage.of(name, vocabulary, wordForms);
        if (passage.content.length == 0) return;
        int[] stems = distinct(passage.stem);
        int[] forms = stems.length == passage.stem.length ? passage.form : formsOf(passage, stems);
        Token first = passage.word(0);
        boolean related = rank == Rank.LABEL || stems.length > 1 || first.capital() || isRelated(s, first.plain());
        String key = Arrays.toString(forms) + (stems.length == 1 ? first.caps() : "");
        if (seen.add(key))
            entries.add(new Entry(
                    s, rank, stems, forms, first.caps(), first.plain(), related, hasPreposition(passage), false));
    }

    /**
     * Whether a name of one word can be trusted to mean the skill: the skill has few names, is a tool, or the word resembles one in the label.
     * Long lists of synonyms have stray ones (“guide” for advising others, “dust” for removing it).
     */
    private boolean isRelated(int s, String word) {
        Skill skill = skills.get(s);
        if (skill.altLabels().size() <= FEW_NAMES || skill.kind() == SkillKind.TOOL) return true;
        for (Token token : labels.get(s).get(0)) {
            String label = token.plain();
            int same = 0;
            while (same < Math.min(label.length(), word.length()) && label.charAt(same) == word.charAt(same)) same++;
            if (same >= RESEMBLING || label.length() > 3 && word.contains(label)) return true;
        }
        return false;
    }

    /** What is left of labels without light verbs and vendors, where it names nothing else. */
    private void addCores() {
        Map<String, Integer> owner = new HashMap<>();
        for (Entry entry : entries) owner.merge(key(entry.stems()), entry.skill(), (a, b) -> a.equals(b) ? a : -1);
        Map<String, Entry> cores = new HashMap<>();
        Map<String, Integer> claims = new HashMap<>();
        for (int s = 0; s < skills.size(); s++) {
            List<List<Token>> own = labels.get(s);
            for (List<Token> label : own) {
                Entry core = coreOf(s, label);
                if (core == null || owner.containsKey(key(core.stems()))) continue;
                cores.putIfAbsent(key(core.stems()), core);
                claims.merge(key(core.stems()), s, (a, b) -> a.equals(b) ? a : -1);
            }
        }
        claims.forEach((key, skill) -> {
            Entry core = cores.get(key);
            if (skill >= 0 && core != null) entries.add(core);
        });
    }

    private @Nullable Entry coreOf(int s, List<Token> label) {
        int from = 0;
        while (from < label.size() && isSkipped(label.get(from), from == 0)) from++;
        int to = label.size();
        if (to > from + 1 && Words.LIGHT_TAILS.contains(label.get(to - 1).plain())) to--;
        if (from == to || to - from == label.size()) return null;
        String name = text(label.subList(from, to));
        Passage passage = Passage.of(name, vocabulary, wordForms);
        if (passage.content.length == 0 || passage.content.length != distinct(passage.stem).length) return null;
        for (int stem : passage.stem) if (stem < 0) return null;
        Token first = label.get(from);
        return new Entry(
                s,
                Rank.CORE,
                passage.stem,
                passage.form,
                first.caps(),
                first.plain(),
                true,
                hasPreposition(passage),
                false);
    }

    private static boolean isSkipped(Token token, boolean first) {
        return first && Words.LIGHT_VERBS.contains(token.plain())
                || token.capital() && Words.VENDORS.contains(token.plain());
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) text.append(text.isEmpty() ? "" : " ").append(token.plain());
        return text.toString();
    }

    private float[] rarities() {
        int[] skillsWith = new int[vocabulary.stems()];
        int[] last = new int[vocabulary.stems()];
        Arrays.fill(last, -1);
        for (Entry entry : entries) {
            for (int stem : entry.stems()) {
                if (last[stem] != entry.skill()) skillsWith[stem]++;
                last[stem] = entry.skill();
            }
        }
        float[] rarity = new float[skillsWith.length];
        double all = Math.log(Math.max(2, skills.size()));
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = (float) Math.clamp(1 - Math.log(Math.max(1, skillsWith[i])) / all, 0, 1);
        }
        return rarity;
    }

    /** Light verbs, and stems that stand first in at least a quarter of the skills' labels that have them. */
    private BitSet verbs() {
        int[] first = new int[vocabulary.stems()];
        int[] anywhere = new int[vocabulary.stems()];
        for (Entry entry : entries) {
            SkillKind kind = skills.get(entry.skill()).kind();
            boolean does = kind == SkillKind.SKILL || kind == SkillKind.TRANSVERSAL;
            if (!does || entry.rank() != Rank.LABEL || entry.length() < 2) continue;
            first[entry.stems()[0]]++;
            for (int stem : entry.stems()) anywhere[stem]++;
        }
        BitSet verbs = new BitSet();
        for (String verb : Words.LIGHT_VERBS) {
            int stem = vocabulary.stem(wordForms.stem(verb));
            if (stem >= 0) verbs.set(stem);
        }
        for (int stem = 0; stem < first.length; stem++) {
            if (first[stem] > 0 && first[stem] * 4 >= anywhere[stem]) verbs.set(stem);
        }
        return verbs;
    }

    private BitSet nameOnly() {
        BitSet nameOnly = new BitSet();
        for (Entry entry : entries) {
            if (entry.rank() == Rank.LABEL && entry.length() == 1 && entry.isOrdinary()) nameOnly.set(entry.skill());
        }
        return nameOnly;
    }

    private List<Entry> markShared() {
        Map<String, Integer> owner = new HashMap<>();
        for (Entry entry : entries) owner.merge(key(entry.stems()), entry.skill(), (a, b) -> a.equals(b) ? a : -1);
        List<Entry> marked = new ArrayList<>(entries.size());
        for (Entry e : entries) {
            boolean shared = owner.getOrDefault(key(e.stems()), -1) < 0;
            marked.add(new Entry(
                    e.skill(),
                    e.rank(),
                    e.stems(),
                    e.forms(),
                    e.caps(),
                    e.word(),
                    e.related(),
                    e.hasPreposition(),
                    shared));
        }
        return marked;
    }

    private Entry[][] index(List<Entry> marked, float[] rarity) {
        Map<Integer, List<Entry>> lists = new HashMap<>();
        for (Entry entry : marked) {
            int anchor = entry.stems()[0];
            for (int stem : entry.stems()) if (rarity[stem] > rarity[anchor]) anchor = stem;
            lists.computeIfAbsent(anchor, a -> new ArrayList<>()).add(entry);
        }
        Entry[][] index = new Entry[vocabulary.stems()][];
        Entry[] none = {};
        for (int i = 0; i < index.length; i++) {
            index[i] = lists.getOrDefault(i, List.of()).toArray(none);
        }
        return index;
    }

    private static boolean hasPreposition(Passage passage) {
        return passage.tokens.stream().anyMatch(t -> Words.PREPOSITIONS.contains(t.plain()));
    }

    private static int[] distinct(int[] stems) {
        return Arrays.stream(stems).distinct().toArray();
    }

    private static int[] formsOf(Passage passage, int[] stems) {
        int[] forms = new int[stems.length];
        for (int i = 0; i < stems.length; i++) {
            int at = 0;
            while (passage.stem[at] != stems[i]) at++;
            forms[i] = passage.form[at];
        }
        return forms;
    }

    private static String key(int[] stems) {
        int[] sorted = stems.clone();
        Arrays.sort(sorted);
        return Arrays.toString(sorted);
    }
}
