package suluh.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import suluh.app.flow.HashFiles;
import suluh.app.flow.HashFiles.HashedFile;
import suluh.app.host.InputException;
import suluh.app.media.Decoding;
import suluh.app.media.VideoDecoder;

/** {@code suluh hash}: the perceptual hash of pictures. */
@Command(
        name = "hash",
        mixinStandardHelpOptions = true,
        description = "Prints the PDQ hash of each picture: 64 hexadecimal digits, quality (0 to 100), path.")
final class HashCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Pictures: JPEG, PNG, GIF, WebP, BMP.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws InputException {
        int[] failed = {0};
        HashFiles.run(paths, VideoDecoder.chosen(System.getenv()), file -> {
            if (!print(file)) {
                failed[0]++;
            }
        });
        return failed[0] == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static boolean print(HashedFile file) {
        return switch (file.decoding()) {
            case Decoding.Hashed hashed -> {
                System.out.println(hashed.hash() + " " + hashed.quality() + " " + file.path());
                if (hashed.isDamaged()) {
                    System.err.println(file.path() + " is cut or damaged; the hash is of what could be decoded.");
                }
                yield true;
            }
            case Decoding.Frames video -> {
                for (int i = 0; i < video.frames().size(); i++) {
                    Decoding.Hashed frame = video.frames().get(i);
                    System.out.println(frame.hash() + " " + frame.quality() + " " + file.path() + "#" + (i + 1));
                }
                yield true;
            }
            case Decoding.NotHashed not -> {
                System.err.println(notHashed(file.path(), not));
                yield false;
            }
        };
    }

    static String notHashed(Path path, Decoding.NotHashed not) {
        return path + " has no hash: " + not.reason() + " (" + not.code() + ").";
    }
}
