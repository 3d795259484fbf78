-- What each account wrote in each conversation, file by file, added up by the reading that stores the messages: the
-- network, the lists of accounts and conversations and their counts need not read every message again
-- (docs/decisions/0061-parts-of-messages.md). sender is null for records that nobody wrote. first_at and last_at are the
-- instant, or the local time taken as UTC; the record is the first in its file. A reading adds rows and changes none: rows of
-- the same part are added up.
CREATE TABLE message_part (
    case_id       integer NOT NULL,
    conversation  integer NOT NULL,
    sender        integer,
    messages      bigint NOT NULL,
    first_at      timestamptz,
    last_at       timestamptz,
    place         integer NOT NULL,
    source_offset bigint NOT NULL,
    source_length bigint NOT NULL
);

-- What earlier versions have read. The owner may be under the forced policies too, so they are put aside for this.
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
INSERT INTO message_part
    SELECT case_id, conversation, sender, count(*), min(at), max(at), place, (min(record))[1], (min(record))[2]
    FROM (SELECT case_id, conversation, sender, place, coalesce(sent_at, local_at AT TIME ZONE 'UTC') AS at,
        ARRAY[source_offset, source_length] AS record FROM message) m
    GROUP BY case_id, conversation, sender, place;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
CREATE INDEX message_part_conversation ON message_part (case_id, conversation, sender);
CREATE INDEX message_part_sender ON message_part (case_id, sender, conversation);

ALTER TABLE message_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_part FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case ON message_part
    USING (case_id = (SELECT current_case())) WITH CHECK (case_id = (SELECT current_case()));
GRANT SELECT, INSERT ON message_part TO suluh_app;

-- Statistics of the tables that analyses read, when a reading has more than doubled what the server knows of: it takes
-- note by itself, but up to minutes later, and takes a case of millions for a small one until then.
CREATE FUNCTION note_sizes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'message'::regclass)
        < (SELECT sum(messages) / 2 FROM message_part) THEN
        ANALYZE message, message_part, membership, invitation, contact_point, place, account, conversation;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION note_sizes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_sizes() TO suluh_app;
