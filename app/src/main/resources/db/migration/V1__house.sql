-- The tables of Suluh, in the order of the data. The owner migrates; the role suluh_app works, owns nothing and is
-- subject to row-level security: without a case set in the transaction it sees no row of any case.

CREATE TABLE person (
    id            text PRIMARY KEY,
    agency        text NOT NULL,
    login         text NOT NULL UNIQUE,
    display_name  text NOT NULL,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE SEQUENCE case_id_seq;

CREATE TABLE probe_case (
    case_id        integer PRIMARY KEY,
    number         text NOT NULL UNIQUE,
    agency         text NOT NULL,
    opened_by      text NOT NULL,
    opened_at      timestamptz NOT NULL,
    register       text NOT NULL,
    offence        text NOT NULL,
    authority      text NOT NULL,
    checked_on     date NOT NULL
);

CREATE TABLE case_member (
    case_id   integer NOT NULL REFERENCES probe_case,
    person_id text NOT NULL REFERENCES person,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, person_id)
);

CREATE TABLE evidence_item (
    case_id     integer NOT NULL REFERENCES probe_case,
    item        text NOT NULL,
    sequence    integer NOT NULL,
    sha256      text NOT NULL,
    sha512      text NOT NULL,
    sha1        text NOT NULL,
    md5         text NOT NULL,
    size_bytes  bigint NOT NULL,
    name        text NOT NULL,
    PRIMARY KEY (case_id, item)
);

