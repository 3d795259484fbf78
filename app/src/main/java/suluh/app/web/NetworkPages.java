package suluh.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.SeeNetwork;
import suluh.app.flow.SeeNetwork.NodeView;
import suluh.app.flow.ViewCase;
import suluh.app.flow.ViewCase.CaseView;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonObject;
import suluh.core.disclosure.NetworkMapJson;
import suluh.core.network.GraphMl;
import suluh.core.network.NetworkCsv;
import suluh.core.network.NetworkMap;
import suluh.core.network.NetworkPicture;

/** The network of a case: its picture, filtered by platform, tie and time; each group and account on it; and downloads. */
@Controller
class NetworkPages {
    /** As every page, and besides our own script, which draws what the server laid out. */
    static final String POLICY = WebConfiguration.CONTENT_SECURITY_POLICY + "; script-src 'self'; connect-src 'self'";

    /** What the page's picture may weigh; where that is too little, it has fewer nodes and says so. */
    private static final int MAX_PICTURE_BYTES = 120_000;

    private static final int PAGE_GROUPS = 40;
    private static final int PAGE_TIES = 60;
    /** Lists besides the groups, each in the order of the findings. */
    private static final List<String> LISTS = List.of("roles", "replacements", "recruitments", "rankIntervals");

    private final ViewCase viewCase;
    private final SeeNetwork network;

    NetworkPages(House house) {
        this.viewCase = new ViewCase(house);
        this.network = new SeeNetwork(house);
    }

    /** What the filter of the page says; an empty word wants all, days are inclusive and in UTC. */
    public record Wanted(
            @Nullable String platform,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String until) {
        NetworkMap.Filter filter() {
            Instant end = day(until);
            return new NetworkMap.Filter(
                    word(platform), word(kind), day(from), end == null ? null : end.plus(Duration.ofDays(1)));
        }

        private static String word(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static @Nullable Instant day(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a day is written as 2024-12-31", e);
            }
        }
    }

    @GetMapping("/cases/{number}/network")
    String show(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model,
            HttpServletResponse response) {
        CaseView view = open(number, who, model);
        Optional<NetworkMap> found = Refused.orValue(network.map(view.opened()));
        NetworkMap all = found.orElse(new NetworkMap(List.of(), List.of(), 0));
        NetworkMap map = all.only(wanted.filter());
        Map<String, Object> told = FindingsModel.map(describe(view, all, model), "network");
        Paged paged = Paged.of(model, page).lines("groups", FindingsModel.list(told, "groups"), PAGE_GROUPS);
        LISTS.forEach(list -> paged.part(list, FindingsModel.list(told, list), Paged.FINDINGS));
        model.addAttribute("isMapped", found.isPresent());
        model.addAttribute("map", map);
        model.addAttribute("platforms", all.platforms());
        model.addAttribute("kinds", all.kinds());
        String base = "/cases/" + view.number() + "/network/nodes/";
        model.addAttribute("picture", NetworkPicture.within(MAX_PICTURE_BYTES, map, node -> base + node));
        response.setHeader("Content-Security-Policy", POLICY);
        return "network";
    }

    @GetMapping("/cases/{number}/network/nodes/{place}")
    String node(
            @PathVariable("number") String number,
            @PathVariable("place") int place,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        NodeView node = Refused.orValue(network.node(view.opened(), place))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        NetworkMap map = Refused.orValue(network.map(view.opened())).orElseThrow();
        Map<String, Object> findings = describe(view, map, model);
        model.addAttribute("node", node);
        model.addAttribute("place", place);
        GroupModel group = new GroupModel(findings, node.node().key());
        model.addAttribute("group", group);
        Paged.of(model, page)
                .lines("ties", node.ties(), PAGE_TIES)
                .part("linksOut", group.linksOut(), Paged.FINDINGS)
                .part("linksIn", group.linksIn(), Paged.FINDINGS);
        return "network-node";
    }

    /** To the page of the group that the conversation is, or to its messages where the map does not draw it. */
    @GetMapping("/cases/{number}/network/groups/{conversation}")
    String group(
            @PathVariable("number") String number,
            @PathVariable("conversation") int conversation,
            Acting who,
            Model model) {
        CaseView view = open(number, who, model);
        OptionalInt place = Refused.orValue(network.place(view.opened(), conversation));
        String to = place.isPresent() ? "/network/nodes/" + place.getAsInt() : "/conversations/" + conversation;
        return "redirect:/cases/" + view.number() + to;
    }

    @GetMapping("/cases/{number}/network/map")
    void map(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            Acting who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        NetworkMap.Filter filter = wanted.filter();
        byte[] json = filter.equals(NetworkMap.Filter.ALL)
                ? Refused.orValue(network.mapJson(open(number, who, model).opened()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                : CanonicalJson.bytes(NetworkMapJson.of(filtered(number, wanted, who, model)));
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    @GetMapping("/cases/{number}/network/picture")
    void picture(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            Acting who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        NetworkMap map = filtered(number, wanted, who, model);
        try (Writer out = begin(response, "image/svg+xml", number + "-network.svg")) {
            out.write(NetworkPicture.svg(map, node -> ""));
        }
    }

    @GetMapping("/cases/{number}/network/graphml")
    void graphMl(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            Acting who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        NetworkMap map = filtered(number, wanted, who, model);
        try (Writer out = begin(response, "application/xml", number + "-network.graphml")) {
            GraphMl.write(map, out);
        }
    }

    @GetMapping("/cases/{number}/network/nodes")
    void nodes(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            Acting who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        NetworkMap map = filtered(number, wanted, who, model);
        try (Writer out = begin(response, "text/csv", number + "-nodes.csv")) {
            NetworkCsv.nodes(map, out);
        }
    }

    @GetMapping("/cases/{number}/network/ties")
    void ties(
            @PathVariable("number") String number,
            @ModelAttribute("wanted") Wanted wanted,
            Acting who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        NetworkMap map = filtered(number, wanted, who, model);
        try (Writer out = begin(response, "text/csv", number + "-ties.csv")) {
            NetworkCsv.ties(map, out);
        }
    }

    private NetworkMap filtered(String number, Wanted wanted, Acting who, Model model) {
        CaseView view = open(number, who, model);
        return Refused.orValue(network.map(view.opened()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .only(wanted.filter());
    }

    private static Writer begin(HttpServletResponse response, String type, String fileName) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!fileName.isEmpty()) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        }
        return response.getWriter();
    }

    private CaseView open(String number, Acting who, Model model) {
        CaseView view = Refused.orValue(viewCase.find(who, number));
        model.addAttribute("view", view);
        return view;
    }

    /** Puts findings, the number of each drawn node and the name of each known one by its key, into the model. */
    private Map<String, Object> describe(CaseView view, NetworkMap map, Model model) {
        Map<String, Object> findings = Refused.orValue(viewCase.findings(view.opened()))
                .map(FindingsModel::of)
                .orElseGet(() -> FindingsModel.of(JsonObject.builder().build()));
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < map.nodes().size(); i++) {
            places.putIfAbsent(map.nodes().get(i).key(), i);
            names.putIfAbsent(
                    map.nodes().get(i).key(), map.nodes().get(i).label().name());
        }
        if (findings.get("network") instanceof Map<?, ?> network && network.get("names") instanceof List<?> told) {
            for (Object one : told) {
                if (one instanceof Map<?, ?> name) {
                    names.putIfAbsent(String.valueOf(name.get("id")), String.valueOf(name.get("name")));
                }
            }
        }
        model.addAttribute("findings", findings);
        model.addAttribute("places", places);
        model.addAttribute("names", names);
        return findings;
    }
}
