package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import suluh.app.flow.AssessConversations.Assessed;
import suluh.app.flow.DescribeGroups.Described;
import suluh.app.flow.MapNetwork.Mapped;
import suluh.app.flow.MeanNetwork.Meaning;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Processors;
import suluh.app.store.ObservationStore.GroupStatement;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredContact;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredTie;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.disclosure.AccountFinding;
import suluh.core.disclosure.CaseReport;
import suluh.core.disclosure.ContactFinding;
import suluh.core.disclosure.ConversationFinding;
import suluh.core.disclosure.CueFinding;
import suluh.core.disclosure.Findings;
import suluh.core.disclosure.GroupFinding;
import suluh.core.disclosure.MediaFindings;
import suluh.core.disclosure.NetworkFinding;
import suluh.core.disclosure.NetworkMapJson;
import suluh.core.disclosure.NetworkPosition;
import suluh.core.disclosure.PublishedLink;
import suluh.core.disclosure.ReadingTotals;
import suluh.core.disclosure.ReasonFinding;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ScoreStep;
import suluh.core.identity.Resolution;
import suluh.core.kernel.Outcome;
import suluh.core.network.CaseNetwork;
import suluh.core.network.MeasureSettings;
import suluh.core.network.NetworkDrawing;
import suluh.core.network.NetworkMap;
import suluh.core.network.NetworkMeasures;
import suluh.core.network.NetworkPicture;
import suluh.core.network.NodeRoles;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.FileReading;
import suluh.core.triage.Lead;

/** Derives the findings of a case from its observations: joins accounts, maps the network, assesses, ranks. */
public final class AnalyseCase {
    /** Seed of the community search; fixed, so that the same input gives the same findings. */
    private static final long SEED = 1;

    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_CONVERSATIONS = 200;
    private static final int MAX_GROUPS = 50;
    /** Nodes laid out for the pages: the size of the group that the work began with. */
    private static final int MAX_MAP_NODES = 6_200;

    private static final int MAX_LINKS_OF_A_GROUP = 10;
    private static final int MAX_CONTACTS_OF_AN_ACCOUNT = 12;

    private final House house;

    public AnalyseCase(House house) {
        this.house = house;
    }

    /**
     * The network as {@code <svg>} elements.
     *
     * @param whole for documents that are printed
     * @param small of fewer nodes, for the report that is a page
     */
    public record Pictures(String whole, String small) {}

    /**
     * Findings with the network's pictures for the reports.
     *
     * @param restsOn digest of the decisions, evidence and readings that they rest on
     * @param erasures how often something of the case had been erased when the analysis began
     */
    public record Analysed(Findings findings, Pictures pictures, String restsOn, int erasures) {}

    /** Analyses what was read; messages are streamed, everything else is held in memory. */
    public Outcome<Analysed> run(
            OpenedCase opened, List<ReceivedItem> items, List<FileReading> readings, Progress progress) {
        return house.access().stillIn(opened, Act.ANALYSE_CASE).then(open -> {
            int erasures = house.erasures().count(open.id());
            return new MatchMedia(house)
                    .run(open, progress)
                    .then(media -> Outcome.done(analyse(open, items, readings, media, erasures, progress)));
        });
    }

