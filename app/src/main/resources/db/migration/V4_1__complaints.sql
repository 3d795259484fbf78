-- Complaints, what they point at, and the marks by which cases find out that another looks at the same.

-- A complaint belongs to the agency that received it. No picture, no network address: source and reporter are keyed
-- digests, the secret of its status page is kept as a digest only. may_tell: false while a case that took it up may tell
-- nobody.
CREATE TABLE complaint (
    reference       text PRIMARY KEY,
    agency          text NOT NULL,
    received_at     timestamptz NOT NULL,
    channel         text NOT NULL,
    source          text NOT NULL,
    reporter        text NOT NULL,
    secret_sha256   text NOT NULL,
    language        text NOT NULL,
    concern         text NOT NULL,
    words           text NOT NULL,
    happened        text NOT NULL,
    is_imminent     boolean NOT NULL,
    is_by_child     boolean NOT NULL,
    contact         text NOT NULL,
    stage           text NOT NULL,
    closing         text NOT NULL DEFAULT '',
    case_number     text NOT NULL DEFAULT '',
    acknowledged_at timestamptz,
    acknowledged_by text NOT NULL DEFAULT '',
    told_at         timestamptz,
    told            text NOT NULL DEFAULT '',
    may_tell        boolean NOT NULL DEFAULT true
);
CREATE INDEX complaint_open ON complaint (agency, stage, received_at);
CREATE INDEX complaint_source ON complaint (source, received_at);
CREATE INDEX complaint_case ON complaint (case_number) WHERE case_number <> '';

CREATE TABLE complaint_target (
    reference  text NOT NULL REFERENCES complaint,
    key        text NOT NULL,
    as_written text NOT NULL,
    PRIMARY KEY (reference, key)
);

CREATE FUNCTION current_intake() RETURNS text STABLE LANGUAGE sql
    AS $$ SELECT nullif(current_setting('suluh.intake', true), '') $$;
CREATE FUNCTION current_secret() RETURNS text STABLE LANGUAGE sql
    AS $$ SELECT nullif(current_setting('suluh.secret', true), '') $$;

-- Seen by the intake of its agency, and by whoever has its secret; a complaint without a secret has none to match.
ALTER TABLE complaint ENABLE ROW LEVEL SECURITY;
ALTER TABLE complaint FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_intake_or_the_secret ON complaint
    USING (agency = (SELECT current_intake())
        OR (secret_sha256 <> '' AND secret_sha256 = (SELECT current_secret())))
    WITH CHECK (agency = (SELECT current_intake()));
ALTER TABLE complaint_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE complaint_target FORCE ROW LEVEL SECURITY;
CREATE POLICY of_a_complaint_seen ON complaint_target
    USING (reference IN (SELECT c.reference FROM complaint c WHERE c.agency = (SELECT current_intake())))
    WITH CHECK (reference IN (SELECT c.reference FROM complaint c WHERE c.agency = (SELECT current_intake())));
GRANT SELECT, INSERT ON complaint, complaint_target TO suluh_app;
GRANT DELETE ON complaint_target TO suluh_app;
GRANT UPDATE (words, happened, contact, stage, closing, case_number, acknowledged_at, acknowledged_by, told_at, told,
    may_tell) ON complaint TO suluh_app;

-- Targets that any case looks at, as keyed digests, with whom to call: neither a target nor a case can be read from it.
CREATE TABLE target_mark (
    digest  text NOT NULL,
    holder  text NOT NULL,
    agency  text NOT NULL,
    contact text NOT NULL,
    PRIMARY KEY (digest, holder)
);
ALTER TABLE target_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE target_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_marks ON target_mark
    USING (current_scope() = 'marks') WITH CHECK (current_scope() = 'marks');
GRANT SELECT, INSERT, DELETE ON target_mark TO suluh_app;
