package dev.rung.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * The forms of one English word, brought down to what they share.
 *
 * <pre>{@code
 * WordForms forms = new WordForms();
 * forms.singular("pastries");       // pastry
 * forms.singular("visualizations"); // visualisation
 * forms.stem("analyzing");          // analys, as for analyse, analysis and analytics
 * forms.stem("maintenance");        // maintain
 * }</pre>
 *
 * <p>Stems come from Snowball's English stemmer (M. F. Porter, “Porter2”, snowballstem.org) in Apache OpenNLP, a maintained library, with
 * three things of our own around it: spelling goes to the British form first, so that {@code -ize} and {@code -ise} meet and
 * “organization” does not become “organ”; words that the stemmer throws together although they are different things at work (customer
 * and custom, marketing and market, business and busy) are kept apart; and nouns of irregular verbs are sent to their verb.
 *
 * <p>The stemmer keeps state: one instance belongs to one thread.
 */
final class WordForms {
    /** Longer “words” are not words: they are left as they are. */
    private static final int LONGEST = 40;

    private static final Map<String, String> IRREGULAR =
            pairs("analyses analysis, children child, men man, women woman,"
                    + " people person, feet foot, teeth tooth, mice mouse, lives life, knives knife, shelves shelf, leaves leaf,"
                    + " criteria criterion, curricula curriculum, indices index, matrices matrix, appendices appendix,"
                    + " diagnoses diagnosis, hypotheses hypothesis, prostheses prosthesis, built build, bought buy,"
                    + " made make, taught teach, led lead, written write, wrote write, driven drive, drawn draw, kept keep, held hold,"
                    + " ran run, spoken speak, understood understand, given give, sewn sew, woven weave, grown grow, sought seek,"
                    + " undertook undertake, undertaken undertake, dealt deal, met meet, sent send, laid lay");

    /** American or older spellings whose ending is not a rule. All but {@code z} for {@code s}, which is. */
    private static final Map<String, String> SPELLING = pairs("color colour, colors colours, behavior behaviour,"
            + " behaviors behaviours, behavioral behavioural, labor labour, favor favour, harbor harbour, neighbor neighbour,"
            + " neighborhood neighbourhood, honor honour, humor humour, flavor flavour, flavors flavours, odor odour,"
            + " tumor tumour, vapor vapour, armor armour, center centre, centers centres, theater theatre, fiber fibre,"
            + " fibers fibres, meter metre, liter litre, caliber calibre, catalog catalogue, catalogs catalogues,"
            + " dialog dialogue, dialogs dialogues, analog analogue, programme program, programmes programs, defense defence,"
            + " offense offence, license licence, licenses licences, licensing licencing, licensed licenced, practise practice,"
            + " practising practicing, aluminum aluminium, tire tyre, tires tyres, gray grey, plow plough, draft draught,"
            + " drafting draughting, jewelry jewellery, curb kerb, mold mould, molds moulds, molding moulding,"
            + " maneuver manoeuvre, maneuvers manoeuvres, artifact artefact, artifacts artefacts, aging ageing,"
            + " judgment judgement, enroll enrol, enrollment enrolment, fulfillment fulfilment, installment instalment,"
            + " skillful skilful, airplane aeroplane, esthetic aesthetic, esthetics aesthetics, pediatric paediatric,"
            + " pediatrics paediatrics, anesthetic anaesthetic, anesthesia anaesthesia, hematology haematology,"
            + " gynecology gynaecology, orthopedic orthopaedic, orthopedics orthopaedics, archeology archaeology,"
            + " check cheque, checks cheques, math mathematics, maths mathematics, sulfur sulphur,"
            + " inquiry enquiry, inquiries enquiries, cozy cosy, wagon waggon, whiskey whisky, yogurt yoghurt");

    /** Kept whole, singular or plural: Porter2 would merge them with another word of working life. */
    private static final Map<String, String> APART = pairs("customer customer, customs customs, engineering engineer,"
            + " engineer engineer, engineers engineer, engine engine, engines engine, marketing marketing,"
            + " accounting accounting, banking banking, business business, businesses business, university university,"
            + " universities university, physics physics, important important, importance important,"
            + " experiment experiment, experiments experiment, experimental experiment, authority authority,"
            + " authorities authority, publication publish, publications publish, designation designate, nursing nursing,"
            + " building building, buildings building, housing housing, clothing clothing, meeting meeting,"
            + " meetings meeting, drawing drawing, drawings drawing, marine marine, policy policy, policies policy, news news,"
            + " number number, organ organ, organs organ, booking booking, being being, wedding wedding, weddings wedding,"
            + " product products, products products");

