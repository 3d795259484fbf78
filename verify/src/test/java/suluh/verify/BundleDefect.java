package suluh.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import suluh.core.disclosure.BagText;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.LedgerPart;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.KeyKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.SignedNote;

/**
 * One way to break a good bundle, and the step that must find it. A forger is taken to be thorough: where a defect needs
 * no key, the lists are made again so that they agree.
 *
 * @param name folder of the catalogue
 * @param step number of the step of docs/formats/bundle.md
 */
record BundleDefect(String name, int step, Breaking breaking) {
    /** Makes the files of the broken bundle out of a good one that may be changed. */
    interface Breaking {
        SortedMap<String, byte[]> files(WitnessedBundle good) throws Exception;
    }

    static List<BundleDefect> all() {
        List<BundleDefect> all = new ArrayList<>();
        all.addAll(ofFiles());
        all.addAll(ofSignatures());
        all.addAll(ofEntries());
        all.addAll(ofMeaning());
        all.addAll(ScheduleDefects.all());
        return all;
    }

    private static List<BundleDefect> ofFiles() {
        return List.of(
                edited("missing-report", 1, false, files -> files.remove(BundleLayout.REPORT)),
                edited("extra-file", 1, true, files -> files.put("data/note.txt", bytes("x"))),
                edited("renamed-checkpoint", 1, true, files -> rename(files, BundleLayout.CHECKPOINT, "checkpoint2")),
                edited(
                        "other-instructions",
                        2,
                        true,
                        files -> change(files, BundleLayout.HOW_TO_VERIFY, "Java 25", "x")),
                edited("other-bag-info", 2, false, files -> change(files, BundleLayout.BAG_INFO, "2026", "2025")),
                edited("payload-list-not-in-order", 3, true, BundleDefect::turnFirstLines),
                edited("missing-item", 3, false, files -> files.remove(firstEvidence(files))),
                edited(
                        "renamed-item",
                        3,
                        false,
                        files -> rename(files, firstEvidence(files), BundleLayout.EVIDENCE_FOLDER + "0".repeat(64))),
                edited("changed-evidence", 3, false, files -> files.put(firstEvidence(files), bytes("other"))));
    }

    private static List<BundleDefect> ofSignatures() {
        return List.of(
                signed(
                        "wrong-key",
                        4,
                        (good, checkpoint) -> SmallBundle.signer(SmallBundle.LOG, KeyKind.LOG_ED25519)
                                .sign(checkpoint)
                                .with(good.signed(checkpoint).signatures().subList(1, 3))),
                edited("cut-checkpoint", 4, true, files -> cut(files, BundleLayout.CHECKPOINT, 40)),
                signed(
                        "missing-cosignature",
                        5,
                        (good, checkpoint) -> new SignedNote(
                                checkpoint.text(),
                                good.signed(checkpoint).signatures().subList(0, 2))),
                signed(
                        "stale-cosignature",
                        5,
                        (good, checkpoint) -> good.bundle
                                .log
                                .sign(checkpoint)
                                .with(good.signed(new Checkpoint(SmallBundle.LOG, 1, Sha256Digest.of(bytes("before"))))
                                        .signatures()
                                        .subList(1, 3))),
                signed(
                        "cosignature-of-another-key",
                        5,
                        (good, checkpoint) -> good.bundle
                                .log
                                .sign(checkpoint)
                                .with(List.of(
                                        good.ed25519.cosign(checkpoint, WitnessedBundle.AT),
                                        SmallBundle.signer(good.mlDsa.key().name(), KeyKind.COSIGNER_ML_DSA_44)
                                                .cosign(checkpoint, WitnessedBundle.AT)))),
                new BundleDefect("forged-token", 10, good -> {
                    good.bundle.stamping = note -> {
                        byte[] token = good.stamps.over(note);
                        token[token.length - 1] ^= 1;
                        return List.of(token);
                    };
                    return good.bundle.files();
                }),
                new BundleDefect("token-over-other-bytes", 10, good -> {
                    good.bundle.stamping = note -> List.of(good.stamps.over(bytes("an earlier checkpoint")));
                    return good.bundle.files();
                }));
    }

