-- The course of a case: its markings, what it looks at, complaints it took up, tasks, notes and decisions.

CREATE TABLE case_standing (
    case_id       integer PRIMARY KEY REFERENCES probe_case,
    version       integer NOT NULL DEFAULT 0,
    sensitivity   text NOT NULL DEFAULT 'normal',
    must_not_tell boolean NOT NULL DEFAULT false,
    closed_at     timestamptz,
    kept_until    date
);

CREATE TABLE case_target (
    case_id    integer NOT NULL REFERENCES probe_case,
    key        text NOT NULL,
    as_written text NOT NULL,
    complaints integer NOT NULL,
    reporters  integer NOT NULL,
    added_at   timestamptz NOT NULL,
    added_by   text NOT NULL,
    PRIMARY KEY (case_id, key)
);

CREATE TABLE case_complaint (
    case_id   integer NOT NULL REFERENCES probe_case,
    reference text NOT NULL,
    linked_at timestamptz NOT NULL,
    words     text NOT NULL,
    concern   text NOT NULL,
    PRIMARY KEY (case_id, reference)
);

CREATE TABLE case_task (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence integer NOT NULL,
    title    text NOT NULL,
    assignee text NOT NULL,
    due      date,
    set_by   text NOT NULL,
    set_at   timestamptz NOT NULL,
    done_by  text NOT NULL DEFAULT '',
    done_at  timestamptz,
    PRIMARY KEY (case_id, sequence)
);

-- Notes, hand-overs and decisions in the order of writing; nothing of them changes.
CREATE TABLE case_note (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence integer NOT NULL,
    kind     text NOT NULL,
    about    text NOT NULL,
    words    text NOT NULL,
    person   text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['case_standing', 'case_target', 'case_complaint', 'case_task', 'case_note']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
-- A member sees whether the case is closed, as its first access does.
CREATE POLICY of_a_member ON case_standing FOR SELECT
    USING (case_id IN (SELECT m.case_id FROM case_member m
        WHERE m.person_id = current_person() AND m.left_at IS NULL));
GRANT UPDATE ON case_standing TO suluh_app;
GRANT UPDATE (complaints, reporters) ON case_target TO suluh_app;
GRANT UPDATE (done_by, done_at) ON case_task TO suluh_app;

-- Erases all that a case holds of anybody, for its purge: whatever table has its rows, those of later migrations too.
-- What remains is that there was a case, who worked on it, and the custody of its items. It runs as the owner, who is
-- under the same forced policies, so it reaches the rows of the current case and no other.
CREATE FUNCTION erase_case() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT c.table_name FROM information_schema.columns c
        JOIN pg_tables t ON t.schemaname = 'public' AND t.tablename = c.table_name
        WHERE c.table_schema = 'public' AND c.column_name = 'case_id' AND c.table_name NOT IN ('probe_case',
            'case_member', 'case_agency', 'case_standing', 'evidence_item', 'custody_event', 'vault_reference',
            'approval')
    LOOP
        EXECUTE format('DELETE FROM %I WHERE case_id = current_case()', name);
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION erase_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_case() TO suluh_app;
