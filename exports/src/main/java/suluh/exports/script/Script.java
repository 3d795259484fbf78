package suluh.exports.script;

import java.util.List;

/**
 * A synthetic conversation with its label.
 *
 * @param id unlike any other of its set
 * @param language language of its templates
 * @param kind {@code staged}, {@code trade}, {@code ordinary}, or the kind of its innocent scene
 * @param isPositive whether it is one that needs a look
 * @param lines in order
 */
public record Script(String id, String language, String kind, boolean isPositive, List<Line> lines) {
    public Script {
        lines = List.copyOf(lines);
    }

    /**
     * A message.
     *
     * @param sender who writes: a, b or a member of the group
     * @param isCue true when the line comes from a cue template
     */
    public record Line(String sender, String text, boolean isCue) {}
}
