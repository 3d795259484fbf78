package suluh.exports.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import suluh.exports.script.ScriptBook.Part;
import suluh.exports.script.ScriptBook.Scene;
import suluh.exports.script.ScriptBook.Template;

/**
 * Writes the labelled set of a part: for each cue template a script that holds it, and as many innocent ones.
 *
 * <p>A staged script takes one template of each of four to seven families, roughly in the order of the stage models, with
 * ordinary talk and short answers between; a trade script is a group in which one member offers. The same seed gives the
 * same scripts. Memory: one script at a time.
 */
public final class ScriptSet {
    private static final List<List<String>> STAGES = List.of(
            List.of("AGE", "GUARDIANS"),
            List.of("FLATTERY", "BOND", "GIFTS", "BOUNDARY"),
            List.of("SECRECY", "ERASURE", "MOVE"),
            List.of("PICTURE", "MEETING", "PRESSURE", "THREAT"));
    private static final List<String> TRADE = List.of("GROUP_OFFER", "PAID_ACCESS", "INVITE_LINK");
    private static final Set<String> OF_GROUPS = Set.copyOf(TRADE);
    private static final int MIN_FAMILIES = 4;
    private static final int MAX_FAMILIES = 7;
    private static final int MAX_CHATTER = 3;
    private static final int GROUP_MEMBERS = 9;
    private static final int GROUP_TALK = 12;
    private static final int ORDINARY_TALK = 30;

    private final ScriptBook book;
    private final Part part;
    private final long seed;

    public ScriptSet(Part part, long seed) {
        this.book = new ScriptBook(part);
        this.part = part;
        this.seed = seed;
    }

    /** Gives {@code copies} scripts for each cue template, and as many innocent ones, to the consumer. */
    public void write(int copies, Consumer<Script> scripts) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Template> templates = book.templates();
        List<Scene> scenes = book.scenes();
        int innocent = 0;
        for (int copy = 0; copy < copies; copy++) {
            for (int i = 0; i < templates.size(); i++) {
                String number = copy + "-" + i;
                Template template = templates.get(i);
                scripts.accept(
                        OF_GROUPS.contains(template.family())
                                ? trade(id("trade", number), template, random)
                                : staged(id("staged", number), template, random));
                scripts.accept(innocent(id("innocent", number), scenes.get(innocent++ % scenes.size()), random));
            }
        }
    }

    /** Gives this many conversations of ordinary talk to the consumer. */
    public void writeOrdinary(int count, Consumer<Script> scripts) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> languages = List.of("en", "ms", "mix", "id", "zh", "ta");
        for (int i = 0; i < count; i++) {
            String language = languages.get(i % languages.size());
            List<Script.Line> lines = new ArrayList<>();
            for (int j = 0; j < ORDINARY_TALK; j++) {
                String sender = random.nextBoolean() ? "a" : "b";
                lines.add(talk(sender, random.nextInt(4) == 0 ? "reply" : "chatter", language, random));
            }
            scripts.accept(new Script(id("ordinary", String.valueOf(i)), language, "ordinary", false, lines));
        }
    }

    private String id(String kind, String number) {
        return kind + "-" + (part == Part.TRAIN ? "t" : "h") + number;
    }

    private Script staged(String id, Template anchor, SplittableRandom random) {
        int wanted = random.nextInt(MIN_FAMILIES, MAX_FAMILIES + 1);
        List<String> families = new ArrayList<>();
        for (List<String> stage : STAGES) {
            families.addAll(stage);
        }
        while (families.size() > wanted) {
            int victim = random.nextInt(families.size());
            if (!families.get(victim).equals(anchor.family())) {
                families.remove(victim);
            }
        }
        List<Script.Line> lines = new ArrayList<>();
        chatter(lines, anchor.language(), random);
        for (String family : families) {
            List<Template> choice = book.templates(family, anchor.language());
            Template template = family.equals(anchor.family()) ? anchor : choice.get(random.nextInt(choice.size()));
            lines.add(new Script.Line("a", book.filled(template.text(), random), true));
            lines.add(talk("b", "reply", anchor.language(), random));
            chatter(lines, anchor.language(), random);
        }
        return new Script(id, anchor.language(), "staged", true, lines);
    }

    private Script trade(String id, Template anchor, SplittableRandom random) {
        List<Script.Line> lines = new ArrayList<>();
        for (String family : TRADE) {
            for (int i = random.nextInt(GROUP_TALK / 2, GROUP_TALK); i > 0; i--) {
                lines.add(talk("member" + random.nextInt(GROUP_MEMBERS), "chatter", anchor.language(), random));
            }
            List<Template> choice = book.templates(family, anchor.language());
            Template template = family.equals(anchor.family()) ? anchor : choice.get(random.nextInt(choice.size()));
            lines.add(new Script.Line("admin", book.filled(template.text(), random), true));
        }
        return new Script(id, anchor.language(), "trade", true, lines);
    }

    private Script innocent(String id, Scene scene, SplittableRandom random) {
        List<Script.Line> lines = new ArrayList<>();
        chatter(lines, scene.language(), random);
        for (String line : scene.lines()) {
            lines.add(new Script.Line(line.substring(0, 1), book.filled(line.substring(3), random), false));
            chatter(lines, scene.language(), random);
        }
        return new Script(id, scene.language(), scene.kind(), false, lines);
    }

    private void chatter(List<Script.Line> lines, String language, SplittableRandom random) {
        for (int i = random.nextInt(MAX_CHATTER + 1); i > 0; i--) {
            lines.add(talk(random.nextBoolean() ? "a" : "b", "chatter", language, random));
        }
    }

    private Script.Line talk(String sender, String kind, String language, SplittableRandom random) {
        List<String> lines = book.talk(kind, language);
        return new Script.Line(sender, lines.get(random.nextInt(lines.size())), false);
    }
}
