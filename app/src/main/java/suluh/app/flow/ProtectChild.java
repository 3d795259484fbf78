package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ApprovalStore.Approval;
import suluh.app.store.ChildStore.ChildAccount;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.NameMask;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Marks accounts that are believed to be a child's; their names and handles are masked on every page and in the report.
 *
 * <p>Whoever needs the identity asks for it with a reason, a second person approves, and the mask is lifted for the asker
 * alone for some hours; each lift is a ledger entry.
 */
public final class ProtectChild {
    /** How long a lifted mask stays lifted for the one who asked. */
    public static final Duration UNMASKED_FOR = Duration.ofHours(8);

    private final House house;

    public ProtectChild(House house) {
        this.house = house;
    }

    /** Id of an account in approvals and entries: {@code account:12}. */
    public static String subject(int account) {
        return "account:" + account;
    }

    /** Marks the account as believed to be a child's. */
    public Outcome<Integer> mark(OpenedCase opened, int account) {
        return change(opened, account, EntryKind.CHILD_MARKED);
    }

    /** Takes a mark back that was set in error. */
    public Outcome<Integer> lift(OpenedCase opened, int account) {
        return change(opened, account, EntryKind.CHILD_MARK_LIFTED);
    }

    private Outcome<Integer> change(OpenedCase opened, int account, EntryKind kind) {
        return house.access().stillIn(opened, Act.MARK_CHILD).then(open -> {
            Instant now = house.clock().instant();
            boolean isDone = house.database().inCase(open.id(), () -> {
                boolean changed = kind == EntryKind.CHILD_MARKED
                        ? house.children()
                                .mark(open.id(), account, open.acting().person(), now)
                        : house.children().lift(account, now);
                if (changed) {
                    append(open, kind, now, Map.of("account", subject(account)));
                }
                return changed;
            });
            return isDone
                    ? Outcome.done(account)
                    : Outcome.refused(
                            CaseworkCode.ACCOUNT_UNKNOWN,
                            "Case " + open.number()
                                    + " has no such account, or it is not marked; see its number in the list.");
        });
    }

    /** Lifts the mask for the person who acts, on the word of a second one. */
    public Outcome<Integer> unmask(OpenedCase opened, int account) {
        return house.access()
                .stillIn(opened, Act.UNMASK_CHILD)
                .then(open -> house.access()
                        .recorded(open.acting(), Act.UNMASK_CHILD, open.number(), used(open, account))
                        .then(approval -> Outcome.done(account)));
    }

    private Outcome<Approval> used(OpenedCase open, int account) {
        return house.database().inCase(open.id(), () -> {
            Outcome<Approval> used = ApproveAct.use(house, open, Act.UNMASK_CHILD, subject(account));
            if (used instanceof Outcome.Done<Approval> done) {
                append(
                        open,
                        EntryKind.CHILD_UNMASKED,
                        house.clock().instant(),
                        Map.of(
                                "account",
                                subject(account),
                                "approval",
                                done.value().id()));
            }
            return used;
        });
    }

    /** Marked accounts by number; names only of those that are not masked to the person who asks. */
    public Outcome<List<Integer>> marked(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> Outcome.done(house.children().marked(open.id()).stream()
                        .map(ChildAccount::account)
                        .toList()));
    }

    /** What is masked to the person who acts, for the flows that show names. */
    Masked masked(OpenedCase opened) {
        return masked(
                opened,
                new HashSet<>(house.children()
                        .unmasked(
                                opened.id(),
                                opened.acting().person(),
                                house.clock().instant().minus(UNMASKED_FOR))));
    }

    /** Every marked account, whoever asks: for what leaves the house. */
    Masked all(OpenedCase opened) {
        return masked(opened, Set.of());
    }

    private Masked masked(OpenedCase opened, Set<String> lifted) {
        Set<Integer> accounts = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (ChildAccount child : house.children().marked(opened.id())) {
            if (!lifted.contains(subject(child.account()))) {
                accounts.add(child.account());
                names.add(child.key());
                add(names, child.platformId());
                add(names, child.name());
            }
        }
        return new Masked(accounts, List.copyOf(names), NameMask.of(names));
    }

    private static void add(List<String> names, @org.jspecify.annotations.Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    /**
     * Accounts whose names are masked to one person now.
     *
     * @param accounts their numbers in the case
     * @param names what is hidden
     * @param mask hides their names and handles in texts
     */
    record Masked(Set<Integer> accounts, List<String> names, NameMask mask) {
        /** The name as the person may see it; a masked account shows its number. */
        String name(int account, String name) {
            return accounts.contains(account) ? "▒▒▒ " + account : mask.text(name);
        }
    }

    private void append(OpenedCase open, EntryKind kind, Instant at, Map<String, String> subject) {
        house.ledger().append(open.acting().entry(kind, at, open.number(), subject, Map.of(), Map.of()));
    }
}
