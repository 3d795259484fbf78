package suluh.core.identity.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import suluh.core.identity.AccountField;

/**
 * Which accounts are compared: those that meet in a block, that is, share a value or a stable part of one.
 *
 * <p>A block of more than {@value #MAX_BLOCK} accounts compares nothing and is counted. Cost: the values sorted, and the
 * pairs of each block.
 */
final class AccountBlocks {
    /** What so many accounts share tells nobody apart. */
    static final int MAX_BLOCK = 60;

    private static final int PHONE_TAIL = 8;
    private static final int MIN_STEM = 5;

    private final long[] pairs;
    private final int[] meetings;
    private final long passedOver;

    private AccountBlocks(long[] pairs, int[] meetings, long passedOver) {
        this.pairs = pairs;
        this.meetings = meetings;
        this.passedOver = passedOver;
    }

    static AccountBlocks of(List<AccountTraits> accounts) {
        Map<String, int[]> blocks = new HashMap<>();
        for (int number = 0; number < accounts.size(); number++) {
            for (String key : keys(accounts.get(number))) {
                int[] block = blocks.computeIfAbsent(key, ignored -> new int[2]);
                blocks.put(key, added(block, number));
            }
        }
        long passedOver = 0;
        PairList met = new PairList();
        for (int[] block : blocks.values()) {
            if (block[0] > MAX_BLOCK) {
                passedOver++;
            } else {
                met.addAll(block);
            }
        }
        return met.counted(passedOver);
    }

    /** A block: its size, then the numbers; one that has grown too large keeps only its size. */
    private static int[] added(int[] block, int number) {
        int size = block[0];
        if (size >= MAX_BLOCK) {
            return new int[] {size + 1};
        }
        int[] grown = size + 1 < block.length ? block : Arrays.copyOf(block, block.length * 2);
        grown[size + 1] = number;
        grown[0] = size + 1;
        return grown;
    }

    /** Keys under which an account is filed. */
    static SortedSet<String> keys(AccountTraits account) {
        SortedSet<String> keys = new TreeSet<>();
        for (AccountField field : AccountField.values()) {
            for (Trait trait : account.values(field)) {
                keys.add((field == AccountField.PUBLISHED ? "said" : field.wire()) + " " + trait.value());
                String part = part(field, trait.value());
                if (!part.isEmpty()) {
                    keys.add(part);
                }
            }
        }
        account.owned().forEach(trait -> keys.add("said " + trait.value()));
        for (Sighting sighting : account.sightings()) {
            if (!sighting.address().isEmpty()) {
                keys.add("network " + sighting.address());
            }
        }
        return keys;
    }

    private static String part(AccountField field, String value) {
        return switch (field) {
            case PHONE -> value.length() > PHONE_TAIL ? "tail " + value.substring(value.length() - PHONE_TAIL) : "";
            case EMAIL -> stem(ValueLevels.local(value));
            case HANDLE -> stem(ValueLevels.folded(value));
            case NAME -> {
                String[] words = value.split(" ");
                Arrays.sort(words);
                yield words.length < 2 ? stem(value) : "words " + String.join(" ", words);
            }
            case AVATAR -> PictureForm.group(value);
            default -> "";
        };
    }

    private static String stem(String text) {
        return text.length() < MIN_STEM ? "" : "stem " + text;
    }

    int size() {
        return pairs.length;
    }

    /** The account of smaller number. */
    int first(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int second(int pair) {
        return (int) pairs[pair];
    }

    /** Blocks in which the two met. */
    int meetings(int pair) {
        return meetings[pair];
    }

    long passedOver() {
        return passedOver;
    }

    /** Pairs as they come, sorted and counted at the end. */
    private static final class PairList {
        private long[] pairs = new long[1024];
        private int size;

        void addAll(int[] block) {
            for (int i = 1; i <= block[0]; i++) {
                for (int j = i + 1; j <= block[0]; j++) {
                    if (size == pairs.length) {
                        pairs = Arrays.copyOf(pairs, size * 2);
                    }
                    pairs[size++] = (long) block[i] << 32 | block[j];
                }
            }
        }

        AccountBlocks counted(long passedOver) {
            Arrays.sort(pairs, 0, size);
            long[] different = new long[size];
            int[] times = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (count == 0 || different[count - 1] != pairs[i]) {
                    different[count++] = pairs[i];
                }
                times[count - 1]++;
            }
            return new AccountBlocks(Arrays.copyOf(different, count), Arrays.copyOf(times, count), passedOver);
        }
    }
}
