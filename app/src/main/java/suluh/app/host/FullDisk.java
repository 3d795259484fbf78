package suluh.app.host;

import java.io.IOException;
import java.sql.SQLException;

/** Tells a full disk from other failures. */
public final class FullDisk {
    /** PostgreSQL's SQLSTATE disk_full. */
    private static final String SQL_STATE = "53100";

    private FullDisk() {}

    /** True when a full disk is the cause; the operating system says so in words only. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean ofDatabase = cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState());
            boolean ofSystem = cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left");
            if (ofDatabase || ofSystem) {
                return true;
            }
        }
        return false;
    }
}
