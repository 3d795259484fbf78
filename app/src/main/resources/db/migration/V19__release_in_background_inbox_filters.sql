-- What a piece of long work does, filters of the inbox that a person keeps, and the search index made anew.

-- 'release' makes the two bundles of the disclosure that subject names.
ALTER TABLE job ADD COLUMN kind text NOT NULL DEFAULT 'analyse' CHECK (kind IN ('analyse', 'release'));
ALTER TABLE job ADD COLUMN subject text NOT NULL DEFAULT '';

-- A filter belongs to who keeps it; nobody else sees that it is there. query is the part of the address after '?'.
CREATE TABLE inbox_filter (
    person_id text NOT NULL REFERENCES person,
    name      text NOT NULL,
    query     text NOT NULL,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, name)
);
ALTER TABLE inbox_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_person ON inbox_filter
    USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()));
GRANT SELECT, INSERT, DELETE ON inbox_filter TO suluh_app;

-- How long a person has been reading is asked at each page of a conversation.
CREATE INDEX conversation_look_time ON conversation_look (case_id, person, at);

-- The index now holds the language of each message as well. It is derived: the next search of a case makes its own.
TRUNCATE search_term, search_name;
