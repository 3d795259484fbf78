-- Looks at conversations and the verdicts of persons on them, which the evaluation of the score rests on.

CREATE TABLE conversation_look (
    case_id      integer NOT NULL REFERENCES probe_case,
    sequence     bigint GENERATED ALWAYS AS IDENTITY,
    conversation integer NOT NULL,
    person       text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX conversation_look_person ON conversation_look (case_id, person, conversation, at);

-- band and score are those that the latest findings gave at that time; the ledger binds the reason by its commitment,
-- the SHA-256 of salt and reason.
CREATE TABLE conversation_verdict (
    case_id      integer NOT NULL REFERENCES probe_case,
    sequence     bigint GENERATED ALWAYS AS IDENTITY,
    conversation integer NOT NULL,
    person       text NOT NULL,
    at           timestamptz NOT NULL,
    verdict      text NOT NULL CHECK (verdict IN ('concern', 'no-concern', 'unclear')),
    reason       text NOT NULL,
    salt         text NOT NULL,
    band         text NOT NULL,
    score        double precision NOT NULL,
    seconds      bigint NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX conversation_verdict_conversation ON conversation_verdict (case_id, conversation, at);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['conversation_look', 'conversation_verdict']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
