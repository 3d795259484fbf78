-- The search index of each case (docs/decisions/0046-search-by-posting-lists.md): terms with the numbers of the messages
-- they stand in. Every look-up compares integers and texts only, operators that do not leak, so that row-level security
-- lets them use the keys; those of full-text and trigram indexes it does not.

-- Messages of a case are numbered from 1 in the order of reading.
ALTER TABLE message ADD COLUMN number integer;
UPDATE message m SET number = n.number
    FROM (SELECT ctid AS row_id, row_number() OVER (PARTITION BY case_id ORDER BY place, source_offset, ctid) AS number
        FROM message) n
    WHERE m.ctid = n.row_id;
ALTER TABLE message ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX message_number ON message (case_id, number);

-- field: w word, n part of a name, d day and platform, m month and platform, k kind of message, l letters it is
-- written in, s sender. A reading adds rows and changes none: the lists of a term follow one another by first_number.
CREATE TABLE search_term (
    case_id      integer NOT NULL REFERENCES probe_case,
    field        text COLLATE "C" NOT NULL,
    term         text COLLATE "C" NOT NULL,
    first_number integer NOT NULL,
    numbers      integer NOT NULL,
    postings     bytea NOT NULL,
    PRIMARY KEY (case_id, field, term, first_number)
);
-- Postings are compact as they are; trying to compress them again only costs time.
ALTER TABLE search_term ALTER COLUMN postings SET STORAGE EXTERNAL;

-- What can be found by name: accounts, conversations, and the identifiers of accounts.
CREATE TABLE search_name (
    case_id       integer NOT NULL REFERENCES probe_case,
    number        integer NOT NULL,
    kind          text NOT NULL,
    account       integer,
    conversation  integer,
    form          text NOT NULL,
    place         integer,
    source_offset bigint,
    source_length bigint,
    PRIMARY KEY (case_id, number)
);

-- Who searched for what. The ledger has a salted commitment to it.
CREATE TABLE search_run (
    case_id integer NOT NULL REFERENCES probe_case,
    id      text NOT NULL,
    person  text NOT NULL,
    at      timestamptz NOT NULL,
    query   text NOT NULL,
    salt    text NOT NULL,
    PRIMARY KEY (case_id, id)
);

CREATE TABLE saved_search (
    case_id    integer NOT NULL REFERENCES probe_case,
    id         text NOT NULL,
    name       text NOT NULL,
    query      text NOT NULL,
    salt       text NOT NULL,
    saved_by   text NOT NULL,
    saved_at   timestamptz NOT NULL,
    dropped_by text,
    dropped_at timestamptz,
    PRIMARY KEY (case_id, id)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['search_term', 'search_name', 'search_run', 'saved_search']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (dropped_by, dropped_at) ON saved_search TO suluh_app;
