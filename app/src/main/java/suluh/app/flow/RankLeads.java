package suluh.app.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.app.flow.AssessConversations.Assessed;
import suluh.app.store.ObservationStore.StoredInvitation;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredTie;
import suluh.core.conversation.Band;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.SourcePointer;
import suluh.core.triage.Lead;
import suluh.core.triage.Reason;

/** Makes one queue of accounts out of what the other flows found. */
final class RankLeads {
    /** Records kept for a reason: enough to begin checking it. */
    private static final int MAX_SOURCES = 5;

    private static final class Figure {
        private final Set<String> counted = new HashSet<>();
        private final List<SourcePointer> sources = new ArrayList<>();
    }

    private final CaseMaterial material;
    private final Map<String, Map<Reason.Code, Figure>> figures = new HashMap<>();

    private RankLeads(CaseMaterial material) {
        this.material = material;
    }

    /** Leads, the first of which a person should look at first. */
    static List<Lead> run(CaseMaterial material, AssessConversations.Result assessed) {
        RankLeads flow = new RankLeads(material);
        flow.count(assessed.found());
        assessed.structure()
                .forEach((conversation, signals) -> signals.forEach(signal -> flow.count(conversation, signal)));
        List<Lead> leads = new ArrayList<>();
        flow.figures.forEach((account, reasons) -> leads.add(Lead.of(
                account,
                reasons.entrySet().stream()
                        .map(entry -> new Reason(
                                entry.getKey(), entry.getValue().counted.size(), entry.getValue().sources))
                        .toList())));
        leads.sort(null);
        return leads;
    }

    private void count(List<Assessed> assessed) {
        for (Assessed one : assessed) {
            String sender = one.assessment().sender();
            if (sender != null) {
                Reason.Code code = one.assessment().band() == Band.LOOK_NOW
                        ? Reason.Code.LOOK_NOW_CONVERSATIONS
                        : Reason.Code.LOOK_CONVERSATIONS;
                add(
                        sender,
                        code,
                        "c" + one.conversation(),
                        one.assessment().cues().getFirst().message().source());
            }
        }
        for (StoredTie tie : material.ties()) {
            if (tie.role().equals("creator") || tie.role().equals("administrator")) {
                add(
                        material.accountKey(tie.account()),
                        Reason.Code.ADMINISTERS_GROUPS,
                        "g" + tie.conversation(),
                        tie.source());
            }
        }
        for (StoredContact contact : material.contacts()) {
            if (contact.relation() == ContactRelation.PUBLISHED) {
                Reason.Code code = contact.kind() == ContactPointKind.INVITE_LINK
                        ? Reason.Code.PUBLISHES_INVITES
                        : Reason.Code.PUBLISHES_CONTACTS;
                add(material.accountKey(contact.account()), code, contact.normalised(), contact.source());
            }
        }
        for (StoredInvitation invitation : material.invitations()) {
            if (invitation.inviter() > 0) {
                add(
                        material.accountKey(invitation.inviter()),
                        Reason.Code.SENDS_INVITATIONS,
                        invitation.invited() + "/" + invitation.conversation(),
                        invitation.source());
            }
        }
    }

    /** A conversation that says how it came about; the account is the one of the actor that wrote in it. */
    private void count(int conversation, Signal signal) {
        Reason.Code code = switch (signal.code()) {
            case OPENS_ALIKE -> Reason.Code.OPENS_ALIKE;
            case HOURS_AFTER_GROUP_JOIN -> Reason.Code.CONTACTS_AFTER_GROUP_JOIN;
            case MOVED_PLATFORM -> Reason.Code.MOVES_PLATFORM;
            case NO_SHARED_TIES -> Reason.Code.CONTACTS_WITHOUT_TIES;
            case PERSISTS_UNANSWERED -> Reason.Code.PERSISTS_UNANSWERED;
            case WRITES_AT_NIGHT -> Reason.Code.WRITES_AT_NIGHT;
        };
        add(signal.account(), code, "c" + conversation, signal.sources().getFirst());
    }

    private void add(String account, Reason.Code code, String what, SourcePointer source) {
        Figure figure = figures.computeIfAbsent(account, ignored -> new HashMap<>())
                .computeIfAbsent(code, ignored -> new Figure());
        if (figure.counted.add(what) && figure.sources.size() < MAX_SOURCES) {
            figure.sources.add(source);
        }
    }
}
