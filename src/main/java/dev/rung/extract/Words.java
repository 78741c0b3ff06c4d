package dev.rung.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words that play a part of their own when skills are looked for. */
final class Words {
    /** Say how other words hang together and nothing about a skill. Words that negate are not among them. */
    static final Set<String> FUNCTION = split(
            "a an the of in for to and or with on at by from as into via onto upon per its it is"
                    + " are was were be been being this that these those their our your his her my we you they he she i who which"
                    + " such any all both each other some etc eg ie using than then so if when while through across within"
                    + " between over under about towards toward including will can may would should could must have has had do does did");

    /** Turns of phrase whose words do not mean what they mean elsewhere. */
    static final Map<String, List<List<String>>> IDIOMS_BY_FIRST_WORD = Stream.of(
                    "in order to",
                    "state of the art",
                    "rule of thumb",
                    "as a rule",
                    "by design",
                    "in terms of",
                    "with regard to",
                    "in regard to",
                    "with respect to",
                    "on behalf of",
                    "at least",
                    "as well as",
                    "as well",
                    "in accordance with",
                    "in addition to",
                    "in charge of",
                    "in support of",
                    "in case of",
                    "take part in",
                    "to the point",
                    "in time",
                    "word of mouth",
                    "at the time",
                    "point of view",
                    "a variety of",
                    "a range of",
                    "in line with",
                    "on time",
                    "up to date",
                    "in the field of",
                    "as part of",
                    "on the part of",
                    "in place",
                    "equal opportunity employer",
                    "in person",
                    "of course")
            .map(idiom -> List.of(idiom.split(" ")))
            .collect(Collectors.groupingBy(List::getFirst));

    /** Between two nouns whose order they turn: “analysis of data” is data analysis. */
    static final Set<String> PREPOSITIONS = split("of for in on with to from at about");

    /** What joins a name to a list or a demand, besides commas. */
    static final Set<String> JOINS_BEFORE = split("and or with in using plus");

    static final Set<String> JOINS_AFTER = split("and or plus is are would required preferred needed");

    /** Verbs at the head of a label that add little to what follows: “use spreadsheets” is about spreadsheets. */
    static final Set<String> LIGHT_VERBS =
            split("use apply perform do make create build conduct carry undertake execute provide"
                    + " prepare handle operate manage ensure have work understand know maintain develop produce utilise run deliver"
                    + " practise demonstrate show");

    /** At the end of a label: “communication skills” are about communication. */
    static final Set<String> LIGHT_TAILS = split("skills skill");

    /** In front of the product's own name in labels: “Microsoft Excel” is called Excel. */
    static final Set<String> VENDORS = split("microsoft ms office adobe apache google");

    /** Product names and languages that are ordinary words too: written small they mean the ordinary word. */
    static final Set<String> ORDINARY = split(
            "access ada angular assembly backbone basic blender box brand brands chef crystal curl dart"
                    + " docs drive eclipse elm ember excel express flask flow flux forms go hack hive illustrator impala julia kafka less"
                    + " maple maven mocha notion occam oracle outlook pages pascal pig polish processing project publisher puppet"
                    + " python rage rails react ruby rust sage salt sas scala scheme scratch sheets shell shiva sketch slack slides"
                    + " small smalltalk solid spark spring squid stata swift teams unity vagrant vault visio wild windows word zoom"
                    + " air ale arm as at be cad can did dies do he her him his how if in is it led lot map mars may me mis no not off"
                    + " on or our pal pan pat plan pos pro rid rod sap see set she so some sort spa step sum tap tie to top us we who you");

    /**
     * Words that every posting and every prose is full of. By itself such a word means the skill only where it is the skill's own label, and
     * even then weakly; a taxonomy that has “time”, “standards” or “current” as another name for a skill does not mean every place they stand.
     */
    static final Set<String> COMMON =
            split("ability abilities access account accounts act action actions active activity activities"
                    + " administration advice age agency agencies agreement aid air analysis applicant applicants application applications"
                    + " approach area areas art assessment assignment assist assistance assistant attention architecture authority award balance base bases"
                    + " basis behaviour benefit benefits board bodies body book books budget budgets build building buildings business call"
                    + " calls campus candidate candidates capacity card care career case cases cause centre challenge challenges change"
                    + " changes charge check child children city class classes clean client clients clinic code codes coding collection collections college colour commitment"
                    + " committee communication communications community company competence competition complete complex compliance component"
                    + " components condition conditions conference consultation contact content contract contracts control controls"
                    + " coordination cost costs country course courses cover craft criteria critical culture current customer customers"
                    + " cut data date day days deadline deadlines decision decisions degree delivery demand department design detail details"
                    + " development device devices difference direction director discipline discussion display distribution diversity document"
                    + " documents draw drive duties duty education effect effort efforts emergency employee employees employer energy"
                    + " environment equipment evaluation event events evidence exam examination example exchange exercise experience expert"
                    + " experts eye face facility facilities fact factor family families field fields figure file files film finance fire"
                    + " firm fit floor focus food force foreign form forms foster fostering foundation frame function functions game goal goals good goods government group"
                    + " groups growth guidance guide guidelines hand hands head health help history home hour hours house human idea ideas"
                    + " image impact implementation individual individuals industry information initiative input inspection institution"
                    + " instruction instructions insurance interaction interactions interest interests interview inventory issue issues"
                    + " item items job jobs judgement key knowledge labour language law laws lead leader leaders leadership learn learning"
                    + " leave lesson letter level levels library licence life light line lines list lists literature load loan local"
                    + " location loss machine machines mail maintenance manage management manager managers manual market material materials"
                    + " matter measure measures media medicine meet meeting meetings member members memory message method methods military"
                    + " mind minor mission model models money monitor month movement music name nature need needs network news note"
                    + " notes number nurse nurses nutrition object objective objectives office officer officers open operation operations"
                    + " opinion opportunity option order orders organisation organisations outcome outcomes paint paper papers part participate"
                    + " participant participants partner partners parts party patient patients pay payment people performance period permit"
                    + " person personnel phone picture place plan planning plans plant play plus point points police policies policy position"
                    + " positions post power practice practices presence present press price problem problems procedure procedures process"
                    + " processes processing produce product production products professional professionals professor profile program"
                    + " programs progress project projects property proposal protect protection provision provisions provider public purchase purpose qualification"
                    + " quality question questions race range rate rates read reading reason receive record records reference region"
                    + " regulation regulations relation relations relationship relationships release report reporting reports request requests"
                    + " requirement requirements research resolution resource resources response responsibilities responsibility responsible"
                    + " result results review reviews right rights risk risks role roles room rule rules safety salary sale sales sample"
                    + " scale schedule schedules school science scope score season section security selection self sense serve service"
                    + " services session set shade shape share shift ship shop show sign sing site sites situation situations size skill"
                    + " skills society software solution solutions source sources space specialist speech staff stage standard standards"
                    + " start state station statement statements step store stores strategy strategies strength stress structure student"
                    + " students studies study style subject success supervision supplies supply support survey system systems table target"
                    + " task tasks teach teacher teaching team teams technique techniques technology term terms test testing tests text theory"
                    + " thing things thought time title tool tools topic trade traffic train training transfer transport travel treatment trend"
                    + " trends type types unit units unity university update use user users vacancy value values variety vehicle vehicles"
                    + " version video view visit voice volume water way weapon weather web website week weight well whole window wood word"
                    + " words work workers workplace world write writing year years youth");

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
