package suluh.app.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import suluh.app.host.InputException;

/**
 * Key frames of videos, by a program that the installation names; Suluh has no decoder of videos itself.
 *
 * <p>The program gets two arguments, the video and an empty folder, and writes frames into it as pictures. It runs as a
 * child with no environment, bounded memory, file size and processor time, in a folder that only this user can read and
 * that is gone afterwards. Its pictures are hostile like any other: each is decoded by the pool's children. What it gives
 * for the same bytes is its own affair; an installation that wants the same findings keeps the same program.
 */
public final class VideoDecoder {
    /** Name of the setting: the path of the program. */
    public static final String SETTING = "SULUH_VIDEO_DECODER";

    /** Frames beyond these are not compared; more than a scene change every few seconds of a clip. */
    public static final int MAX_FRAMES = 32;

    private static final int MAX_FRAME_BYTES = 16 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Waiting for a disk or for other programs counts for less than working. */
    private static final int PATIENCE = 4;
    /** Kibibytes of address space of the program. */
    private static final long MAX_MEMORY_KIB = 4L << 20;
    /** Limits are set by the shell, then the program takes its place; units of the file limit are 512 bytes. */
    private static final String BOUNDED = "ulimit -v " + MAX_MEMORY_KIB + " && ulimit -f " + MAX_FRAME_BYTES / 512
            + " && ulimit -t \"$1\" && shift && exec \"$@\"";

    /** Exit codes of a program that the system stopped because its processor time was spent: SIGXCPU, SIGKILL. */
    private static final Set<Integer> STOPPED = Set.of(128 + 24, 128 + 9);

    private final Path program;
    private final Duration timeout;
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());

    VideoDecoder(Path program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
    }

    /**
     * The decoder that the environment names, or none.
     *
     * @throws InputException when it names no program
     */
    public static Optional<VideoDecoder> chosen(Map<String, String> environment) throws InputException {
        String named = environment.getOrDefault(SETTING, "");
        if (named.isBlank()) {
            return Optional.empty();
        }
        Path program = Path.of(named).toAbsolutePath();
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw new InputException(SETTING + " names " + program + ", which is no program that can be run.");
        }
        return Optional.of(new VideoDecoder(program, TIMEOUT));
    }

    /** Hashes of the key frames of the video in these bytes, or why there are none. */
    public Decoding hash(byte[] bytes, DecoderPool pool) {
        if (bytes.length > DecoderPool.MAX_FILE_BYTES) {
            return no(MediaCode.FILE_TOO_LARGE, "the file is larger than " + DecoderPool.MAX_FILE_BYTES + " bytes");
        }
        running.acquireUninterruptibly();
        try {
            Path folder = Files.createTempDirectory(
                    "suluh-video", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                return hash(bytes, folder, pool);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            return no(MediaCode.DECODER_CRASHED, "the video could not be given to the decoder: " + e.getMessage());
        } finally {
            running.release();
        }
    }

    private Decoding hash(byte[] bytes, Path folder, DecoderPool pool) throws IOException {
        Path video = Files.write(folder.resolve("video"), bytes);
        Path frames = Files.createDirectory(folder.resolve("frames"));
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                BOUNDED,
                "sh",
                String.valueOf(timeout.toSeconds()),
                program.toString(),
                video.toString(),
                frames.toString());
        // No secret of the parent's environment reaches a process that reads hostile bytes.
        builder.environment().clear();
        builder.directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!ended(process) || STOPPED.contains(process.exitValue())) {
            return no(MediaCode.DECODER_TOO_SLOW, "the decoder of videos took more than " + timeout.toSeconds() + " s");
        }
        List<Decoding.Hashed> hashed = hashed(frames, pool);
        return hashed.isEmpty()
                ? no(MediaCode.DECODER_CRASHED, "the decoder of videos gave no frame that could be hashed")
                : new Decoding.Frames(MediaFormat.VIDEO, hashed);
    }

    private boolean ended(Process process) {
        try {
            return process.waitFor(timeout.multipliedBy(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Frames in the order of their names, the first {@value #MAX_FRAMES}; what is no picture is passed over. */
    private static List<Decoding.Hashed> hashed(Path folder, DecoderPool pool) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path file : found) {
                if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        List<Decoding.Hashed> hashed = new ArrayList<>();
        for (Path file : files.subList(0, Math.min(MAX_FRAMES, files.size()))) {
            try (InputStream in = Files.newInputStream(file)) {
                if (pool.hash(in.readNBytes(MAX_FRAME_BYTES + 1)) instanceof Decoding.Hashed frame) {
                    hashed.add(frame);
                }
            }
        }
        return hashed;
    }

    private static Decoding no(MediaCode code, String reason) {
        return new Decoding.NotHashed(MediaFormat.VIDEO, code, reason);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
