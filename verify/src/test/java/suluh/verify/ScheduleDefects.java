package suluh.verify;

import java.util.List;
import java.util.function.Consumer;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.schedule.Exhibit;
import suluh.core.kernel.Sha256Digest;

/** Ways to break schedules and documents, by somebody who holds the log's key. */
final class ScheduleDefects {
    private static final int SCHEDULES = 11;
    private static final int DOCUMENTS = 12;

    private ScheduleDefects() {}

    static List<BundleDefect> all() {
        return List.of(
                broken(
                        "exhibit-left-out",
                        SCHEDULES,
                        bundle -> bundle.scheduled(bundle.exhibits().subList(0, 1), List.of(bundle.logged()))),
                broken("exhibit-of-other-bytes", SCHEDULES, bundle -> {
                    Exhibit first = bundle.exhibits().getFirst();
                    ReceivedItem item = first.item();
                    Exhibit other = new Exhibit(
                            first.number(),
                            new ReceivedItem(
                                    item.id(),
                                    item.name(),
                                    item.sizeBytes(),
                                    Sha256Digest.of(BundleDefect.bytes("other"))),
                            true,
                            List.of());
                    bundle.scheduled(List.of(other, bundle.exhibits().getLast()), List.of(bundle.logged()));
                }),
                broken("disclosure-left-out", SCHEDULES, bundle -> {
                    bundle.logged();
                    bundle.scheduled(bundle.exhibits(), List.of());
                }),
                broken("disclosure-to-another-recipient", SCHEDULES, bundle -> {
                    DisclosureLine line = bundle.logged();
                    bundle.scheduled(
                            bundle.exhibits(),
                            List.of(new DisclosureLine(
                                    line.number(),
                                    line.kind(),
                                    "Somebody else",
                                    line.purpose(),
                                    line.sha256(),
                                    line.salt(),
                                    line.person(),
                                    line.at())));
                }),
                broken("report-of-another-payload", DOCUMENTS, bundle -> {
                    bundle.scheduled(bundle.exhibits(), List.of(bundle.logged()));
                    bundle.documents.put(
                            BundleLayout.courtPdf("en"), described -> BundleDefect.bytes("describes something else"));
                }));
    }

    private static BundleDefect broken(String name, int step, Consumer<SmallBundle> change) {
        return new BundleDefect(name, step, good -> {
            change.accept(good.bundle);
            return good.bundle.files();
        });
    }
}
