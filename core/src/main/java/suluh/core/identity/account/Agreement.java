package suluh.core.identity.account;

import java.util.List;
import suluh.core.identity.AccountField;
import suluh.core.observation.SourcePointer;

/**
 * How far two accounts agree in one field.
 *
 * @param field what was compared
 * @param level from 1
 * @param holders accounts that share the value the level rests on; 2 where it rests on none
 * @param valueA value on the first side, or empty
 * @param valueB value on the second
 * @param sources records, the first side's first
 */
record Agreement(
        AccountField field, int level, int holders, String valueA, String valueB, List<SourcePointer> sources) {
    static Agreement of(AccountField field, int level, int holders, Trait a, Trait b) {
        return new Agreement(field, level, holders, a.value(), b.value(), List.of(a.source(), b.source()));
    }

    static Agreement plain(AccountField field, int level) {
        return new Agreement(field, level, 2, "", "", List.of());
    }

    /** The better of the two: the stronger level, then the rarer value, then the first in text order. */
    Agreement better(Agreement other) {
        if (level != other.level) {
            return level < other.level ? this : other;
        }
        if (holders != other.holders) {
            return holders < other.holders ? this : other;
        }
        return inTextOrder().compareTo(other.inTextOrder()) <= 0 ? this : other;
    }

    /** Both values, whichever side each is on. */
    private String inTextOrder() {
        return valueA.compareTo(valueB) <= 0 ? valueA + "\n" + valueB : valueB + "\n" + valueA;
    }

    /** The same seen from the other side. */
    Agreement mirrored() {
        return new Agreement(field, level, holders, valueB, valueA, sources.reversed());
    }
}
