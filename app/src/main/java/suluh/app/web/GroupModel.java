package suluh.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import suluh.core.network.BarPicture;

/** What the findings say of one node of the network, as the page asks for it; empty where they say nothing. */
public final class GroupModel {
    private static final int DAYS = 7;

    private final Map<String, Object> findings;
    private final Map<String, Object> network;
    private final String key;

    GroupModel(Map<String, Object> findings, String key) {
        this.findings = findings;
        this.network = map(findings.get("network"));
        this.key = key;
    }

    /** What the group says of itself, and the links posted in it. */
    public Map<String, Object> statement() {
        return find(list(findings.get("groups")), "key");
    }

    /** What the group does. */
    public Map<String, Object> activity() {
        return find(list(network.get("groups")), "id");
    }

    /** Roles with their evidence. */
    public Map<String, Object> roles() {
        return find(list(network.get("roles")), "id");
    }

    /** Groups like this one. */
    public List<Map<String, Object>> like() {
        return list(find(list(network.get("likeGroups")), "id").get("like"));
    }

    /** Replacements that this group has part in, as the silent or as the following one. */
    public List<Map<String, Object>> replacements() {
        return list(network.get("replacements")).stream()
                .filter(one -> key.equals(one.get("silent")) || key.equals(one.get("successor")))
                .toList();
    }

    /** Invitation links that were posted in this group. */
    public List<Map<String, Object>> linksOut() {
        return list(network.get("invitePosts")).stream()
                .filter(one -> key.equals(one.get("from")))
                .toList();
    }

    /** Invitation links posted elsewhere that may lead into this group. */
    public List<Map<String, Object>> linksIn() {
        return list(network.get("invitePosts")).stream()
                .filter(one -> !key.equals(one.get("from")))
                .filter(one -> one.get("into") instanceof List<?> into && into.contains(key))
                .toList();
    }

    /** Bars of messages by month, an {@code <svg>} element. */
    public String months(String title) {
        return bars(title, "months");
    }

    /** Bars of accounts that came in by month, an {@code <svg>} element. */
    public String joins(String title) {
        return bars(title, "joins");
    }

    /** Bars of messages by hour of the day, an {@code <svg>} element. */
    public String hours(String title) {
        List<Long> figures = figures("hours");
        List<String> labels = new ArrayList<>();
        for (int hour = 0; hour < figures.size(); hour++) {
            labels.add(hour < 10 ? "0" + hour : Integer.toString(hour));
        }
        return BarPicture.svg(title, labels, figures);
    }

    /**
     * Bars of messages by day of the week, an {@code <svg>} element.
     *
     * @param days names of the days from Monday
     */
    public String weekdays(String title, List<String> days) {
        List<Long> figures = figures("weekdays");
        return figures.size() == DAYS
                ? BarPicture.svg(title, days, figures)
                : BarPicture.svg(title, List.of(), List.of());
    }

    private String bars(String title, String part) {
        List<String> labels = new ArrayList<>();
        List<Long> figures = new ArrayList<>();
        for (Map<String, Object> month : list(activity().get(part))) {
            labels.add(String.valueOf(month.get("month")));
            figures.add(month.get("count") instanceof Number count ? count.longValue() : 0L);
        }
        return BarPicture.svg(title, labels, figures);
    }

    private List<Long> figures(String part) {
        List<Long> figures = new ArrayList<>();
        if (activity().get(part) instanceof List<?> list) {
            for (Object one : list) {
                figures.add(one instanceof Number number ? number.longValue() : 0L);
            }
        }
        return figures;
    }

    private Map<String, Object> find(List<Map<String, Object>> from, String by) {
        return from.stream().filter(one -> key.equals(one.get(by))).findFirst().orElse(Map.of());
    }

    @SuppressWarnings("unchecked") // FindingsModel makes maps of texts to values
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object value) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> maps.add(map(one)));
        }
        return maps;
    }
}
