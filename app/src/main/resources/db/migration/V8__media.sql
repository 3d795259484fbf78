-- Media of a case by content, where each content lies and who sent it, what it matched, what was said of it and seen;
-- lists of known hashes; exposure. Nothing here holds a picture.

-- A list is sealed in a vault of its own; the row says what it is and who may see what it found. Rows stay when a later
-- edition of the same name replaces them, so that old findings can be explained.
CREATE TABLE hash_list (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL,
    source       text NOT NULL,
    licence      text NOT NULL,
    scheme       text NOT NULL,
    purpose      text NOT NULL CHECK (purpose IN ('known', 'known-good')),
    list_date    date,
    agencies     text[] NOT NULL,
    format       text NOT NULL,
    sha256       text NOT NULL,
    size_bytes   bigint NOT NULL,
    records      bigint NOT NULL,
    unusable     bigint NOT NULL,
    imported_by  text NOT NULL,
    imported_at  timestamptz NOT NULL
);
CREATE INDEX hash_list_name ON hash_list (name, id DESC);

-- hashes: the PDQ hash in each of the eight turns; grid: mean grey levels of at most eight by eight fields.
CREATE TABLE media_content (
    case_id    integer NOT NULL REFERENCES probe_case,
    id         integer NOT NULL,
    sha256     text NOT NULL,
    sha1       text NOT NULL,
    md5        text NOT NULL,
    size_bytes bigint NOT NULL,
    format     text NOT NULL,
    outcome    text NOT NULL,
    reason     text NOT NULL,
    width      integer,
    height     integer,
    quality    integer,
    damaged    boolean NOT NULL,
    hashes     text,
    grid       text,
    PRIMARY KEY (case_id, id),
    UNIQUE (case_id, sha256)
);

-- A row for each file and each message that names it; one without a message when none does.
CREATE TABLE media_file (
    case_id        integer NOT NULL REFERENCES probe_case,
    content        integer NOT NULL,
    item           text NOT NULL,
    path           text NOT NULL,
    account        text,
    conversation   text,
    platform       text,
    sent_text      text,
    sent_at        timestamptz,
    message_item   text,
    message_path   text,
    message_offset bigint,
    message_length bigint
);
CREATE INDEX media_file_content ON media_file (case_id, content);

CREATE TABLE media_hit (
    case_id  integer NOT NULL REFERENCES probe_case,
    content  integer NOT NULL,
    list     integer NOT NULL REFERENCES hash_list,
    record   integer NOT NULL,
    kind     text NOT NULL,
    hash     text NOT NULL,
    distance integer NOT NULL,
    turn     text NOT NULL,
    category text NOT NULL
);
CREATE INDEX media_hit_content ON media_hit (case_id, content);

-- A near copy of the content that came first in its group; the leader stands in it with itself.
CREATE TABLE media_near_copy (
    case_id  integer NOT NULL REFERENCES probe_case,
    content  integer NOT NULL,
    leader   integer NOT NULL,
    distance integer NOT NULL,
    turn     text NOT NULL,
    PRIMARY KEY (case_id, content)
);
CREATE INDEX media_near_copy_leader ON media_near_copy (case_id, leader);

CREATE TABLE media_assessment (
    case_id     integer NOT NULL REFERENCES probe_case,
    sequence    bigint GENERATED ALWAYS AS IDENTITY,
    content     integer NOT NULL,
    assessed_as text NOT NULL,
    person      text NOT NULL,
    agency      text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX media_assessment_content ON media_assessment (case_id, content);

-- Which content a look was at, and why; how long stands in exposure_look.
CREATE TABLE media_look (
    case_id integer NOT NULL REFERENCES probe_case,
    look    bigint NOT NULL,
    content integer NOT NULL,
    person  text NOT NULL,
    reason  text NOT NULL,
    PRIMARY KEY (case_id, look)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['media_content', 'media_file', 'media_hit', 'media_near_copy', 'media_assessment',
        'media_look']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
-- What a later run finds anew replaces what an earlier one found.
GRANT DELETE ON media_hit, media_near_copy TO suluh_app;

-- How much each person looked at, over all cases: figures without case or content.
CREATE TABLE exposure_look (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person    text NOT NULL,
    agency    text NOT NULL,
    at        timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE INDEX exposure_look_person ON exposure_look (person, at);
CREATE INDEX exposure_look_agency ON exposure_look (agency, at);

CREATE TABLE exposure_limit (
    sequence           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency             text NOT NULL,
    looks_a_day        integer NOT NULL,
    minutes_a_day      integer NOT NULL,
    looks_before_pause integer NOT NULL,
    pause_minutes      integer NOT NULL,
    set_by             text NOT NULL,
    set_at             timestamptz NOT NULL
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['exposure_look', 'exposure_limit']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_exposure ON %I USING (current_scope() = ''exposure'') '
            || 'WITH CHECK (current_scope() = ''exposure'')', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (closed_at) ON exposure_look TO suluh_app;

ALTER TABLE hash_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE hash_list FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_lists ON hash_list USING (current_scope() = 'lists') WITH CHECK (current_scope() = 'lists');
GRANT SELECT, INSERT ON hash_list TO suluh_app;
