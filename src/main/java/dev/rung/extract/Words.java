package dev.rung.extract;

import java.util.Set;

/** English words that play a part of their own when skills are looked for. */
final class Words {
    /** Say how other words hang together and nothing about a skill. Words that negate are not among them. */
    static final Set<String> FUNCTION = split(
            "a an the of in for to and or with on at by from as into via onto upon per its it is"
                    + " are was were be been being this that these those their our your his her my we you they he she i who which"
                    + " such any all both each other some etc e g eg ie using use's than then so if when while through across within"
                    + " between over under about towards toward including will can may would should could must have has had do does did");

    /** Between two nouns whose order they turn: “analysis of data” is data analysis. */
    static final Set<String> PREPOSITIONS = split("of for in on with to from at about");

    /** What joins a name to a list or a demand, besides commas. */
    static final Set<String> JOINS = split("and or with in using plus is are would required preferred needed");

    /** Verbs at the head of a label that add little to what follows: “use spreadsheets” is about spreadsheets. */
    static final Set<String> LIGHT_VERBS =
            split("use apply perform do make create build conduct carry undertake execute provide"
                    + " prepare handle operate manage ensure have work understand know maintain develop produce utilise run deliver"
                    + " practise demonstrate show");

    /** In front of the product's own name in labels: “Microsoft Excel” is called Excel. */
    static final Set<String> VENDORS = split("microsoft ms office adobe apache google");

    /** Product names and languages that are ordinary words too: written small they mean the ordinary word. */
    static final Set<String> ORDINARY = split(
            "access ada angular assembly backbone basic blender box chef crystal curl dart"
                    + " docs drive eclipse elm ember excel express flask flow flux forms go hack hive illustrator impala julia kafka less"
                    + " maple maven mocha notion occam oracle outlook pages pascal pig polish processing project publisher puppet"
                    + " python rage rails react ruby rust sage salt sas scala scheme scratch sheets shell shiva sketch slack slides"
                    + " small smalltalk solid spark spring squid stata swift teams unity vagrant vault visio wild windows word zoom"
                    + " air ale arm as at be cad can did dies do he her him his how if in is it led lot map mars may me mis no not off"
                    + " on or our pal pan pat plan pos pro rid rod sap see set she so some sort spa step sum tap tie to top us we who you");

    /** What stands directly before the name of something one knows: “knowledge of …”, “proficient in …”. */
    static final Set<String> CUES =
            split("knowledge experience experienced skills skill skilled proficiency proficient expertise"
                    + " expert understanding familiarity familiar competence competency competent fluency fluent background qualified"
                    + " trained certified certification specialised specialized ability able know knows languages tools technologies"
                    + " frameworks software trained training degree course courses interest responsibilities");

    private Words() {}

    private static Set<String> split(String list) {
        return Set.of(java.util.Arrays.stream(list.split("\\s+")).distinct().toArray(String[]::new));
    }
}
