package suluh.app.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import suluh.core.exposure.MediaWord;

/** What people said of the media of a case, and which content each look was at. */
public final class MediaWordStore {
    private final Database database;

    public MediaWordStore(Database database) {
        this.database = database;
    }

    /** Records what a person said of a content; call inside the case's transaction. */
    public void assess(int caseId, MediaAssessment assessment) {
        database.jdbc()
                .sql(
                        "INSERT INTO media_assessment (case_id, content, assessed_as, person, agency, at) VALUES (?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(assessment.content())
                .param(assessment.word().wire())
                .param(assessment.person())
                .param(assessment.agency())
                .param(assessment.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Assessments of the case, the latest first. */
    public List<MediaAssessment> assessments(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT m.content, m.assessed_as, coalesce(p.display_name, m.person), m.agency, m.at"
                                        + " FROM media_assessment m LEFT JOIN person p ON p.id = m.person ORDER BY m.sequence DESC")
                        .query((row, number) -> new MediaAssessment(
                                row.getInt(1),
                                MediaWord.ofWire(row.getString(2)).orElseThrow(),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Records which content a look was at, and why; call inside the case's transaction. */
    public void look(int caseId, long look, int content, String person, String reason) {
        database.jdbc()
                .sql("INSERT INTO media_look (case_id, look, content, person, reason) VALUES (?, ?, ?, ?, ?)")
                .params(caseId, look, content, person, StorableText.of(reason))
                .update();
    }

    /** The content that a look is at. */
    public Optional<Integer> contentOfLook(int caseId, long look) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT content FROM media_look WHERE look = ?")
                        .param(look)
                        .query(Integer.class)
                        .optional());
    }
}
