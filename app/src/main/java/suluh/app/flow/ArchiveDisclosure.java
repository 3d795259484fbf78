package suluh.app.flow;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import suluh.app.flow.AssembleBundle.Vouched;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.DisclosureStore.BundleRow;
import suluh.app.store.StoreException;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/** Releases a disclosure in a server: both bundles as archives, kept encrypted until somebody fetches them. */
public final class ArchiveDisclosure {
    private final House house;

    public ArchiveDisclosure(House house) {
        this.house = house;
    }

    /**
     * Makes both bundles and keeps each as a ZIP archive.
     *
     * @param progress may end the work by throwing, until the approval is used; from then on it hears nothing more
     */
    public Outcome<Vouched> release(OpenedCase opened, String plan, Progress progress) {
        Path folder = null;
        try {
            Files.createDirectories(house.folder().spool());
            folder = Files.createTempDirectory(house.folder().spool(), "disclosure");
            Path bundles = folder;
            int erasures = house.erasures().count(opened.id());
            Outcome<Vouched> released = new ReleaseDisclosure(house).run(opened, plan, bundles, progress);
            if (released instanceof Outcome.Done<Vouched>) {
                for (Edition edition : Edition.values()) {
                    keep(opened, plan, edition, sealed(plan, edition, bundles), erasures);
                }
            }
            return released;
        } catch (IOException e) {
            throw new StoreException("The disclosure could not be kept: " + e.getMessage(), e);
        } finally {
            if (folder != null) {
                erase(folder);
            }
        }
    }

    private Sha256Digest sealed(String plan, Edition edition, Path folder) throws IOException {
        Path archive = folder.resolve(edition.wire() + ".zip");
        zip(folder.resolve(edition.wire()), plan + "-" + edition.wire(), archive);
        try (InputStream in = Files.newInputStream(archive)) {
            return house.disclosureVault().seal(in).sha256();
        }
    }

    /** Says where the archive is; destroys it when an item of the case was purged while it was made. */
    private void keep(OpenedCase opened, String plan, Edition edition, Sha256Digest object, int erasures)
            throws IOException {
        boolean isKept = house.database().inCase(opened.id(), () -> {
            boolean holds = house.erasures().keepOut(opened.id(), erasures);
            if (holds) {
                house.disclosurePlans().keep(plan, edition, object);
            }
            return holds;
        });
        if (!isKept) {
            house.disclosureVault().destroy(object);
        }
    }

    private static void zip(Path root, String name, Path archive) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)));
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(name + "/" + root.relativize(file)));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static void erase(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException("What was decrypted for a disclosure still lies in " + folder + "; erase it.", e);
        }
    }

    /** Archives that the server keeps of the case. */
    static List<Sha256Digest> kept(House house, int caseId) {
        return house.database().inCase(caseId, () -> house.disclosurePlans().bundles()).stream()
                .flatMap(row -> Stream.ofNullable(row.object()))
                .toList();
    }

    /** Destroys archives: what was purged must not live on in them. */
    static void destroy(House house, List<Sha256Digest> archives) throws IOException {
        for (Sha256Digest archive : archives) {
            house.disclosureVault().destroy(archive);
        }
    }

    /** Bundles of the case, newest first. */
    public Outcome<List<BundleRow>> bundles(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> Outcome.done(house.database()
                        .inCase(open.id(), () -> house.disclosurePlans().bundles())));
    }

    /** The archive of the newest bundle of this plan and edition; the fetching is recorded. */
    public Outcome<InputStream> fetch(OpenedCase opened, String plan, Edition edition) {
        return house.access().stillIn(opened, Act.DISCLOSE).then(open -> {
            Optional<Sha256Digest> object =
                    house
                            .database()
                            .inCase(open.id(), () -> house.disclosurePlans().bundles())
                            .stream()
                            .filter(row -> row.plan().equals(plan) && row.edition() == edition)
                            .flatMap(row -> Stream.ofNullable(row.object()))
                            .findFirst();
            if (object.isEmpty()) {
                return Outcome.refused(
                        CaseworkCode.DISCLOSURE_UNKNOWN,
                        "Case " + open.number() + " keeps no bundle of the disclosure " + plan + ".");
            }
            house.access().looked(open, Map.of("disclosure", plan, "edition", edition.wire()), Map.of());
            try {
                return Outcome.done(house.disclosureVault().open(object.get()));
            } catch (IOException e) {
                throw new StoreException("The bundle of " + plan + " cannot be opened: " + e.getMessage(), e);
            }
        });
    }
}
