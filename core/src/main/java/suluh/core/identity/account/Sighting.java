package suluh.core.identity.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * An account was seen at an internet address, or at a place.
 *
 * @param address IPv4 or IPv6 address as written, lower case; empty when only the place is known
 * @param at when, or null
 * @param place where on the earth, or null
 * @param source the record that says so
 */
public record Sighting(
        String address, @Nullable Instant at, @Nullable Place place, SourcePointer source) {
    /**
     * Point of the earth.
     *
     * @param latitude degrees north, −90 to 90
     * @param longitude degrees east, −180 to 180
     */
    public record Place(double latitude, double longitude) {
        private static final double EARTH_RADIUS_KM = 6371;

        public Place {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("no point of the earth: " + latitude + ", " + longitude);
            }
        }

        /** Great-circle distance in kilometres, by the haversine formula. */
        double kilometresTo(Place other) {
            double north = Math.toRadians(other.latitude - latitude) / 2;
            double east = Math.toRadians(other.longitude - longitude) / 2;
            double h = Math.pow(Math.sin(north), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.pow(Math.sin(east), 2);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
        }
    }
}