CREATE TABLE custody_event (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    item     text NOT NULL,
    at       timestamptz NOT NULL,
    person   text NOT NULL,
    act      text NOT NULL,
    how      text NOT NULL,
    authority text NOT NULL,
    tool     text NOT NULL,
    result   text NOT NULL,
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX custody_event_item ON custody_event (case_id, item);

CREATE TABLE file_reading (
    case_id             integer NOT NULL REFERENCES probe_case,
    sequence            integer NOT NULL,
    item                text NOT NULL,
    path                text NOT NULL,
    fate                text NOT NULL,
    format              text NOT NULL,
    reason              text NOT NULL,
    records_seen        bigint NOT NULL,
    records_read        bigint NOT NULL,
    records_skipped     bigint NOT NULL,
    records_not_understood bigint NOT NULL,
    observations        bigint NOT NULL,
    alarms              text NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- Interned texts: what a million rows would otherwise repeat.
CREATE TABLE place (
    case_id integer NOT NULL REFERENCES probe_case,
    id      integer NOT NULL,
    item    text NOT NULL,
    path    text NOT NULL,
    PRIMARY KEY (case_id, id)
);

CREATE TABLE account (
    case_id     integer NOT NULL REFERENCES probe_case,
    id          integer NOT NULL,
    key         text NOT NULL,
    platform    text NOT NULL,
    platform_id text,
    name        text,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX account_key ON account (case_id, md5(key));

CREATE TABLE conversation (
    case_id  integer NOT NULL REFERENCES probe_case,
    id       integer NOT NULL,
    key      text NOT NULL,
    platform text NOT NULL,
    name     text,
    type     text NOT NULL,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX conversation_key ON conversation (case_id, md5(key));

-- sort_at, order_in_file, place and source_offset order the messages of one conversation.
CREATE TABLE message (
    case_id       integer NOT NULL,
    conversation  integer NOT NULL,
    sender        integer,
    platform_id   text,
    kind          text NOT NULL,
    sent_text     text NOT NULL,
    local_at      timestamp,
    sent_at       timestamptz,
    sort_at       timestamptz NOT NULL,
    zone          text NOT NULL,
    ambiguous     boolean NOT NULL,
    body          text NOT NULL,
    raw_body      text,
    attachments   text NOT NULL,
    reply_to      text,
    order_in_file bigint NOT NULL,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);
CREATE INDEX message_in_conversation
    ON message (case_id, conversation, sort_at, order_in_file, place, source_offset);

CREATE TABLE membership (
    case_id       integer NOT NULL,
    account       integer NOT NULL,
    conversation  integer NOT NULL,
    role          text NOT NULL,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);
CREATE INDEX membership_account ON membership (case_id, account);
CREATE INDEX membership_conversation ON membership (case_id, conversation);

CREATE TABLE invitation (
    case_id       integer NOT NULL,
    inviter       integer,
    invited       integer NOT NULL,
    conversation  integer NOT NULL,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);

CREATE TABLE contact_point (
    case_id       integer NOT NULL,
    account       integer NOT NULL,
    kind          text NOT NULL,
    relation      text NOT NULL,
    value         text NOT NULL,
    normalised    text NOT NULL,
    conversation  integer,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);
CREATE INDEX contact_point_account ON contact_point (case_id, account);

CREATE TABLE group_statement (
    case_id        integer NOT NULL,
    conversation   integer NOT NULL,
    description    text,
    stated_privacy text,
    stated_members bigint NOT NULL,
    place          integer NOT NULL,
    source_offset  bigint NOT NULL,
    source_length  bigint NOT NULL
);

CREATE TABLE account_statement (
    case_id       integer NOT NULL,
    account       integer NOT NULL,
    export_owner  boolean NOT NULL,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);

-- Reactions, media and sign-ins, as observation lines; tables of their own follow when a page needs them.
CREATE TABLE other_observation (
    case_id       integer NOT NULL,
    kind          text NOT NULL,
    account       integer,
    detail        text NOT NULL,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);

CREATE TABLE findings (
    case_id  integer NOT NULL REFERENCES probe_case,
    sequence integer NOT NULL,
    made_at  timestamptz NOT NULL,
    sha256   text NOT NULL,
    json     bytea NOT NULL,
    report   bytea NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- Ids and digests only. place_in_log is set once, by the sequencer, without gaps.
CREATE TABLE ledger_entry (
    queue_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place_in_log bigint UNIQUE,
    case_number  text NOT NULL,
    leaf         bytea NOT NULL
);
CREATE INDEX ledger_entry_case ON ledger_entry (case_number, place_in_log);
CREATE INDEX ledger_entry_waiting ON ledger_entry (queue_number) WHERE place_in_log IS NULL;

-- Which items rest on which object of the vault, over all cases: ids and digests only, so no policy hides a holder from
-- a purge or an audit. purged_at is set once.
CREATE TABLE vault_reference (
    sha256     text NOT NULL,
    case_id    integer NOT NULL REFERENCES probe_case,
    item       text NOT NULL,
    size_bytes bigint NOT NULL,
    purged_at  timestamptz,
    PRIMARY KEY (sha256, case_id, item)
);

CREATE FUNCTION current_case() RETURNS integer STABLE LANGUAGE sql
    AS $$ SELECT nullif(current_setting('suluh.case_id', true), '')::integer $$;
CREATE FUNCTION current_person() RETURNS text STABLE LANGUAGE sql
    AS $$ SELECT nullif(current_setting('suluh.person', true), '') $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['evidence_item', 'custody_event', 'file_reading', 'place', 'account', 'conversation',
        'message', 'membership', 'invitation', 'contact_point', 'group_statement', 'account_statement',
        'other_observation', 'findings']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;

-- A person sees the cases they are a member of, and the case that a flow has opened for them.
ALTER TABLE case_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_member FORCE ROW LEVEL SECURITY;
CREATE POLICY own_or_of_the_case ON case_member
    USING (person_id = current_person() OR case_id = current_case())
    WITH CHECK (case_id = current_case());

ALTER TABLE probe_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE probe_case FORCE ROW LEVEL SECURITY;
CREATE POLICY member_or_of_the_case ON probe_case
    USING (case_id = current_case()
        OR case_id IN (SELECT m.case_id FROM case_member m WHERE m.person_id = current_person()))
    WITH CHECK (case_id = current_case());

GRANT SELECT, INSERT ON person, case_member, probe_case TO suluh_app;
GRANT USAGE ON SEQUENCE case_id_seq TO suluh_app;
GRANT SELECT, INSERT ON ledger_entry TO suluh_app;
GRANT SELECT, INSERT ON vault_reference TO suluh_app;
GRANT UPDATE (purged_at) ON vault_reference TO suluh_app;
GRANT UPDATE (place_in_log) ON ledger_entry TO suluh_app;
