package suluh.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.HashFiles;
import suluh.app.host.InputException;
import suluh.app.media.Decoding;
import suluh.app.media.VideoDecoder;
import suluh.app.media.list.HashListContent;
import suluh.app.media.list.HashListReader;
import suluh.app.media.list.KnownHashes;
import suluh.app.media.list.KnownHashes.Found;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;
import suluh.core.image.PdqTransform;
import suluh.core.image.Turn;
import suluh.core.kernel.Outcome;

/** {@code suluh match}: hashes or pictures against a list, without a case. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Finds hashes or pictures in a list: distance, hash in the list, its record, turn, what was asked.")
final class MatchCommand implements Callable<Integer> {
    @Option(names = "--list", required = true, paramLabel = "HASHES", description = "List of known hashes.")
    private Path list = Path.of("");

    @Option(names = "--distance", paramLabel = "BITS", description = "Farthest distance that counts, 0 to 31.")
    private int distance = PdqIndex.MAX_DISTANCE;

    @Parameters(paramLabel = "HASH-OR-IMAGE", arity = "1..*", description = "PDQ hashes in hexadecimal, or pictures.")
    private List<String> asked = List.of();

    private int unmatchable;

    @Override
    public Integer call() throws IOException, InputException {
        if (distance < 0 || distance > PdqIndex.MAX_DISTANCE) {
            throw new CommandFailure("--distance is " + distance + "; expected 0 to " + PdqIndex.MAX_DISTANCE
                    + ", up to which every match is found.");
        }
        KnownHashes known = known();
        Optional<VideoDecoder> videos = VideoDecoder.chosen(System.getenv());
        for (String one : asked) {
            PdqHash.parse(one)
                    .ifPresentOrElse(
                            hash -> print(known, Map.of(Turn.NONE, hash), one),
                            () -> HashFiles.run(
                                    List.of(Path.of(one)), videos, file -> picture(known, one, file.decoding())));
        }
        return unmatchable == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private KnownHashes known() throws IOException {
        if (!Files.isRegularFile(list)) {
            throw new CommandFailure("There is no file at " + list + ".");
        }
        Outcome<HashListContent> outcome;
        try (InputStream in = Files.newInputStream(list);
                TerminalProgress progress = new TerminalProgress()) {
            progress.step("Reading the list", -1);
            outcome = HashListReader.read(in, progress::advance);
        }
        return switch (outcome) {
            case Outcome.Refused<HashListContent> refused ->
                throw new CommandFailure(list + ": " + refused.refusal().message());
            case Outcome.Done<HashListContent> done -> {
                tellUnusable(done.value());
                yield new KnownHashes(done.value());
            }
        };
    }

    private void tellUnusable(HashListContent content) {
        if (content.unusable() > 0) {
            unmatchable++;
            System.err.println(content.unusable() + " of " + content.records() + " records of " + list
                    + " hold no hash that can be read, the first of them record "
                    + content.firstUnusable().getFirst() + ".");
        }
    }

    private void picture(KnownHashes known, String name, Decoding decoding) {
        switch (decoding) {
            case Decoding.Hashed hashed -> {
                if (hashed.isMatchable()) {
                    print(known, hashed.hashes(), name);
                } else {
                    unmatchable++;
                    System.err.println(name + " has quality " + hashed.quality() + "; below "
                            + PdqTransform.MATCHABLE_QUALITY + " a hash means too little to be matched.");
                }
            }
            case Decoding.Frames video -> {
                for (int i = 0; i < video.frames().size(); i++) {
                    picture(known, name + "#" + (i + 1), video.frames().get(i));
                }
            }
            case Decoding.NotHashed not -> {
                unmatchable++;
                System.err.println(HashCommand.notHashed(Path.of(name), not));
            }
        }
    }

    private record Hit(Found found, Turn turn) {}

    /** Each record once, in its nearest turn; nearest first. */
    private void print(KnownHashes known, Map<Turn, PdqHash> turns, String name) {
        Map<Integer, Hit> nearest = new TreeMap<>();
        new TreeMap<>(turns)
                .forEach((turn, hash) -> known.nearTo(hash, distance)
                        .forEach(found -> nearest.merge(
                                found.record(),
                                new Hit(found, turn),
                                (a, b) -> b.found().distance() < a.found().distance() ? b : a)));
        nearest.values().stream()
                .sorted(Comparator.comparingInt((Hit hit) -> hit.found().distance())
                        .thenComparingInt(hit -> hit.found().record()))
                .forEach(hit -> System.out.println(hit.found().distance() + " "
                        + hit.found().hash() + " " + hit.found().record() + " "
                        + hit.turn().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + name));
    }
}