    private static List<BundleDefect> ofEntries() {
        return List.of(
                parts("swapped-leaves", 6, parts -> {
                    LedgerPart first = parts.get(1);
                    LedgerPart second = parts.get(2);
                    parts.set(1, new LedgerPart(first.index(), second.entry(), first.path()));
                    parts.set(2, new LedgerPart(second.index(), first.entry(), second.path()));
                }),
                parts("entries-out-of-order", 6, parts -> Collections.swap(parts, 1, 2)),
                parts(
                        "path-ends-early",
                        6,
                        parts -> withPath(
                                parts,
                                1,
                                parts.get(1)
                                        .path()
                                        .subList(0, parts.get(1).path().size() - 1))),
                parts("path-too-long", 6, parts -> {
                    List<Sha256Digest> path = new ArrayList<>(parts.get(1).path());
                    path.add(Sha256Digest.of(bytes("more")));
                    withPath(parts, 1, path);
                }),
                parts("changed-custody-entry", 6, parts -> {
                    LedgerEntry entry = parts.get(1).entry();
                    LedgerEntry other = new LedgerEntry(
                            entry.kind(),
                            entry.at().plusSeconds(60),
                            entry.agency(),
                            entry.person(),
                            entry.caseNumber(),
                            entry.subject(),
                            entry.digests(),
                            entry.figures());
                    parts.set(
                            1,
                            new LedgerPart(
                                    parts.get(1).index(), other, parts.get(1).path()));
                }));
    }

    private static List<BundleDefect> ofMeaning() {
        return List.of(
                edited(
                        "report-changed-with-its-lists",
                        7,
                        true,
                        files -> files.put(BundleLayout.REPORT, bytes("other"))),
                edited(
                        "extra-item-with-its-lists",
                        7,
                        true,
                        files -> files.put(BundleLayout.evidence(Sha256Digest.of(bytes("planted"))), bytes("planted"))),
                parts("assembly-withheld", 7, List::removeLast),
                more("entry-of-another-case", 7, entry(EntryKind.BYTES_SHOWN, "SU-2026-0002", Map.of(), Map.of())),
                more(
                        "sealed-item-withheld",
                        8,
                        entry(
                                EntryKind.EVIDENCE_SEALED,
                                SmallBundle.CASE,
                                Map.of("item", "ev-" + "0".repeat(32)),
                                Map.of("sha256", Sha256Digest.of(bytes("withheld"))))),
                findings("finding-beyond-its-item", good -> SmallBundle.findings(good.item("chat.txt"), 20, 1000)),
                findings(
                        "finding-of-no-item",
                        good -> SmallBundle.findings(good.item("chat.txt"), 0, 1)
                                .replace(good.item("chat.txt").value(), "ev-" + "0".repeat(32))));
    }

    /** The lists agree with the files again, as a forger would see to. */
    static void relist(SortedMap<String, byte[]> files) {
        list(files, BundleLayout.MANIFEST, path -> path.startsWith("data/"));
        list(
                files,
                BundleLayout.TAG_MANIFEST,
                path -> !path.startsWith("data/") && !path.equals(BundleLayout.TAG_MANIFEST));
    }

    private static void list(SortedMap<String, byte[]> files, String name, Predicate<String> wanted) {
        TreeMap<String, Sha256Digest> digests = new TreeMap<>();
        files.forEach((path, content) -> {
            if (wanted.test(path)) {
                digests.put(path, Sha256Digest.of(content));
            }
        });
        files.put(name, bytes(BagText.manifest(digests)));
    }

    private interface Edit {
        void apply(SortedMap<String, byte[]> files);
    }

