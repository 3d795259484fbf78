package suluh.app.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import suluh.app.store.ErasureStore.ReadAgain;
import suluh.app.store.ReadingStore.ReadItem;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.exports.discord.DiscordPackageReader;
import suluh.exports.discordexport.DiscordExporterReader;
import suluh.exports.meta.MetaCompleteness;
import suluh.exports.wacz.WaczPackageReader;
import suluh.exports.wacz.WaczPagesReader;
import suluh.exports.wacz.WaczSignatureReader;
import suluh.exports.x.XReader;

/**
 * Finds the items whose reading rested on one that goes, so that they are read again without it.
 *
 * <p>Items are read each by itself, and a message that stands in two is stored twice, but for two things. Of the two parts
 * of one Meta export the second copy of a message is left out: it would be lost with the first. And files of an unpacked
 * X archive, Discord export or web capture look into files beside them, which say whose they are: their records could
 * hold words of the one that goes. Both are told by formats and folders, so that rather too much is read again.
 */
final class RestingItems {
    private static final String META = "meta-";
    /** Readers that look into the files beside the one they read. */
    private static final Set<String> LOOKING = Set.of(
            XReader.FORMAT,
            DiscordPackageReader.FORMAT,
            DiscordExporterReader.FORMAT,
            WaczPackageReader.FORMAT,
            WaczPagesReader.FORMAT,
            WaczSignatureReader.FORMAT);

    private RestingItems() {}

    /** Items to read again without {@code gone}; inside the case's transaction. */
    static ReadAgain on(House house, int caseId, ReceivedItem gone) {
        List<ReadItem> read = house.readings().readItems(MetaCompleteness.COPY);
        List<ReadItem> others =
                read.stream().filter(one -> !one.item().equals(gone.id())).toList();
        Set<EvidenceId> beside = house.evidence().present(caseId).stream()
                .filter(item -> folder(item).equals(folder(gone)))
                .map(ReceivedItem::id)
                .collect(Collectors.toSet());
        return read.stream()
                .filter(one -> one.item().equals(gone.id()))
                .findFirst()
                .map(one -> new ReadAgain(looking(one, others, beside), leavingOut(one, others)))
                .orElseGet(() -> new ReadAgain(Set.of(), Set.of()));
    }

    private static Set<EvidenceId> looking(ReadItem gone, List<ReadItem> others, Set<EvidenceId> beside) {
        return LOOKING.contains(gone.own())
                ? others.stream()
                        .filter(one -> LOOKING.contains(one.own()) && beside.contains(one.item()))
                        .map(ReadItem::item)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<EvidenceId> leavingOut(ReadItem gone, List<ReadItem> others) {
        return gone.formats().stream().anyMatch(format -> format.startsWith(META))
                ? others.stream()
                        .filter(ReadItem::leavesOut)
                        .map(ReadItem::item)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** The first folder of what was handed in, or the empty text. */
    private static String folder(ReceivedItem item) {
        return item.name().substring(0, Math.max(0, item.name().indexOf('/')));
    }
}
