package suluh.exports.synth;

import java.util.List;

/**
 * What a probe will hold, decided before a byte is written.
 *
 * @param group the group it is about
 * @param cast the people
 * @param exports in the order of writing
 * @param marked conversations whose truth is recorded
 * @param sideGroups groups and channels that members were moved to
 * @param replacements groups that fell silent, each with the one that took its place
 * @param conversationCount different conversations; one that lies in two exports counts once
 */
record ProbePlan(
        GroupProfile group,
        Cast cast,
        List<Export> exports,
        List<Marked> marked,
        List<SideGroup> sideGroups,
        List<Replaced> replacements,
        long conversationCount) {
    /** A staged or innocent conversation and the file it stands in. */
    record Marked(String path, Conversation conversation) {}

    /** A group or channel on another service and the file it stands in; its core is its lead and then its brokers. */
    record SideGroup(String path, Conversation conversation) {}

    /** A group that falls silent, and the one that its members go on in. */
    record Replaced(SideGroup silent, SideGroup successor) {}
}