    private Analysed analyse(
            OpenedCase opened,
            List<ReceivedItem> items,
            List<FileReading> readings,
            MediaFindings media,
            int erasures,
            Progress progress) {
        String restsOn = house.findings().basis(opened.id());
        progress.step("Joining accounts", 0);
        house.observations().noteSizes(opened.id());
        CaseMaterial material = new CaseMaterial(house.observations(), opened.id());
        Resolution resolution = ResolveAccounts.run(house, opened.id(), material);
        ResolveAccounts.keep(house, opened.id(), restsOn, erasures, resolution);
        progress.step("Mapping the network", 0);
        Mapped mapped = MapNetwork.run(
                house.networks(),
                opened.id(),
                material,
                resolution,
                SharedMedia.pictures(
                        house.media().files(opened.id()), house.media().copies(opened.id())));
        CaseNetwork network = mapped.network();
        progress.step("Describing groups", 0);
        // The one reads messages while the other measures what was mapped.
        List<Described> describing = new ArrayList<>();
        List<NetworkMeasures> measuring = new ArrayList<>();
        Processors.ALL.run(List.<Runnable>of(
                () -> describing.add(DescribeGroups.run(house.networks(), opened.id(), material, mapped)),
                () -> measuring.add(
                        NetworkMeasures.of(network, MeasureSettings.of(SEED).with(Processors.ALL)))));
        Described described = describing.getFirst();
        NetworkMeasures measures = measuring.getFirst();
        progress.step(
                "Assessing conversations",
                material.conversations().stream()
                        .mapToLong(StoredConversation::messages)
                        .sum());
        AssessConversations.Result assessed = AssessConversations.run(
                house.observations(),
                opened.id(),
                material,
                new CollectStructure(house.structure(), opened.id(), material, resolution),
                progress);
        progress.step("Ranking leads", 0);
        List<Lead> leads = RankLeads.run(material, assessed);
        // What it means does not depend on how it is drawn: one processor lays out while the other reads meaning.
        List<Meaning> meant = new ArrayList<>();
        Drawings drawings = new Drawings(network, measures);
        Processors.ALL.run(Stream.concat(
                        Stream.<Runnable>of(() ->
                                meant.add(MeanNetwork.run(material, mapped, measures, described, assessed.found()))),
                        drawings.laying())
                .toList());
        Meaning meaning = meant.getFirst();
        LabelNodes labels = new LabelNodes(material, resolution);
        Findings findings = new Findings(
                items.size(),
                items.stream().mapToLong(ReceivedItem::sizeBytes).sum(),
                ReadingTotals.of(readings),
                house.observations().counts(opened.id()),
                groups(material, network, measures),
                resolution.actors(),
                resolution.suggested(),
                accounts(material, resolution, network, measures, meaning.roles(), leads),
                conversations(material, assessed),
                new NetworkFinding(
                        network.nodeCount(),
                        network.graph().edgeCount(),
                        measures.modularity(),
                        measures.communitySizes(),
                        measures.keyPlayers(),
                        measures.robustness(),
                        meaning.insight(),
                        labels.namesIn(meaning.insight(), measures.keyPlayers())),
                media);
        byte[] drawn = CanonicalJson.bytes(NetworkMapJson.of(drawings.map(MAX_MAP_NODES, meaning.roles(), labels)));
        house.database().inCase(opened.id(), () -> {
            house.erasures().keepOutOrFail(opened.id(), erasures);
            house.maps().add(opened.id(), house.clock().instant(), drawn, network);
            return true;
        });
        NetworkMap map = drawings.map(NetworkPicture.MAX_NODES, meaning.roles(), labels);
        Pictures pictures = new Pictures(
                NetworkPicture.svg(map, node -> ""),
                NetworkPicture.within(CaseReport.MAX_PICTURE_BYTES, map, node -> ""));
        return new Analysed(findings, pictures, restsOn, erasures);
    }

    /** Layouts of one network, by the nodes they hold at most; laid out side by side. */
    private record Drawings(CaseNetwork network, NetworkMeasures measures, Map<Integer, NetworkDrawing> byNodes) {
        Drawings(CaseNetwork network, NetworkMeasures measures) {
            this(network, measures, new ConcurrentHashMap<>());
        }

        /** Small networks have one layout for all. */
        private int size(int maxNodes) {
            return network.nodeCount() <= NetworkPicture.MAX_NODES ? NetworkPicture.MAX_NODES : maxNodes;
        }

        Stream<Runnable> laying() {
            return Stream.of(NetworkPicture.MAX_NODES, MAX_MAP_NODES)
                    .map(this::size)
                    .distinct()
                    .map(size -> () -> byNodes.put(size, NetworkDrawing.of(network, measures, size)));
        }

