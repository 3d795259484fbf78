package suluh.app.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import suluh.app.flow.ChangePerson.Change;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputFiles;
import suluh.app.store.ComplaintRow;
import suluh.core.casework.Act;
import suluh.core.casework.Role;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RequestKind;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Sha256Digest;

/**
 * The process that {@link CrashTest} kills: first finds what was acknowledged before, then opens a case, seals, reads, receives, purges,
 * joins, changes, approves and publishes without end, and says each act only once it was acknowledged.
 */
final class CrashWorker {
    static final String FOUND = "FOUND";
    static final String SEALED = "SEALED";
    static final String READ = "READ";
    static final String PURGED = "PURGED";
    static final String JOINED = "JOINED";
    static final String LEFT = "LEFT";
    static final String GRANTED = "GRANTED";
    static final String CHANGED = "CHANGED";
    static final String RECEIVED = "RECEIVED";
    static final String DECIDED = "DECIDED";
    static final String SENT = "SENT";
    static final String COMPLAINED = "COMPLAINED";
    static final String TAKEN_UP = "TAKEN_UP";

    private static final String AGENCY = "d11";
    private static final int MAX_BYTES = 200_000;

    private final House house;
    private final Path folder;
    private final Random random;
    private final PrintStream out;

    private CrashWorker(House house, Path folder, long seed, PrintStream out) {
        this.house = house;
        this.folder = folder;
        this.random = new Random(seed);
        this.out = out;
    }