    /** What Porter2 leaves apart although it is one word at work, as stems. */
    private static final Map<String, String> TOGETHER = pairs("analysi analys, analyt analys, mainten maintain,"
            + " deliveri deliver, strategi strateg, enquiri enquir, recoveri recov, discoveri discov, explan explain,"
            + " descript describ, prescript prescrib, transcript transcrib, registr regist, administr administ,"
            + " filtrat filter");

    /** Not the s of a plural: business, status, analysis, mechanics (who are no mechanic). */
    private static final List<String> KEEP_S = List.of("ss", "us", "is", "ics");

    /** Singular although they end in s, or another thing than their singular. */
    private static final Set<String> NO_PLURAL =
            Set.of("news", "gas", "lens", "series", "species", "sales", "customs", "goods", "premises");

    private static final List<String> APART_ENDINGS = List.of(
            "al", "ive", "ic", "ous", "ary", "able", "ible", "ory", "er", "or", "ist", "ian", "ant", "ee", "ly", "ity");

    /** Verbs, and nouns of doing, that end like an adjective or a person. */
    private static final Set<String> DOINGS = Set.of(
            "receive",
            "archive",
            "arrive",
            "derive",
            "survive",
            "strive",
            "revive",
            "thrive",
            "conceive",
            "perceive",
            "approval",
            "removal",
            "disposal",
            "appraisal",
            "renewal",
            "retrieval",
            "referral",
            "proposal",
            "supply",
            "apply",
            "comply",
            "multiply",
            "delivery",
            "recovery",
            "discovery",
            "inventory",
            "inquiry",
            "enquiry",
            "reply",
            "assembly",
            "register",
            "administer",
            "filter");

    private final SnowballStemmer stemmer = new SnowballStemmer(ALGORITHM.ENGLISH);
    private final Map<String, String> stems = new HashMap<>();

    /** The word in British spelling and singular; verbs keep their ending. */
    String singular(String word) {
        String spelled = spelled(word);
        if (word.length() > LONGEST || spelled.length() < 4 || NO_PLURAL.contains(spelled)) return spelled;
        String irregular = IRREGULAR.get(spelled);
        if (irregular != null) return irregular;
        int n = spelled.length();
        if (!spelled.endsWith("s") || KEEP_S.stream().anyMatch(spelled::endsWith)) {
            return spelled;
        }
        if (spelled.endsWith("ies") && n > 4) return spelled.substring(0, n - 3) + "y";
        if (spelled.endsWith("sses")
                || spelled.endsWith("shes")
                || spelled.endsWith("ches")
                || spelled.endsWith("xes")) {
            return spelled.substring(0, n - 2);
        }
        return spelled.substring(0, n - 1);
    }

    /** What the word shares with its inflections and with the noun or verb made from it. Not always a word. */
    String stem(String word) {
        String known = stems.get(word);
        if (known != null) return known;
        String stem = stemmed(word);
        // Ordinary text has a few thousand words; the bound is for text that is not ordinary.
        if (stems.size() < 50_000) stems.put(word, stem);
        return stem;
    }

    private String stemmed(String word) {
        String spelled = spelled(word);
        if (word.length() > LONGEST || spelled.length() < 3 || !ascii(spelled)) return spelled;
        String apart = APART.get(spelled);
        if (apart != null) return apart;
        if (standsApart(spelled) || NO_PLURAL.contains(spelled)) return singular(word);
        String stem = stemmer.stem(IRREGULAR.getOrDefault(spelled, spelled)).toString();
        // Porter2 undoubles most consonants but not this one: modelling and modeling, fulfil and fulfill.
        if (stem.endsWith("ll")) stem = stem.substring(0, stem.length() - 1);
        // identification and identify, certification and certify
        if (stem.endsWith("if") && stem.length() > 5) stem += "i";
        return TOGETHER.getOrDefault(stem, stem);
    }

    /**
     * Verbs and the nouns of their doing are one (operate, operating, operation); what things are like and who does them are not (operational,
     * operator), nor is “medication” medical.
     */
    private static boolean standsApart(String word) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (one.length() < 6 || DOINGS.contains(one)) return false;
        for (String ending : APART_ENDINGS) {
            if (one.endsWith(ending)) return true;
        }
        return false;
    }

    private static String spelled(String word) {
        String british = SPELLING.getOrDefault(word, word);
        if (british.length() < 6 || british.indexOf('z') < 0) return british;
        return british.replace("iz", "is").replace("yz", "ys");
    }

    private static boolean ascii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) return false;
        }
        return true;
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : list.split(", *")) {
            String[] two = pair.strip().split(" ");
            pairs.put(two[0], two[1]);
        }
        return Map.copyOf(pairs);
    }
}