        NetworkMap map(int maxNodes, List<NodeRoles> roles, LabelNodes labels) {
            NetworkDrawing drawing = byNodes.get(size(maxNodes));
            if (drawing == null) {
                throw new IllegalStateException("a network is laid out before it is drawn");
            }
            return NetworkMap.of(network, measures, roles, labels::label, drawing);
        }
    }

    private static List<GroupFinding> groups(CaseMaterial material, CaseNetwork network, NetworkMeasures measures) {
        Map<Integer, Set<Integer>> members = new HashMap<>();
        Map<Integer, Set<Integer>> administrators = new HashMap<>();
        for (StoredTie tie : material.ties()) {
            members.computeIfAbsent(tie.conversation(), ignored -> new HashSet<>())
                    .add(tie.account());
            if (tie.role().equals("creator") || tie.role().equals("administrator")) {
                administrators
                        .computeIfAbsent(tie.conversation(), ignored -> new HashSet<>())
                        .add(tie.account());
            }
        }
        Map<Integer, GroupStatement> statements = new HashMap<>();
        material.statements().forEach(statement -> statements.putIfAbsent(statement.conversation(), statement));
        Map<Integer, List<PublishedLink>> links = links(material);
        List<GroupFinding> groups = new ArrayList<>();
        for (StoredConversation conversation : material.conversations()) {
            int size = members.getOrDefault(conversation.id(), Set.of()).size();
            int place = network.place(conversation.reference().key());
            if (place < 0 || !MapNetwork.isGroup(conversation, size)) {
                continue;
            }
            GroupStatement statement = statements.get(conversation.id());
            groups.add(new GroupFinding(
                    conversation.reference(),
                    conversation.messages(),
                    size,
                    administrators.getOrDefault(conversation.id(), Set.of()).size(),
                    statement == null ? null : statement.statedPrivacy(),
                    statement == null ? -1 : statement.statedMembers(),
                    statement == null ? null : statement.description(),
                    measures.community(place),
                    links.getOrDefault(conversation.id(), List.of()).stream()
                            .limit(MAX_LINKS_OF_A_GROUP)
                            .toList()));
        }
        groups.sort(Comparator.comparingLong(GroupFinding::members)
                .reversed()
                .thenComparing(group -> group.conversation().key()));
        return groups.stream().limit(MAX_GROUPS).toList();
    }

    private static Map<Integer, List<PublishedLink>> links(CaseMaterial material) {
        record Where(int conversation, String value) {}
        Map<Where, PublishedLink> byValue = new java.util.LinkedHashMap<>();
        for (StoredContact contact : material.contacts()) {
            if (contact.conversation() > 0) {
                byValue.merge(
                        new Where(contact.conversation(), contact.normalised()),
                        new PublishedLink(contact.kind(), contact.normalised(), contact.times(), contact.source()),
                        (a, b) -> new PublishedLink(a.kind(), a.value(), a.times() + b.times(), a.source()));
            }
        }
        Map<Integer, List<PublishedLink>> links = new HashMap<>();
        byValue.forEach((where, link) -> links.computeIfAbsent(where.conversation(), ignored -> new ArrayList<>())
                .add(link));
        links.values()
                .forEach(list -> list.sort(Comparator.comparingLong(PublishedLink::times)
                        .reversed()
                        .thenComparing(PublishedLink::value)));
        return links;
    }

