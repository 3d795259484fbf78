package suluh.exports.meta.returned;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.markup.MarkupCursor;
import suluh.exports.markup.MarkupCursor.Token;

/**
 * Goes through the page of a return and gives out its records, section by section, as the tree of its blocks tells them.
 *
 * <p>A field is a block that holds a label and a value; a value holds words, or records of fields with spacers between
 * them. Both spellings are known: {@code t o}, {@code t i}, {@code m}, {@code p} and {@code div_table outer},
 * {@code inner}, {@code most_inner}; and tables with {@code th} and {@code td}. Pages are cut for printing: at a page
 * break every open block is closed and opened again without its label, so a block without a label goes on with the one
 * before it. A label inside a value is a word like any other: only the tree makes fields. Memory: one record.
 */
final class ReturnPage {
    /** Takes the records of a page. */
    interface Records {
        void beginSection(String name, long offset);

        /**
         * A record is whole.
         *
         * @param list labels of the lists around it, outermost first
         * @param loose words at the head of the innermost list
         */
        void take(List<String> list, String loose, ReturnRecord record);

        void endSection();
    }

    /** What a block is. */
    private enum Role {
        FIELD,
        LABEL,
        VALUE,
        SPACER,
        SECTION,
        NONE
    }

    /** Label of a list of messages; its records are given out one by one however many there are. */
    private static final String THREAD = "Thread";

    private static final String SECTION_PREFIX = "property-";
    private static final Set<String> FIELDS = Set.of("o", "outer");
    private static final Set<String> LABELS = Set.of("i", "inner");
    private static final Set<String> VALUES = Set.of("m", "most_inner");
    private static final Set<String> PAGE = Set.of("html", "body");
    /** Blocks within blocks; returns have some twenty. */
    private static final int MAX_OPEN = 400;
    /** Characters of one value; messages end at 64 Ki. */
    private static final int MAX_VALUE_CHARS = 8 << 20;
    /** Labels that begin a record where no spacer stands before it. */
    private static final Set<String> STARTERS = Set.of("Author", "CyberTip ID");

    private final MarkupCursor page;
    private final ReadingTally tally;
    private final Records records;
    private final List<Block> open = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<Block> fields = new ArrayList<>();
    private boolean inSection;
    private int beyond;

    private static final class Block {
        private final String name;
        private final Role role;
        private final long start;
        private final StringBuilder label = new StringBuilder();
        private final StringBuilder value = new StringBuilder();
        private final List<String> linked = new ArrayList<>();
        private boolean nested;

        Block(String name, Role role, long start) {
            this.name = name;
            this.role = role;
            this.start = start;
        }
    }

    /** The list at one depth: its label, and the record that is being built. */
    private static final class Level {
        private String label = "";
        private String loose = "";
        private ReturnRecord record = new ReturnRecord();
    }

    ReturnPage(MarkupCursor page, ReadingTally tally, Records records) {
        this.page = page;
        this.tally = tally;
        this.records = records;
    }

    void run() throws IOException {
        for (Token token = page.next(); token != null; token = page.next()) {
            switch (token) {
                case START -> opened();
                case END -> closed(page.name());
                case TEXT -> words(page.text());
            }
        }
        if (inSection) {
            tally.recordNotUnderstood();
            tally.damaged(
                    ReadingCode.MARKUP_CUT, "the page ends inside a section; what stood before was read", page.end());
            endSection();
        } else if (open.stream().anyMatch(block -> PAGE.contains(block.name))) {
            tally.damaged(
                    ReadingCode.MARKUP_CUT, "the page ends before its own end; what stood there was read", page.end());
        }
    }

    private void opened() {
        if (open.size() >= MAX_OPEN) {
            beyond++;
            tally.alarmOnce(
                    ReadingCode.MARKUP_LIMIT,
                    "depth",
                    "blocks are nested deeper than " + MAX_OPEN + " times; what is deeper was not read",
                    page.start());
            return;
        }
        Role role = role();
        Block block = new Block(page.name(), role, page.start());
        open.add(block);
        if (role == Role.SECTION) {
            String id = String.valueOf(page.attribute("id"));
            if (inSection) {
                // Sections stand beside each other; one inside another means that an end is missing.
                endSection();
            }
            inSection = true;
            levels.clear();
            levels.add(new Level());
            records.beginSection(id.substring(SECTION_PREFIX.length()), page.start());
        } else if (role == Role.FIELD && inSection) {
            openField(block);
        } else if (page.name().equals("br")) {
            words("\n");
        }
        link();
    }

    private void openField(Block block) {
        if (!fields.isEmpty()) {
            Block parent = fields.getLast();
            if (!parent.nested) {
                parent.nested = true;
                openList(parent);
            }
        }
        fields.add(block);
    }