    private static BundleDefect edited(String name, int step, boolean relisted, Edit edit) {
        return new BundleDefect(name, step, good -> {
            SortedMap<String, byte[]> files = good.bundle.files();
            boolean ofTheList = name.startsWith("payload-list");
            if (!ofTheList) {
                edit.apply(files);
            }
            if (relisted) {
                relist(files);
            }
            if (ofTheList) {
                edit.apply(files);
            }
            return files;
        });
    }

    private interface Signing {
        SignedNote sign(WitnessedBundle good, Checkpoint checkpoint) throws Exception;
    }

    private static BundleDefect signed(String name, int step, Signing signing) {
        return new BundleDefect(name, step, good -> {
            good.bundle.signing = checkpoint -> {
                try {
                    return signing.sign(good, checkpoint);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            };
            return good.bundle.files();
        });
    }

    private interface PartsEdit {
        void apply(List<LedgerPart> parts);
    }

    private static BundleDefect parts(String name, int step, PartsEdit edit) {
        UnaryOperator<List<LedgerPart>> change = parts -> {
            List<LedgerPart> changed = new ArrayList<>(parts);
            edit.apply(changed);
            return changed;
        };
        return new BundleDefect(name, step, good -> {
            good.bundle.parts = change;
            return good.bundle.files();
        });
    }

    private static BundleDefect more(String name, int step, LedgerEntry entry) {
        return new BundleDefect(name, step, good -> {
            good.bundle.extra.add(entry);
            return good.bundle.files();
        });
    }

    private interface FindingsText {
        String of(SmallBundle good);
    }

    private static BundleDefect findings(String name, FindingsText text) {
        return new BundleDefect(name, 9, good -> {
            good.bundle.findings = text.of(good.bundle);
            return good.bundle.files();
        });
    }

    private static LedgerEntry entry(
            EntryKind kind, String caseNumber, Map<String, String> subject, Map<String, Sha256Digest> digests) {
        return new LedgerEntry(
                kind,
                WitnessedBundle.AT,
                "d11",
                "p-1",
                caseNumber,
                new TreeMap<>(subject),
                new TreeMap<>(digests),
                new TreeMap<>(Map.of("sizeBytes", 8L)));
    }

    private static void withPath(List<LedgerPart> parts, int at, List<Sha256Digest> path) {
        parts.set(at, new LedgerPart(parts.get(at).index(), parts.get(at).entry(), path));
    }

    private static String firstEvidence(SortedMap<String, byte[]> files) {
        return files.tailMap(BundleLayout.EVIDENCE_FOLDER).firstKey();
    }

    private static void rename(SortedMap<String, byte[]> files, String from, String to) {
        byte[] content = files.remove(from);
        files.put(to, content == null ? new byte[0] : content);
    }

    private static void change(SortedMap<String, byte[]> files, String path, String from, String to) {
        files.computeIfPresent(
                path, (ignored, content) -> bytes(new String(content, StandardCharsets.UTF_8).replace(from, to)));
    }

    private static void cut(SortedMap<String, byte[]> files, String path, int length) {
        files.computeIfPresent(path, (ignored, content) -> Arrays.copyOf(content, length));
    }

    /** The same lines in another order; the list of tag files agrees with it. */
    private static void turnFirstLines(SortedMap<String, byte[]> files) {
        files.computeIfPresent(BundleLayout.MANIFEST, (ignored, content) -> {
            List<String> lines = new ArrayList<>(List.of(new String(content, StandardCharsets.UTF_8).split("\n")));
            Collections.swap(lines, 0, 1);
            return bytes(String.join("\n", lines) + "\n");
        });
        list(
                files,
                BundleLayout.TAG_MANIFEST,
                path -> !path.startsWith("data/") && !path.equals(BundleLayout.TAG_MANIFEST));
    }

    static byte[] bytes(String text) {
        return SmallBundle.bytes(text);
    }
}
