package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SearchCase.Found;
import suluh.app.flow.SearchCase.Hit;
import suluh.app.flow.SearchCase.NameHit;
import suluh.app.host.InputException;
import suluh.app.host.InputFiles;
import suluh.app.store.ObservationStore;
import suluh.app.store.SearchRows;
import suluh.app.store.StoredMessage;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.search.SearchCode;
import suluh.core.search.SearchQuery;

/** Search over a real database: what it finds, in which order, and what it must not tell. */
class SearchCaseTest {

    @TempDir
    private static Path folder;

    private static House house;
    private static OpenedCase opened;

    @BeforeAll
    static void start() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        opened = SmallHouse.done(new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B"));
        Path input = SmallHouse.synthetic(folder.resolve("synth"), 2_000);
        Files.writeString(input.resolve("WhatsApp Chat with Kelas Petang.txt"), """
                12/10/2024, 21:14 - Cikgu Lán: Selamat petang semua, jumpa di taman esok
                12/10/2024, 21:15 - Mei_Ling99: 祝你生日快乐！
                12/10/2024, 21:16 - Mei_Ling99: 生日不快乐
                12/10/2024, 21:17 - Cikgu Lán: அவர் வீட்டில்தான் இருக்கிறார்
                12/10/2024, 21:18 - Cikgu Lán: ＢＥＫＡＬ untuk per\u200Bjalanan, Mei_Ling99 bawa buku
                13/10/2024, 08:00 - Mei_Ling99: zarafah di taman zoo
                """, StandardCharsets.UTF_8);
        SmallHouse.done(
                new ProbeInput(house).run(opened(), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
    }

    private static Outcome<OpenedCase> opened() {
        return Outcome.done(opened);
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    private static Found find(String query) {
        return find(opened, SearchAsked.words(query));
    }

    private static Found find(OpenedCase in, SearchAsked asked) {
        return SmallHouse.done(new SearchCase(house).run(in, asked));
    }

    private static List<String> texts(Found found) {
        return found.hits().stream().map(Hit::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zarafah            | zarafah di taman zoo
                    ZARAF*             | zarafah di taman zoo
                    "taman zoo"        | zarafah di taman zoo
                    生日快乐             | 祝你生日快乐！
                    வீட்டில்             | அவர் வீட்டில்தான் இருக்கிறார்
                    bekal perjalanan   | ＢＥＫＡＬ untuk per\u200Bjalanan, Mei_Ling99 bawa buku
                    """)
    void findsOneMessageOfManyWritings(String query, String text) {
        assertThat(texts(find(query))).containsExactly(text);
    }

    @Test
    void findsExactlyWhatALookAtEveryMessageFinds() {
        List<StoredMessage> all = new ArrayList<>();
        new ObservationStore(house.database()).forEachMessage(opened.id(), all::add);
        for (String wanted : List.of("umur", "jumpa", "\"awak umur\"", "hadiah -mak", "per*", "生日")) {
            SearchQuery query = SmallHouse.done(SearchQuery.of(wanted));
            long expected = all.stream()
                    .filter(message -> query.matches(message.text()))
                    .count();

            long found = 0;
            int after = 0;
            Set<Integer> numbers = new TreeSet<>();
            do {
                Found part = find(opened, new SearchAsked(wanted, "", "", "", "", "", "", 0, after));
                part.hits().forEach(hit -> assertThat(numbers.add(hit.number())).isTrue());
                found += part.hits().size();
                after = part.next();
                assertThat(part.total()).isGreaterThanOrEqualTo((int) expected);
                if (!part.isAtMost()) {
                    assertThat(part.total()).isEqualTo((int) expected);
                }
            } while (after > 0);

            assertThat(found).as(wanted).isEqualTo(expected);
        }
    }

    @Test
    void facetsAddUpAndNarrow() {
        Found all = find("taman");
        int sum = all.facets().getOrDefault("platform", List.of()).stream()
                .mapToInt(SearchCase.Facet::hits)
                .sum();

        assertThat(sum).isEqualTo(all.total());
        for (SearchCase.Facet facet : all.facets().getOrDefault("platform", List.of())) {
            Found narrowed = find(opened, new SearchAsked("taman", facet.value(), "", "", "", "", "", 0, 0));
            assertThat(narrowed.total()).isEqualTo(facet.hits());
            assertThat(narrowed.hits()).allMatch(hit -> hit.platform().equals(facet.value()));
        }
        Found day = find(opened, new SearchAsked("", "whatsapp", "", "", "2024-10-13", "", "", 0, 0));
        assertThat(texts(day)).contains("zarafah di taman zoo");
    }

    @Test
    void narrowsByTheLanguageAMessageIsWrittenIn() {
        Found all = find("jumpa");
        List<SearchCase.Facet> languages = all.facets().getOrDefault("lang", List.of());

        assertThat(languages.stream().mapToInt(SearchCase.Facet::hits).sum()).isEqualTo(all.total());
        assertThat(languages).extracting(SearchCase.Facet::value).contains("ms");
        for (SearchCase.Facet facet : languages) {
            assertThat(find(opened, new SearchAsked("jumpa", "", "", "", "", "", facet.value(), 0, 0))
                            .total())
                    .as(facet.value())
                    .isEqualTo(facet.hits());
        }
    }

    @Test
    void findsNamesAsPeopleVaryThem() {
        for (String query : List.of("mei_ling99", "@MeiLing99", "Mei Ling 99", "meilinq99", "ｍｅｉｌｉｎｇ99")) {
            assertThat(find(query).names()).as(query).anyMatch(hit -> hit.form().equals("Mei_Ling99"));
        }
        assertThat(find("cikgu lan").names().getFirst().likeness()).isEqualTo(1);
        assertThat(find("kelas petang").names()).anyMatch(hit -> hit.kind().equals("conversation"));
        assertThat(find("xqzw").names()).isEmpty();
    }

    @Test
    void aMaskedChildIsNotFoundByName() {
        NameHit name = find("mei_ling99").names().getFirst();
        SmallHouse.done(new ProtectChild(house).mark(opened, name.account()));
        try {
            Found found = find("Mei_Ling99");

            assertThat(found.names()).noneMatch(hit -> hit.account() == name.account());
            assertThat(found.hits()).isEmpty();
            assertThat(found.total()).isEqualTo(-1);
            assertThat(find("bekal").hits().getFirst().text())
                    .doesNotContain("Mei_Ling99")
                    .contains("▒");
            assertThat(find("zarafah").hits().getFirst().sender()).doesNotContain("Mei_Ling99");
        } finally {
            SmallHouse.done(new ProtectChild(house).lift(opened, name.account()));
        }
    }

    @Test
    void eachSearchAndEachKeptSearchIsInTheLedgerWithoutItsWords() {
        find("zarafah");
        String id = SmallHouse.done(new KeepSearches(house).save(opened, SearchAsked.words("zarafah"), "zoo"));

        assertThat(SmallHouse.done(new KeepSearches(house).all(opened)))
                .anyMatch(kept -> kept.id().equals(id) && kept.query().equals("q=zarafah"));
        String leaves = String.join("\n", leaves());
        assertThat(leaves).contains("\"searched\"").contains("\"search-saved\"").doesNotContain("zarafah");

        SmallHouse.done(new KeepSearches(house).drop(opened, id));
        assertThat(SmallHouse.done(new KeepSearches(house).all(opened))).isEmpty();
        assertThat(new KeepSearches(house).drop(opened, id)).isInstanceOf(Outcome.Refused.class);
        assertThat(String.join("\n", leaves())).contains("\"search-dropped\"");
    }

    private static List<String> leaves() {
        return SearchRows.leaves(house.database(), opened.id());
    }

    @Test
    void refusesWhatAsksForNothingOrTakesTooLong() {
        assertThat(code(new SearchCase(house).run(opened, SearchAsked.words(" - "))))
                .contains(SearchCode.QUERY_EMPTY);
        assertThat(code(new SearchCase(house).run(opened, SearchAsked.words("x".repeat(301)))))
                .contains(SearchCode.QUERY_TOO_LONG);
        Optional<Boolean> slow =
                house.searches().within(opened.id(), Duration.ofMillis(30), () -> SearchRows.sleeps(house.database()));
        assertThat(slow).isEmpty();
    }

    @Test
    void strangersFindNothing() {
        Acting stranger = SmallHouse.person(
                house, "d11", "stranger", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        OpenedCase asStranger =
                new OpenedCase(opened.id(), opened.number(), stranger, opened.mandate(), Role.SUPERVISOR);

        assertThat(new SearchCase(house).run(asStranger, SearchAsked.words("zarafah")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aCaseReadBeforeThereWasAnIndexIsIndexedByItsFirstSearch() throws SQLException {
        Map<String, Long> before = SearchRows.sums(house.database(), opened.id());
        SearchRows.forget(house.database(), opened.id());

        assertThat(texts(find("zarafah"))).containsExactly("zarafah di taman zoo");
        assertThat(SearchRows.sums(house.database(), opened.id())).isEqualTo(before);
    }

    @Test
    void rowLevelSecurityLetsEveryLookUpUseItsKey() {
        assertThat(SearchRows.plan(
                        house.database(),
                        opened.id(),
                        "SELECT postings FROM search_term WHERE field = 'w' AND term = 'x'"))
                .contains("search_term_pkey")
                .contains("term = ");
        assertThat(SearchRows.plan(
                        house.database(),
                        opened.id(),
                        "SELECT postings FROM search_term WHERE field = 'w' AND term >= 'x' AND term < 'y'"))
                .containsPattern("Index Cond:.*term >= ");
        assertThat(SearchRows.plan(
                        house.database(), opened.id(), "SELECT body FROM message WHERE number = ANY ('{1,2,3}')"))
                .containsPattern("Index Cond:.*number = ANY");
    }

    private static Optional<SearchCode> code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? Optional.of((SearchCode) refused.refusal().code())
                : Optional.empty();
    }
}