    /** Takes the working folder, which holds {@code acknowledged}, and a seed. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (House house = House.open(folder.resolve("data"), Clock.systemUTC(), Map.of())) {
            CrashWorker worker = new CrashWorker(house, folder, Long.parseLong(args[1]), out);
            worker.find();
            worker.act();
        }
    }

    /** Prints FOUND, or what is missing or wrong, and then ends. */
    private void find() throws IOException {
        List<String> faults =
                new ArrayList<>(new AuditLedger(house, Progress.SILENT).run().faults());
        Set<Integer> compared = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("acknowledged"))) {
            String[] words = line.split(" ");
            int caseId = Integer.parseInt(words[1]);
            if (!List.of(SEALED, READ, PURGED, RECEIVED).contains(words[0])) {
                if (!holds(words[0], caseId, words[2])) {
                    faults.add("acknowledged and not there: " + line);
                }
                continue;
            }
            boolean isThere = house.database()
                    .inCase(
                            caseId,
                            () -> house.evidence().items(caseId).stream()
                                    .anyMatch(item -> item.id().value().equals(words[2])
                                            && item.sha256().hex().equals(words[3])));
            boolean isPurged = house.evidence().purged(caseId).stream()
                    .anyMatch(item -> item.value().equals(words[2]));
            if (!isThere || (words[0].equals(PURGED) && !isPurged)) {
                faults.add("acknowledged and not there: " + line);
            }
            boolean isRead = house.readings().items(caseId).stream()
                    .anyMatch(item -> item.value().equals(words[2]));
            if (isPurged == isRead && (isPurged || words[0].equals(READ))) {
                faults.add("purged in part, or read and lost: " + line);
            }
            if (compared.add(caseId)
                    && house.observations().counts(caseId).getOrDefault("message", 0L)
                            != 2L * house.readings().items(caseId).size()) {
                faults.add("messages and the readings they came from disagree: " + line);
            }
        }
        out.println(faults.isEmpty() ? FOUND : String.join("; ", faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("faults were found");
        }
    }

    /** True when an act of the people in a case still stands. */
    private boolean holds(String act, int caseId, String id) {
        return switch (act) {
            case JOINED -> isMember(caseId, id);
            case LEFT -> !isMember(caseId, id);
            case GRANTED ->
                house.database()
                        .inCase(caseId, () -> house.approvals().find(id))
                        .filter(approval -> approval.decidedBy() != null && approval.isGranted())
                        .isPresent();
            case CHANGED ->
                house.people()
                        .byId(id)
                        .filter(person -> person.roles().equals(Set.of(Role.ANALYST, Role.INVESTIGATOR)))
                        .isPresent();
            case DECIDED ->
                house.database()
                        .inCase(
                                caseId,
                                () -> house.course().notes().stream()
                                        .anyMatch(note -> note.kind().equals("decision")
                                                && id.equals(String.valueOf(note.sequence()))));
            case SENT ->
                house.database()
                        .inCase(
                                caseId,
                                () -> house.requests().locked(Integer.parseInt(id)).stream()
                                                .anyMatch(row ->
                                                        row.state().wire().equals("sent"))
                                        && house.requests()
                                                .letter(Integer.parseInt(id), "ms")
                                                .isPresent());
            case COMPLAINED -> complaint(id).isPresent();
            case TAKEN_UP ->
                complaint(id)
                                .filter(row ->
                                        row.caseNumber().equals(house.cases().number(caseId)))
                                .isPresent()
                        && house.database()
                                .inCase(
                                        caseId,
                                        () -> house.course().complaints().stream()
                                                .anyMatch(linked ->
                                                        linked.reference().equals(id)));
            default -> throw new IllegalStateException("no such act: " + act);
        };
    }

    private Optional<ComplaintRow> complaint(String reference) {
        return house.database().inIntake(AGENCY, () -> house.complaints().locked(reference));
    }

    /** Decides, sends a letter, receives a complaint and takes it into the case, each said once it is acknowledged. */
    private void actOnCourse(OpenedCase opened, int round) {
        int decision = SmallHouse.done(
                new WriteInCase(house).decide(opened, DecisionKind.REFER, "reasons of round " + round, ""));
        say(DECIDED, opened, String.valueOf(decision));
        Wanted wanted = new Wanted(
                RequestKind.TAKE_DOWN,
                "telegram",
                "MY-866-25",
                null,
                new Asked(new ReceiveComplaint(house).targets("t.me/+Crash", ""), null, null, Set.of()),
                0,
                "it is sealed already");
        int request = SmallHouse.done(new DraftRequest(house).draft(opened, wanted));
        SmallHouse.done(new SendRequest(house).send(opened, request));
        say(SENT, opened, String.valueOf(request));
        String words = "text,target\n\"Round " + round + " of " + opened.number() + "\",t.me/+Crash\n";
        SmallHouse.done(new ReceiveComplaint(house)
                .importFile(opened.acting(), round + ".csv", words.getBytes(StandardCharsets.UTF_8)));
        for (var waiting :
                house.database().inIntake(AGENCY, () -> house.complaints().waiting())) {
            say(COMPLAINED, opened, waiting.reference());
            SmallHouse.done(
                    new SettleComplaints(house).takeUp(opened.acting(), opened.number(), List.of(waiting.reference())));
            say(TAKEN_UP, opened, waiting.reference());
        }
    }

    private boolean isMember(int caseId, String personId) {
        return house.database().inCase(caseId, () -> house.cases().members(caseId)).stream()
                .anyMatch(member -> member.personId().equals(personId));
    }

    /** Joins, changes, approves, lets go and receives, each said once it is acknowledged. */
    private void actOnPeople(OpenedCase opened, int round) throws Exception {
        Acting joined = person(opened, "joined-" + round);
        SmallHouse.done(new JoinCase(house).run(opened, joined.person(), Role.ANALYST));
        say(JOINED, opened, joined.person());
        Acting passing = person(opened, "passing-" + round);
        SmallHouse.done(new JoinCase(house).run(opened, passing.person(), Role.ANALYST));
        SmallHouse.done(new JoinCase(house).leave(opened, passing.person()));
        say(LEFT, opened, passing.person());
        SmallHouse.done(new ChangePerson(house)
                .change(
                        Acting.operator("d11"),
                        new Change(passing.person(), Set.of(Role.ANALYST, Role.INVESTIGATOR), true, 1)));
        say(CHANGED, opened, passing.person());
        say(GRANTED, opened, SmallHouse.approve(house, opened, Act.UNMASK_CHILD, "1"));
        byte[] bytes = new byte[1 + random.nextInt(MAX_BYTES)];
        random.nextBytes(bytes);
        ReceivedItem item = SmallHouse.done(new ReceiveUpload(house)
                .run(
                        opened,
                        "received-" + round + ".bin",
                        new ByteArrayInputStream(bytes),
                        Optional.of(Sha256Digest.of(bytes))));
        out.println(RECEIVED + " " + opened.id() + " " + item.id().value() + " " + item.sha256());
    }

    private Acting person(OpenedCase opened, String login) {
        return SmallHouse.person(
                house,
                "d11",
                login + "-" + opened.number(),
                Set.of(Role.ANALYST),
                "a long enough password",
                w -> "hash");
    }

    /** The digest at the end tells a whole line from one that a kill cut off. */
    private void say(String act, OpenedCase opened, String id) {
        String line = act + " " + opened.id() + " " + id;
        out.println(line + " " + Sha256Digest.of(line.getBytes(StandardCharsets.UTF_8)));
    }

    private void act() throws Exception {
        OpenedCase opened =
                SmallHouse.done(new OpenCase(house).run(new Acting("d11", "cli"), "MY-792-12", "MY-593-116B"));
        Set<String> said = new HashSet<>();
        Thread sequencer = Thread.ofPlatform().daemon().start(this::publishWithoutEnd);
        for (int round = 0; sequencer.isAlive(); round++) {
            Path input = Files.createDirectories(folder.resolve("input-" + opened.id() + "-" + round));
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                byte[] bytes = new byte[1 + random.nextInt(MAX_BYTES)];
                random.nextBytes(bytes);
                Files.write(input.resolve(i + ".bin"), bytes);
            }
            Files.writeString(input.resolve("chat-" + round + ".txt"), chat(round));
            new SealEvidence(house).run(opened, InputFiles.below(List.of(input)), Progress.SILENT);
            List<ReceivedItem> items = house.evidence().items(opened.id());
            items.forEach(item -> say(SEALED, opened, item, said));
            List<ReceivedItem> chats = AskForWork.unread(house, opened.id()).stream()
                    .filter(item -> item.name().endsWith(".txt"))
                    .toList();
            SmallHouse.done(new ReadEvidence(house).run(opened, chats, null, Progress.SILENT));
            chats.forEach(item -> say(READ, opened, item, said));
            if (random.nextInt(2) == 0) {
                actOnPeople(opened, round);
            }
            if (random.nextInt(2) == 0) {
                actOnCourse(opened, round);
            }
            if (random.nextInt(3) == 0) {
                List<ReceivedItem> choice = random.nextBoolean() ? items : chats;
                ReceivedItem item = choice.get(random.nextInt(choice.size()));
                SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, item.id().value());
                SmallHouse.done(new PurgeEvidence(house).run(opened, item.id(), "retention-over"));
                say(PURGED, opened, item, said);
            }
        }
    }

    /** A chat of two messages; what is read of each item is two messages or nothing. */
    private static String chat(int round) {
        return "12/10/2024, 21:14 - Aina: round " + round + " begins\n12/10/2024, 21:15 - Borhan: round " + round
                + " ends\n";
    }

    private void say(String act, OpenedCase opened, ReceivedItem item, Set<String> said) {
        String line = act + " " + opened.id() + " " + item.id().value() + " " + item.sha256();
        if (said.add(line)) {
            out.println(line);
        }
    }

    private void publishWithoutEnd() {
        try {
            while (true) {
                new PublishCheckpoint(house).run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
