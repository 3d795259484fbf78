package suluh.app.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.Progress;

/** A progress line on a terminal; nothing at all in a pipe. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int UPDATE_MILLIS = 200;

    private final boolean shown =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private @Nullable ProgressBar bar;

    @Override
    public void step(String title, long total) {
        finish();
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName(String.format(Locale.ROOT, "%-24s", title))
                    .setInitialMax(Math.max(total, -1))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .build();
        }
    }

    @Override
    public void advance(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends the line, so that what is printed next begins on its own. */
    void finish() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
