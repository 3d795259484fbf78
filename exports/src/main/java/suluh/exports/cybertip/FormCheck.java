package suluh.exports.cybertip;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;

/**
 * Compares elements with the form, as they come, and tells each departure once for each place in the form.
 *
 * <p>A departure stops nothing: what can be read is read, and the alarm says what to distrust.
 */
final class FormCheck {
    private static final String SCHEMA_INSTANCE = "xsi:";

    private final ReadingTally tally;
    private long departures;

    FormCheck(ReadingTally tally) {
        this.tally = tally;
    }

    /** Departures from the form so far, untold repetitions included. */
    long departures() {
        return departures;
    }

    /** Follows the elements inside one of this type, one by one. */
    Walk walk(Form.Type type) {
        return new Walk(type);
    }

    /** Compares attributes with those of the type. */
    void attributes(Form.Type type, Map<String, String> found, long offset) {
        found.forEach((name, value) -> {
            String kind = type.attributes().get(name);
            if (kind == null) {
                if (!name.startsWith(SCHEMA_INSTANCE) && !name.startsWith("xmlns")) {
                    depart(type, name, "an attribute that the form does not have", offset);
                }
            } else if (!Form.CYBERTIP.accepts(kind, value)) {
                depart(type, name, "an attribute whose value is no " + kind, offset);
            }
        });
        for (String name : type.required()) {
            if (!found.containsKey(name)) {
                depart(type, name, "a missing attribute", offset);
            }
        }
    }

    /** Compares an element, all inside it included. */
    void element(Form.Type type, XmlElement element) {
        attributes(type, element.attributes(), element.start());
        if (type.order() == Form.Order.TEXT) {
            element.children().forEach(child -> unknown(type, child));
            if (!Form.CYBERTIP.accepts(type.base(), element.text())) {
                depart(type, element.name(), "a value that is no " + type.base(), element.start());
            }
            return;
        }
        if (!element.text().isBlank()) {
            depart(type, element.name(), "text where only elements may stand", element.start());
        }
        Walk walk = new Walk(type);
        element.children().forEach(walk::child);
        walk.end(element.end());
    }

    private void unknown(Form.Type type, XmlElement child) {
        departures++;
        tally.unknownKey(type.name(), child.name(), child.start());
    }

    private void depart(Form.Type type, String name, String what, long offset) {
        departures++;
        tally.alarmOnce(
                ReadingCode.SCHEMA_BROKEN,
                type.name() + ' ' + name + ' ' + what,
                what + ": " + KeyNames.shown(name) + " of " + type.name() + "; it was read all the same",
                offset);
    }

    /** The elements inside one, compared as they come. */
    final class Walk {
        private final Form.Type type;
        private final List<Form.Place> places;
        private final Set<Integer> filled = new HashSet<>();
        private int at;

        private Walk(Form.Type type) {
            this.type = type;
            this.places = type.places();
        }

        /** Takes the next element and compares it, all inside it included; false when the form does not know it. */
        boolean child(XmlElement child) {
            int place = placeOf(child.name());
            if (place < 0) {
                unknown(type, child);
                return false;
            }
            Form.Place found = places.get(place);
            if (type.order() == Form.Order.SEQUENCE) {
                if (place < at) {
                    depart(type, child.name(), "an element behind one that it must stand before", child.start());
                }
                at = Math.max(at, place);
            } else if (type.order() == Form.Order.CHOICE && !filled.isEmpty()) {
                depart(type, child.name(), "a second element where one may stand", child.start());
            }
            if (!filled.add(place) && found.max() == 1) {
                depart(type, child.name(), "an element that stands more than once", child.start());
            }
            String kind =
                    found.types().get(Form.listed(child.name(), found.types().keySet()));
            element(Form.CYBERTIP.type(String.valueOf(kind)), child);
            return true;
        }

        /** Tells what is missing. */
        void end(long offset) {
            if (type.order() == Form.Order.CHOICE) {
                if (filled.isEmpty()) {
                    depart(type, type.name(), "nothing where one element must stand", offset);
                }
                return;
            }
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).min() > 0 && !filled.contains(i)) {
                    depart(type, String.join(" or ", places.get(i).types().keySet()), "a missing element", offset);
                }
            }
        }

        private int placeOf(String name) {
            for (int i = 0; i < places.size(); i++) {
                Set<String> names = places.get(i).types().keySet();
                if (names.contains(Form.listed(name, names))) {
                    return i;
                }
            }
            return -1;
        }
    }
}
