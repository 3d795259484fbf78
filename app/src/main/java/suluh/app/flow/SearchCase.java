package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.host.Secrets;
import suluh.app.store.Numbered;
import suluh.app.store.SearchLogStore.Logged;
import suluh.app.store.SearchStore;
import suluh.app.store.SearchStore.FoundMessage;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.core.casework.Act;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.observation.SourcePointer;
import suluh.core.search.SearchCode;
import suluh.core.search.SearchQuery;
import suluh.core.search.SearchQuery.Span;

/**
 * Searches the messages, names and identifiers of one case.
 *
 * <p>Hits come in the order of reading: file by file, as the file has them; so a part that was shown stays the same, and
 * the next goes on after its last number. Each search is kept with who made it; the ledger has a salted commitment to it.
 * Names of children that are masked to the person are masked before anything is compared: what only they would match is
 * not found, and no count tells of it.
 */
public final class SearchCase {
    /** Messages on one page. */
    public static final int PAGE_HITS = 25;
    /** Time that one statement may take. */
    static final Duration LIMIT = Duration.ofSeconds(4);

    private static final int SALT_BYTES = 16;

    private final House house;
    private final Duration limit;

    public SearchCase(House house) {
        this(house, LIMIT);
    }

    SearchCase(House house, Duration limit) {
        this.house = house;
        this.limit = limit;
    }

    /**
     * A message that was found.
     *
     * @param number number of the message in the case
     * @param sender name as the person may see it, or empty
     * @param account number of the account that wrote it, or 0
     * @param text the passage around the first place found
     * @param marks what was found in it
     */
    public record Hit(
            int number,
            int conversation,
            String conversationName,
            String platform,
            String sender,
            int account,
            String kind,
            String time,
            String instant,
            String text,
            List<Span> marks,
            String attachments,
            SourcePointer source) {}

    /**
     * A name that was found.
     *
     * @param kind {@code account}, {@code id}, {@code conversation}, or the kind of contact point
     * @param likeness 1 for equal ones, less for near ones
     * @param source the record of a contact point, or null
     */
    public record NameHit(
            String kind,
            int account,
            int conversation,
            String form,
            String platform,
            double likeness,
            @Nullable SourcePointer source) {}

    /** A value by which the hits may be narrowed, with how many of them have it. */
    public record Facet(String value, int hits) {}

    /**
     * What was found.
     *
     * @param total messages found, or -1 where a count would tell of a masked name
     * @param isAtMost true when phrases were not looked up in all of them, so that fewer may match
     * @param facets by name of the filter, each in its order
     * @param next number to give as {@code after} for what follows, or 0 at the end
     */
    public record Found(
            SearchAsked asked,
            List<Hit> hits,
            List<NameHit> names,
            int total,
            boolean isAtMost,
            Map<String, List<Facet>> facets,
            int next) {}

    /** Searches; the search is recorded, whether something is found or not. */
    public Outcome<Found> run(OpenedCase opened, SearchAsked asked) {
        return house.access()
                .stillIn(opened, Act.READ_CONTENT)
                .then(open -> SearchQuery.of(asked.query()).then(query -> {
                    if (query.units().isEmpty() && asked.filters().isEmpty()) {
                        return Outcome.refused(
                                SearchCode.QUERY_EMPTY, "Say what to look for: a word, a name, a number or a filter.");
                    }
                    record(open, asked);
                    house.searches().catchUp(open.id());
                    return found(open, asked, query);
                }));
    }

