package suluh.core.conversation.evaluation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the verdicts of a case say about the score, and about how much reviewers agree.
 *
 * <p>Of a person the latest verdict on a conversation counts. Shares come with the interval of Wilson (1927) at 95 %; the
 * agreement of two persons beyond chance is pi of Scott (Reliability of content analysis, Public Opinion Quarterly 19,
 * 1955), pooled over all pairs who read the same conversation. Time linear in the verdicts but for the pairs of one
 * conversation.
 *
 * @param verdicts verdicts given, earlier ones of a person on the same conversation too
 * @param reviewed conversations with a verdict
 * @param lookNow of those in band look-now, how many were of concern
 * @param look the same for band look
 * @param agreement pairs of persons on one conversation who say the same
 * @param scottsPi agreement beyond chance, −1 to 1; 0 when no pair is there or all say one thing
 * @param hours officer-hours spent
 * @param falseAlertsPerHour conversations in look-now of no concern, for each officer-hour; 0 without hours
 * @param weeks look-now by ISO week of the verdict, UTC
 */
public record ReviewMeasures(
        long verdicts,
        long reviewed,
        Share lookNow,
        Share look,
        Share agreement,
        double scottsPi,
        double hours,
        double falseAlertsPerHour,
        List<Week> weeks) {
    /** Fewer decided conversations than this tell nothing of drift. */
    static final int MIN_FOR_DRIFT = 10;

    private static final double Z = 1.959964;
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    private static final String LOOK_NOW = "look-now";

    public ReviewMeasures {
        weeks = List.copyOf(weeks);
    }

    /** A part of a whole with its interval. */
    public record Share(long part, long whole) {
        /** The share, or 0 of nothing. */
        public double value() {
            return whole == 0 ? 0 : (double) part / whole;
        }

        /** Lower end of the interval. */
        public double low() {
            return whole == 0 ? 0 : Math.max(0, centre() - margin());
        }

        /** Upper end of the interval. */
        public double high() {
            return whole == 0 ? 1 : Math.min(1, centre() + margin());
        }

        private double centre() {
            return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
        }

        private double margin() {
            double variance = value() * (1 - value()) / whole + Z * Z / (4.0 * whole * whole);
            return Z * Math.sqrt(variance) / (1 + Z * Z / whole);
        }
    }

    /**
     * Look-now in one week.
     *
     * @param name {@code 2026-W48}
     * @param concern conversations of concern among those decided
     * @param isDrift its share lies outside the interval of all weeks before, and both have enough conversations
     */
    public record Week(String name, Share concern, boolean isDrift) {}

    /** Measures of these verdicts, in whatever order they come. */
    public static ReviewMeasures of(List<GivenVerdict> verdicts) {
        List<GivenVerdict> inOrder = verdicts.stream()
                .sorted(Comparator.comparing(GivenVerdict::at).thenComparing(GivenVerdict::person))
                .toList();
        Map<Integer, Map<String, GivenVerdict>> latest = new TreeMap<>();
        long seconds = 0;
        for (GivenVerdict verdict : inOrder) {
            seconds += verdict.seconds();
            Map<String, GivenVerdict> ofConversation =
                    latest.computeIfAbsent(verdict.conversation(), ignored -> new LinkedHashMap<>());
            ofConversation.remove(verdict.person());
            ofConversation.put(verdict.person(), verdict);
        }
        List<GivenVerdict> decided = new ArrayList<>();
        latest.values()
                .forEach(ofConversation -> ofConversation.values().stream()
                        .filter(verdict -> verdict.verdict() != Verdict.UNCLEAR)
                        .reduce((first, second) -> second)
                        .ifPresent(decided::add));
        Share lookNow = concern(decided, LOOK_NOW);
        double hours = seconds / SECONDS_OF_AN_HOUR;
        Pairs pairs = pairs(latest);
        return new ReviewMeasures(
                verdicts.size(),
                latest.size(),
                lookNow,
                concern(decided, "look"),
                pairs.agreement(),
                pairs.pi(),
                hours,
                hours == 0 ? 0 : (lookNow.whole() - lookNow.part()) / hours,
                weeks(decided));
    }

    private static Share concern(List<GivenVerdict> decided, String band) {
        List<GivenVerdict> ofBand =
                decided.stream().filter(verdict -> verdict.band().equals(band)).toList();
        long concern = ofBand.stream()
                .filter(verdict -> verdict.verdict() == Verdict.CONCERN)
                .count();
        return new Share(concern, ofBand.size());
    }

    /** Agreement of pairs, and how often each verdict was said in them. */
    private record Pairs(Share agreement, List<Long> said) {
        /** (observed − expected) / (1 − expected), expected from how often each verdict was said. */
        private double pi() {
            long all = 2 * agreement.whole();
            double expected = 0;
            for (long one : said) {
                expected += all == 0 ? 0 : (double) one * one / ((double) all * all);
            }
            return all == 0 || expected == 1 ? 0 : (agreement.value() - expected) / (1 - expected);
        }
    }

    private static Pairs pairs(Map<Integer, Map<String, GivenVerdict>> latest) {
        Map<Verdict, Long> said = new EnumMap<>(Verdict.class);
        long same = 0;
        long all = 0;
        for (Map<String, GivenVerdict> ofConversation : latest.values()) {
            List<GivenVerdict> persons = List.copyOf(ofConversation.values());
            for (int i = 0; i < persons.size(); i++) {
                for (int j = i + 1; j < persons.size(); j++) {
                    Verdict one = persons.get(i).verdict();
                    Verdict other = persons.get(j).verdict();
                    said.merge(one, 1L, Long::sum);
                    said.merge(other, 1L, Long::sum);
                    same += one == other ? 1 : 0;
                    all++;
                }
            }
        }
        return new Pairs(new Share(same, all), List.copyOf(said.values()));
    }

    private static List<Week> weeks(List<GivenVerdict> decided) {
        SortedMap<String, long[]> byWeek = new TreeMap<>();
        for (GivenVerdict verdict : decided) {
            if (verdict.band().equals(LOOK_NOW)) {
                long[] counts = byWeek.computeIfAbsent(
                        week(LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC)), ignored -> new long[2]);
                counts[0] += verdict.verdict() == Verdict.CONCERN ? 1 : 0;
                counts[1]++;
            }
        }
        List<Week> weeks = new ArrayList<>();
        long concernBefore = 0;
        long before = 0;
        for (Map.Entry<String, long[]> entry : byWeek.entrySet()) {
            Share share = new Share(entry.getValue()[0], entry.getValue()[1]);
            Share earlier = new Share(concernBefore, before);
            boolean isEnough = share.whole() >= MIN_FOR_DRIFT && before >= MIN_FOR_DRIFT;
            boolean isOutside = share.value() < earlier.low() || share.value() > earlier.high();
            weeks.add(new Week(entry.getKey(), share, isEnough && isOutside));
            concernBefore += share.part();
            before += share.whole();
        }
        return weeks;
    }

    private static String week(LocalDate day) {
        int number = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.get(IsoFields.WEEK_BASED_YEAR) + (number < 10 ? "-W0" : "-W") + number;
    }
}
