-- When a tie was made, for the network over time; and the network as it was last mapped, for the pages.

ALTER TABLE membership ADD COLUMN since timestamptz;
ALTER TABLE invitation ADD COLUMN at timestamptz;
ALTER TABLE contact_point ADD COLUMN at timestamptz;

-- One row a mapping: nodes with their coordinates and ties, as docs/formats/network.md describes them.
CREATE TABLE network_map (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence integer NOT NULL,
    made_at  timestamptz NOT NULL,
    json     bytea NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- Ties of the mapping of this sequence; sources are lines of item, offset, length and path.
CREATE TABLE network_tie (
    case_id      integer NOT NULL REFERENCES probe_case,
    sequence     integer NOT NULL,
    a            text NOT NULL,
    b            text NOT NULL,
    kind         text NOT NULL,
    observations bigint NOT NULL,
    first_at     timestamptz,
    last_at      timestamptz,
    sources      text NOT NULL
);
CREATE INDEX network_tie_a ON network_tie (case_id, sequence, md5(a));
CREATE INDEX network_tie_b ON network_tie (case_id, sequence, md5(b));

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['network_map', 'network_tie']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