    private Outcome<Found> found(OpenedCase open, SearchAsked asked, SearchQuery query) {
        Masked masked = new ProtectChild(house).masked(open);
        Optional<Found> found = house.searches().within(open.id(), limit, () -> find(open, asked, query, masked));
        return found.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        SearchCode.SEARCH_TOO_SLOW,
                        "The search took longer than " + limit.toSeconds()
                                + " seconds and was stopped; add a word, or narrow it by platform or month."));
    }

    private Found find(OpenedCase open, SearchAsked asked, SearchQuery query, Masked masked) {
        SearchStore store = house.searches();
        SearchCandidates candidates = SearchCandidates.of(store, open.id(), asked, query);
        boolean isTelling = masked.names().stream().anyMatch(query::touches);
        SearchPage page = SearchPage.of(
                store,
                open.id(),
                candidates.numbers(),
                asked.after(),
                text -> query.matches(masked.mask().text(text)),
                query.isCertain() && masked.names().isEmpty());
        SearchNames names = new SearchNames(store, house.lists().accounts(open.id()), masked);
        return new Found(
                asked,
                page.messages().stream()
                        .map(message -> hit(open, message, query, masked))
                        .toList(),
                asked.after() == 0 ? names.like(asked.query(), house.lists().conversations(open.id())) : List.of(),
                isTelling ? -1 : candidates.numbers().cardinality(),
                !query.isCertain() || !masked.names().isEmpty(),
                isTelling ? Map.of() : candidates.facets(),
                page.next());
    }

    private Hit hit(OpenedCase open, FoundMessage message, SearchQuery query, Masked masked) {
        var conversation = Numbered.get(
                        house.lists().conversations(open.id()), StoredConversation::id, message.conversation())
                .reference();
        String name = conversation.name() == null ? conversation.id() : conversation.name();
        Excerpt excerpt = Excerpt.of(masked.mask().text(message.text()), query);
        return new Hit(
                message.number(),
                message.conversation(),
                masked.mask().text(name),
                conversation.platform().wire(),
                sender(open, message.sender(), masked),
                message.sender(),
                message.kind(),
                message.sentText(),
                message.sentAt() == null ? "" : message.sentAt().toString(),
                excerpt.text(),
                excerpt.marks(),
                masked.mask().text(message.attachments()),
                message.source());
    }

    private String sender(OpenedCase open, int account, Masked masked) {
        if (account == 0) {
            return "";
        }
        var stored = Numbered.get(house.lists().accounts(open.id()), StoredAccount::id, account);
        String name = stored.name() == null || stored.name().isEmpty() ? stored.key() : stored.name();
        return masked.name(account, name);
    }

    /** The passage of a text around the first place found, with all that was found in it. */
    record Excerpt(String text, List<Span> marks) {
        private static final int MAX_CHARS = 400;
        private static final int BEFORE = 120;

        static Excerpt of(String text, SearchQuery query) {
            List<Span> all = query.marks(text);
            if (text.length() <= MAX_CHARS) {
                return new Excerpt(text, all);
            }
            int first = all.isEmpty() ? 0 : all.getFirst().start();
            int start = whole(text, Math.max(0, Math.min(first - BEFORE, text.length() - MAX_CHARS)));
            int end = whole(text, Math.min(text.length(), start + MAX_CHARS));
            String before = start > 0 ? "… " : "";
            List<Span> marks = new ArrayList<>();
            for (Span span : all) {
                if (span.start() >= start && span.end() <= end) {
                    marks.add(new Span(span.start() - start + before.length(), span.end() - start + before.length()));
                }
            }
            return new Excerpt(before + text.substring(start, end) + (end < text.length() ? " …" : ""), marks);
        }

        /** A place that cuts no character in two. */
        private static int whole(String text, int at) {
            return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        }
    }

    /**
     * Where a message stands.
     *
     * @param index how many messages of its conversation come before it
     */
    public record Standing(int conversation, long index) {}

    /** Where the message of this number stands in its conversation, for a link that leads to it. */
    public Outcome<Optional<Standing>> standing(OpenedCase opened, int number) {
        return house.access()
                .stillIn(opened, Act.READ_CONTENT)
                .then(open -> Outcome.done(house.database()
                        .inCase(open.id(), () -> house.searches().place(open.id(), number))
                        .map(place -> new Standing(place.conversation(), place.index()))));
    }

    private void record(OpenedCase open, SearchAsked asked) {
        Instant now = house.clock().instant();
        Logged run = logged(open, asked.wire(), now);
        house.database().inCase(open.id(), () -> {
            house.searchLog().add(open.id(), run);
            house.ledger()
                    .append(open.acting()
                            .entry(
                                    EntryKind.SEARCHED,
                                    now,
                                    open.number(),
                                    Map.of("search", run.id()),
                                    Map.of("query", ReviewConversation.commitment(salt(run), run.query())),
                                    Map.of("after", (long) asked.after())));
            return true;
        });
    }

    static Logged logged(OpenedCase open, String query, Instant now) {
        HexFormat hex = HexFormat.of();
        return new Logged(
                "se-" + hex.formatHex(Secrets.bytes(8)),
                open.acting().person(),
                now,
                query,
                hex.formatHex(Secrets.bytes(SALT_BYTES)));
    }

    static byte[] salt(Logged run) {
        return HexFormat.of().parseHex(run.salt());
    }
}
