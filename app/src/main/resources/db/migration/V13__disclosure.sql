-- What goes out of a case: marks that keep something back, plans that two persons let go, and the bundles made of them.

-- kind: conversation (subject is its number) or item (subject is its id).
CREATE TABLE disclosure_mark (
    case_id   integer NOT NULL REFERENCES probe_case,
    sequence  bigint GENERATED ALWAYS AS IDENTITY,
    kind      text NOT NULL CHECK (kind IN ('conversation', 'item')),
    subject   text NOT NULL,
    reason    text NOT NULL CHECK (reason IN ('legal-privilege', 'non-disclosure')),
    words     text NOT NULL,
    set_by    text NOT NULL,
    set_at    timestamptz NOT NULL,
    lifted_by text,
    lifted_at timestamptz,
    PRIMARY KEY (case_id, sequence)
);

-- content is the digest over records, redactions and openings of both editions: what was approved is what goes out.
CREATE TABLE disclosure_plan (
    case_id    integer NOT NULL REFERENCES probe_case,
    id         text NOT NULL,
    plan       text NOT NULL,
    content    text NOT NULL,
    planned_by text NOT NULL,
    planned_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, id)
);

-- object is the digest of the archive that the server keeps encrypted, or null for bundles written to a folder.
CREATE TABLE disclosure_bundle (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    plan     text NOT NULL,
    edition  text NOT NULL CHECK (edition IN ('full', 'redacted')),
    payload  text NOT NULL,
    object   text,
    made_by  text NOT NULL,
    made_at  timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['disclosure_mark', 'disclosure_plan', 'disclosure_bundle']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (object) ON disclosure_bundle TO suluh_app;
GRANT UPDATE (lifted_by, lifted_at) ON disclosure_mark TO suluh_app;
