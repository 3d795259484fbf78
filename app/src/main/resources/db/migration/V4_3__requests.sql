-- Requests to providers: preservation, production, take-down; their letters; and productions held against what was asked.

CREATE TABLE provider_request (
    case_id         integer NOT NULL REFERENCES probe_case,
    sequence        integer NOT NULL,
    kind            text NOT NULL,
    provider        text NOT NULL,
    authority       text NOT NULL,
    items           text NOT NULL,
    targets         text NOT NULL,
    from_day        date,
    until_day       date,
    types           text NOT NULL,
    clock           text NOT NULL,
    period_seconds  bigint NOT NULL,
    unpreserved     text NOT NULL,
    drafted_at      timestamptz NOT NULL,
    drafted_by      text NOT NULL,
    state           text NOT NULL,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    renewals        integer NOT NULL DEFAULT 0,
    lapses_at       timestamptz,
    answered_at     timestamptz,
    PRIMARY KEY (case_id, sequence)
);

CREATE TABLE request_letter (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence integer NOT NULL,
    language text NOT NULL,
    pdf      bytea NOT NULL,
    twin     bytea NOT NULL,
    PRIMARY KEY (case_id, sequence, language)
);

-- comparison: what came held against what was asked, as canonical JSON (docs/formats/request.md).
CREATE TABLE production (
    case_id     integer NOT NULL REFERENCES probe_case,
    sequence    integer NOT NULL,
    request     integer NOT NULL,
    items       text NOT NULL,
    received_at timestamptz NOT NULL,
    comparison  text NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['provider_request', 'request_letter', 'production']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (state, sent_at, acknowledged_at, renewals, lapses_at, answered_at) ON provider_request TO suluh_app;
