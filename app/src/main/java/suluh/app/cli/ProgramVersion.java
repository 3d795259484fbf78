package suluh.app.cli;

import picocli.CommandLine.IVersionProvider;
import suluh.app.flow.House;

/** Tells the version for {@code --version}. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {House.tool()};
    }
}