    private static List<AccountFinding> accounts(
            CaseMaterial material,
            Resolution resolution,
            CaseNetwork network,
            NetworkMeasures measures,
            List<NodeRoles> roles,
            List<Lead> leads) {
        Map<String, StoredAccount> byKey = new HashMap<>();
        material.accounts().forEach(account -> byKey.putIfAbsent(account.key(), account));
        Map<Integer, List<ContactFinding>> contacts = new HashMap<>();
        for (StoredContact contact : material.contacts()) {
            contacts.computeIfAbsent(contact.account(), ignored -> new ArrayList<>())
                    .add(new ContactFinding(
                            contact.kind(), contact.relation(), contact.normalised(), contact.source()));
        }
        List<AccountFinding> findings = new ArrayList<>();
        for (Lead lead : leads.stream().limit(MAX_ACCOUNTS).toList()) {
            StoredAccount account = byKey.get(lead.account());
            if (account == null) {
                throw new IllegalStateException("a lead names no account of the case");
            }
            findings.add(new AccountFinding(
                    account.key(),
                    account.name(),
                    account.platform(),
                    resolution.actorOfAccount().get(account.key()),
                    account.messages(),
                    account.conversations(),
                    lead.priority(),
                    position(network, measures, roles, resolution.representative(account.key())),
                    lead.reasons().stream()
                            .map(reason -> new ReasonFinding(reason.code().name(), reason.figure(), reason.sources()))
                            .toList(),
                    contacts.getOrDefault(account.id(), List.of()).stream()
                            .sorted(Comparator.comparing(
                                            (ContactFinding contact) -> contact.relation() == ContactRelation.PUBLISHED)
                                    .thenComparing(ContactFinding::kind)
                                    .thenComparing(ContactFinding::value))
                            .limit(MAX_CONTACTS_OF_AN_ACCOUNT)
                            .toList()));
        }
        return findings;
    }

    private static NetworkPosition position(
            CaseNetwork network, NetworkMeasures measures, List<NodeRoles> roles, String key) {
        int place = network.place(key);
        return place < 0
                ? NetworkPosition.NONE
                : new NetworkPosition(
                        measures.degree(place),
                        Math.round(measures.betweenness(place) * 10) / 10.0,
                        measures.core(place),
                        measures.community(place),
                        roles.get(place).leading().wire());
    }

    private static List<ConversationFinding> conversations(CaseMaterial material, AssessConversations.Result assessed) {
        Stream<ConversationFinding> byWords = assessed.found().stream()
                .map(one -> conversation(material, assessed, one))
                .sorted(Comparator.comparingDouble(ConversationFinding::score)
                        .reversed()
                        .thenComparing(finding -> finding.conversation().key()))
                .limit(MAX_CONVERSATIONS);
        return Stream.concat(byWords, assessed.byStructure().stream().map(one -> conversation(material, assessed, one)))
                .toList();
    }

    private static ConversationFinding conversation(
            CaseMaterial material, AssessConversations.Result assessed, Assessed one) {
        StoredConversation conversation = material.conversation(one.conversation());
        Assessment assessment = one.assessment();
        return new ConversationFinding(
                conversation.reference(),
                conversation.messages(),
                assessment.score(),
                assessment.band().wire(),
                assessment.sender(),
                assessment.firstLook().map(AnalyseCase::step).orElse(null),
                assessment.firstAlert().map(AnalyseCase::step).orElse(null),
                assessment.course().stream().map(AnalyseCase::step).toList(),
                assessment.cues().stream()
                        .map(cue -> new CueFinding(
                                cue.family().name(),
                                cue.message().sender(),
                                cue.messageIndex(),
                                cue.message().messageId(),
                                cue.message().text(),
                                cue.start(),
                                cue.end(),
                                cue.message().source()))
                        .toList(),
                signals(assessment, assessed.structureOf(one.conversation())));
    }

    private static List<ReasonFinding> signals(Assessment assessment, List<Signal> structure) {
        List<ReasonFinding> signals = new ArrayList<>();
        assessment
                .signals()
                .forEach(signal -> signals.add(new ReasonFinding(signal.code(), signal.figure(), List.of())));
        structure.forEach(
                signal -> signals.add(new ReasonFinding(signal.code().name(), signal.figure(), signal.sources())));
        return signals;
    }

    private static ScoreStep step(Assessment.Step step) {
        return new ScoreStep(step.index(), step.score(), step.band().wire(), step.source());
    }
}