    /** A field holds records: a list begins, or goes on behind a page break when the field has no label. */
    private void openList(Block parent) {
        int depth = fields.size();
        String label = parent.label.toString().strip();
        if (label.isEmpty() && levels.size() > depth) {
            return;
        }
        flushFrom(depth);
        while (levels.size() <= depth) {
            levels.add(new Level());
        }
        Level level = levels.get(depth);
        level.label = label;
        level.loose = parent.value.toString().strip();
        level.record = new ReturnRecord();
    }

    private void link() {
        String target = page.attribute("src");
        target = target == null ? page.attribute("href") : target;
        if (target != null && target.contains("linked_media/") && !fields.isEmpty()) {
            fields.getLast().linked.add(target);
        }
    }

    private void closed(String name) {
        if (beyond > 0) {
            beyond--;
            return;
        }
        int at = open.size() - 1;
        while (at >= 0 && !open.get(at).name.equals(name)) {
            at--;
        }
        while (at >= 0 && open.size() > at) {
            close(open.removeLast());
        }
    }

    private void close(Block block) {
        switch (block.role) {
            case FIELD -> {
                if (inSection && !fields.isEmpty() && fields.getLast() == block) {
                    closeField(fields.removeLast());
                }
            }
            case SPACER -> {
                if (inSection) {
                    flushFrom(fields.size());
                }
            }
            case SECTION -> {
                if (inSection) {
                    endSection();
                }
            }
            case LABEL, VALUE, NONE -> {}
        }
    }

    private void closeField(Block field) {
        int depth = fields.size();
        String label = field.label.toString().strip();
        if (field.nested) {
            return;
        }
        while (levels.size() <= depth) {
            levels.add(new Level());
        }
        Level level = levels.get(depth);
        String value = field.value.toString().strip();
        if (label.isEmpty()) {
            level.record.continueLast(value, page.end());
        } else {
            flushFrom(depth + 1);
            if (STARTERS.contains(label) && level.record.value(label) != null) {
                flushFrom(depth);
            }
            level.record.add(label, value, field.start, page.end());
        }
        for (String target : field.linked) {
            level.record.addLinked(target, field.start, page.end());
        }
    }

    /** Ends the records at this depth and below. */
    private void flushFrom(int depth) {
        for (int at = levels.size() - 1; at >= Math.max(0, depth); at--) {
            Level level = levels.get(at);
            if (!level.record.isEmpty()) {
                ReturnRecord whole = level.record;
                level.record = new ReturnRecord();
                if (at <= 1 || isThread(at)) {
                    records.take(lists(at), level.loose, whole);
                } else {
                    levels.get(at - 1).record.add(new ReturnRecord.Nested(level.label, level.loose, whole));
                }
            }
        }
    }

    /** True when the records at this depth are those of a thread, which are too many to be held together. */
    private boolean isThread(int depth) {
        return levels.get(depth).label.startsWith(THREAD);
    }

    private List<String> lists(int depth) {
        List<String> labels = new ArrayList<>();
        for (int at = 1; at <= depth; at++) {
            labels.add(levels.get(at).label);
        }
        return labels;
    }

    private void endSection() {
        flushFrom(0);
        fields.clear();
        inSection = false;
        records.endSection();
    }

    private void words(String text) {
        if (fields.isEmpty()) {
            return;
        }
        Block field = fields.getLast();
        for (int i = open.size() - 1; i >= 0 && open.get(i) != field; i--) {
            Role role = open.get(i).role;
            if (role == Role.VALUE || role == Role.LABEL) {
                append(role == Role.VALUE ? field.value : field.label, text);
                return;
            }
        }
    }

    private void append(StringBuilder out, String text) {
        if (out.length() + text.length() <= MAX_VALUE_CHARS) {
            out.append(text);
        } else {
            tally.alarmOnce(
                    ReadingCode.MARKUP_LIMIT,
                    "value",
                    "a value is longer than " + MAX_VALUE_CHARS + " characters; its end was left out",
                    page.start());
        }
    }

    private Role role() {
        return switch (page.name()) {
            case "div", "section" -> divRole();
            case "tr" -> Role.FIELD;
            case "th" -> Role.LABEL;
            case "td" -> Role.VALUE;
            default -> Role.NONE;
        };
    }

    private Role divRole() {
        String id = page.attribute("id");
        if (id != null && id.startsWith(SECTION_PREFIX)) {
            return Role.SECTION;
        }
        String classes = page.attribute("class");
        if (classes == null || !inSection) {
            return Role.NONE;
        }
        for (String one : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (FIELDS.contains(one)) {
                return Role.FIELD;
            }
            if (LABELS.contains(one)) {
                return Role.LABEL;
            }
            if (VALUES.contains(one)) {
                return Role.VALUE;
            }
            if (one.equals("p")) {
                return Role.SPACER;
            }
        }
        return Role.NONE;
    }
}
