-- Long work that was asked for in the pages, and what a file's reading left aside.

CREATE TABLE job (
    case_id    integer NOT NULL REFERENCES probe_case,
    id         text NOT NULL,
    number     text NOT NULL,
    agency     text NOT NULL,
    asked_by   text NOT NULL,
    asked_at   timestamptz NOT NULL,
    zone       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    began_at   timestamptz,
    ended_at   timestamptz,
    reason     text NOT NULL DEFAULT '',
    figures    text NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, id)
);
CREATE INDEX job_waiting ON job (asked_at) WHERE state IN ('waiting', 'running');
-- One piece of work at a time for a case: two would read the same items twice.
CREATE UNIQUE INDEX job_at_once ON job (case_id) WHERE state IN ('waiting', 'running');

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case_or_of_work ON job
    USING (case_id = (SELECT current_case()) OR current_scope() = 'work')
    WITH CHECK (case_id = (SELECT current_case()) OR current_scope() = 'work');
GRANT SELECT, INSERT ON job TO suluh_app;
GRANT UPDATE (state, began_at, ended_at, reason, figures) ON job TO suluh_app;

-- Lines of count, space and reason: a later analysis tells the same of the file.
ALTER TABLE file_reading ADD COLUMN skipped_why text NOT NULL DEFAULT '';
