package suluh.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import suluh.app.door.Refused;
import suluh.app.flow.Acting;
import suluh.app.flow.House;
import suluh.app.flow.KeepHashLists;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.flow.Progress;
import suluh.app.media.list.KeptList;

/** Lists of known hashes: which are held, and taking a new one or a new edition in; for supervisors. */
@Controller
class ListPages {
    private final KeepHashLists lists;

    ListPages(House house) {
        this.lists = new KeepHashLists(house);
    }

    @GetMapping("/lists")
    String show(Acting who, Model model) {
        List<KeptList> kept = Refused.orValue(lists.list(who)).stream()
                .sorted(Comparator.comparing(KeptList::importedAt).reversed())
                .toList();
        model.addAttribute("lists", kept);
        model.addAttribute("agencies", Refused.orValue(lists.agencies(who)));
        return "lists";
    }

    @PostMapping("/lists")
    String add(
            @RequestParam("file") MultipartFile file,
            @RequestParam("name") String name,
            @RequestParam("source") String source,
            @RequestParam("licence") String licence,
            @RequestParam("scheme") String scheme,
            @RequestParam("purpose") String purpose,
            @RequestParam(name = "date", defaultValue = "") String date,
            @RequestParam(name = "agency", defaultValue = "") List<String> agencies,
            Acting who)
            throws IOException {
        NewList list = new NewList(
                name.strip(), source.strip(), licence.strip(), scheme.strip(), purpose, date(date), agencies);
        try (InputStream in = file.getInputStream()) {
            return "redirect:/lists?kept="
                    + Refused.orValue(lists.add(who, list, in, Progress.SILENT)).id();
        }
    }

    /** A day that cannot be read is none: the page then shows that the edition states no date. */
    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
