-- The purge of one item erases what was read from it (docs/decisions/0060-a-purge-takes-what-was-read.md).

-- Who named an account or a conversation: the place of its first mention in the row itself, and a row here for each
-- further item with the name that this one gave first. So the name that stays is always one that an item still there gave.
ALTER TABLE account ADD COLUMN place integer;
ALTER TABLE conversation ADD COLUMN place integer;

CREATE TABLE account_named (
    case_id integer NOT NULL REFERENCES probe_case,
    account integer NOT NULL,
    place   integer NOT NULL,
    name    text
);
CREATE INDEX account_named_account ON account_named (case_id, account);

CREATE TABLE conversation_named (
    case_id      integer NOT NULL REFERENCES probe_case,
    conversation integer NOT NULL,
    place        integer NOT NULL,
    name         text,
    type         text NOT NULL
);
CREATE INDEX conversation_named_conversation ON conversation_named (case_id, conversation);

-- One row an erasure. Numbers that were given are not given again: the ledger and persons' words speak of them.
-- archives: digests of disclosure archives to destroy, emptied when that is done.
CREATE TABLE case_erasure (
    case_id           integer NOT NULL REFERENCES probe_case,
    sequence          integer NOT NULL,
    item              text NOT NULL,
    erased_at         timestamptz NOT NULL,
    messages          bigint NOT NULL,
    last_message      integer NOT NULL,
    last_account      integer NOT NULL,
    last_conversation integer NOT NULL,
    last_place        integer NOT NULL,
    last_content      integer NOT NULL,
    archives          text NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['account_named', 'conversation_named']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
ALTER TABLE case_erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case_or_the_vault ON case_erasure
    USING (case_id = (SELECT current_case()) OR current_scope() = 'vault')
    WITH CHECK (case_id = (SELECT current_case()) OR current_scope() = 'vault');
GRANT SELECT ON case_erasure TO suluh_app;
GRANT UPDATE (archives) ON case_erasure TO suluh_app;

-- Findings that an item which was purged went into are emptied; that there were some, and their digest, stays.
ALTER TABLE findings ADD COLUMN erased_at timestamptz;

-- What was read before: the first mention stands at the lowest place, for places are numbered in the order of reading.
-- The owner may be under the forced policies too, so they are put aside for this.
DO $$
DECLARE
    name text;
    observed text[] := ARRAY['account', 'conversation', 'message', 'membership', 'invitation', 'contact_point',
        'group_statement', 'account_statement', 'other_observation'];
BEGIN
    FOREACH name IN ARRAY observed
    LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
    END LOOP;
    UPDATE account a SET place = f.place
        FROM (SELECT t.case_id, t.account, min(t.place) AS place FROM (
                SELECT m.case_id, m.sender AS account, m.place FROM message m
                UNION ALL SELECT m.case_id, m.account, m.place FROM membership m
                UNION ALL SELECT i.case_id, i.inviter, i.place FROM invitation i
                UNION ALL SELECT i.case_id, i.invited, i.place FROM invitation i
                UNION ALL SELECT p.case_id, p.account, p.place FROM contact_point p
                UNION ALL SELECT s.case_id, s.account, s.place FROM account_statement s
                UNION ALL SELECT o.case_id, o.account, o.place FROM other_observation o) t
            GROUP BY t.case_id, t.account) f
        WHERE a.case_id = f.case_id AND a.id = f.account;
    UPDATE conversation c SET place = f.place
        FROM (SELECT t.case_id, t.conversation, min(t.place) AS place FROM (
                SELECT m.case_id, m.conversation, m.place FROM message m
                UNION ALL SELECT m.case_id, m.conversation, m.place FROM membership m
                UNION ALL SELECT i.case_id, i.conversation, i.place FROM invitation i
                UNION ALL SELECT p.case_id, p.conversation, p.place FROM contact_point p
                UNION ALL SELECT g.case_id, g.conversation, g.place FROM group_statement g) t
            GROUP BY t.case_id, t.conversation) f
        WHERE c.case_id = f.case_id AND c.id = f.conversation;
    FOREACH name IN ARRAY observed
    LOOP
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END
$$;

-- Empties the search index of the case, which is then made anew from what is there.
CREATE FUNCTION erase_search_index() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    DELETE FROM search_term WHERE case_id = current_case();
    DELETE FROM search_name WHERE case_id = current_case();
END
$$;

-- Erases what was read from one item of the current case. with_it: items whose reading rested on that item; what was
-- read from them goes as well, and they wait to be read again. read_again: the same, but the accounts and conversations
-- that they name keep their numbers. Each statement names the case, for an owner who is above the policies.
CREATE FUNCTION erase_item(erased text, with_it text[], read_again text[], moment timestamptz,
    OUT gone_messages bigint, OUT gone_accounts bigint, OUT gone_conversations bigint, OUT gone_contents bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    this_case     integer := current_case();
    whole         text[] := with_it || erased;
    whole_places  integer[];
    again_places  integer[];
    more          bigint;
    reached       case_erasure%ROWTYPE;
    accounts      integer[];
    conversations integer[];
    contents      integer[];
    keys          text[];
    quoted        text[];
    name          text;
BEGIN
    SELECT this_case, coalesce(max(e.sequence), 0) + 1, erased, moment, 0,
            greatest(coalesce(max(e.last_message), 0),
                (SELECT coalesce(max(m.number), 0) FROM message m WHERE m.case_id = this_case)),
            greatest(coalesce(max(e.last_account), 0),
                (SELECT coalesce(max(a.id), 0) FROM account a WHERE a.case_id = this_case)),
            greatest(coalesce(max(e.last_conversation), 0),
                (SELECT coalesce(max(c.id), 0) FROM conversation c WHERE c.case_id = this_case)),
            greatest(coalesce(max(e.last_place), 0),
                (SELECT coalesce(max(p.id), 0) FROM place p WHERE p.case_id = this_case)),
            greatest(coalesce(max(e.last_content), 0),
                (SELECT coalesce(max(c.id), 0) FROM media_content c WHERE c.case_id = this_case)),
            ''
        INTO reached FROM case_erasure e WHERE e.case_id = this_case;
    whole_places := ARRAY(SELECT p.id FROM place p WHERE p.case_id = this_case AND p.item = ANY (whole));
    again_places := ARRAY(SELECT p.id FROM place p WHERE p.case_id = this_case AND p.item = ANY (read_again));

    accounts := ARRAY(SELECT DISTINCT t.account FROM (
            SELECT m.sender AS account FROM message m WHERE m.case_id = this_case AND m.place = ANY (whole_places)
            UNION ALL SELECT m.account FROM membership m WHERE m.case_id = this_case AND m.place = ANY (whole_places)
            UNION ALL SELECT i.inviter FROM invitation i WHERE i.case_id = this_case AND i.place = ANY (whole_places)
            UNION ALL SELECT i.invited FROM invitation i WHERE i.case_id = this_case AND i.place = ANY (whole_places)
            UNION ALL SELECT p.account FROM contact_point p
                WHERE p.case_id = this_case AND p.place = ANY (whole_places)
            UNION ALL SELECT s.account FROM account_statement s
                WHERE s.case_id = this_case AND s.place = ANY (whole_places)
            UNION ALL SELECT o.account FROM other_observation o
                WHERE o.case_id = this_case AND o.place = ANY (whole_places)) t
        WHERE t.account IS NOT NULL);
    conversations := ARRAY(SELECT DISTINCT t.conversation FROM (
            SELECT m.conversation FROM message m WHERE m.case_id = this_case AND m.place = ANY (whole_places)
            UNION ALL SELECT m.conversation FROM membership m
                WHERE m.case_id = this_case AND m.place = ANY (whole_places)
            UNION ALL SELECT i.conversation FROM invitation i
                WHERE i.case_id = this_case AND i.place = ANY (whole_places)
            UNION ALL SELECT p.conversation FROM contact_point p
                WHERE p.case_id = this_case AND p.place = ANY (whole_places)
            UNION ALL SELECT g.conversation FROM group_statement g
                WHERE g.case_id = this_case AND g.place = ANY (whole_places)) t
        WHERE t.conversation IS NOT NULL);

    -- Observations of what goes whole.
    DELETE FROM message m WHERE m.case_id = this_case AND m.place = ANY (whole_places);
    GET DIAGNOSTICS gone_messages = ROW_COUNT;
    FOREACH name IN ARRAY ARRAY['message_part', 'membership', 'invitation', 'contact_point', 'group_statement',
        'account_statement', 'other_observation', 'account_named', 'conversation_named']
    LOOP
        EXECUTE format('DELETE FROM %I WHERE case_id = $1 AND place = ANY ($2)', name) USING this_case, whole_places;
    END LOOP;

    -- Accounts and conversations that nothing else names go; the others bear the name that the next item gave them.
    accounts := ARRAY(SELECT t.account FROM unnest(accounts) AS t(account) EXCEPT (
            SELECT m.sender FROM message m WHERE m.case_id = this_case
            UNION ALL SELECT m.account FROM membership m WHERE m.case_id = this_case
            UNION ALL SELECT i.inviter FROM invitation i WHERE i.case_id = this_case
            UNION ALL SELECT i.invited FROM invitation i WHERE i.case_id = this_case
            UNION ALL SELECT p.account FROM contact_point p WHERE p.case_id = this_case
            UNION ALL SELECT s.account FROM account_statement s WHERE s.case_id = this_case
            UNION ALL SELECT o.account FROM other_observation o WHERE o.case_id = this_case));
    conversations := ARRAY(SELECT t.conversation FROM unnest(conversations) AS t(conversation) EXCEPT (
            SELECT m.conversation FROM message m WHERE m.case_id = this_case
            UNION ALL SELECT m.conversation FROM membership m WHERE m.case_id = this_case
            UNION ALL SELECT i.conversation FROM invitation i WHERE i.case_id = this_case
            UNION ALL SELECT p.conversation FROM contact_point p WHERE p.case_id = this_case
            UNION ALL SELECT g.conversation FROM group_statement g WHERE g.case_id = this_case));
    keys := ARRAY(SELECT a.key FROM account a WHERE a.case_id = this_case AND a.id = ANY (accounts));
    quoted := keys || ARRAY(SELECT c.key FROM conversation c WHERE c.case_id = this_case AND c.id = ANY (conversations));
    DELETE FROM account a WHERE a.case_id = this_case AND a.id = ANY (accounts);
    GET DIAGNOSTICS gone_accounts = ROW_COUNT;
    DELETE FROM conversation c WHERE c.case_id = this_case AND c.id = ANY (conversations);
    GET DIAGNOSTICS gone_conversations = ROW_COUNT;
    -- An account without an id of the platform has its name in its key: the next item gave the same.
    UPDATE account a SET place = n.place, name = CASE WHEN a.platform_id IS NULL THEN a.name ELSE n.name END
        FROM (SELECT b.id, f.place, f.name FROM account b
            LEFT JOIN LATERAL (SELECT w.place, w.name FROM account_named w
                WHERE w.case_id = this_case AND w.account = b.id ORDER BY w.place LIMIT 1) f ON true
            WHERE b.case_id = this_case AND b.place = ANY (whole_places)) n
        WHERE a.case_id = this_case AND a.id = n.id;
    UPDATE conversation c SET place = n.place, name = n.name, type = coalesce(n.type, c.type)
        FROM (SELECT b.id, f.place, f.name, f.type FROM conversation b
            LEFT JOIN LATERAL (SELECT w.place, w.name, w.type FROM conversation_named w
                WHERE w.case_id = this_case AND w.conversation = b.id ORDER BY w.place LIMIT 1) f ON true
            WHERE b.case_id = this_case AND b.place = ANY (whole_places)) n
        WHERE c.case_id = this_case AND c.id = n.id;

    -- What is read again gives its observations anew.
    DELETE FROM message m WHERE m.case_id = this_case AND m.place = ANY (again_places);
    GET DIAGNOSTICS more = ROW_COUNT;
    reached.messages := gone_messages + more;
    FOREACH name IN ARRAY ARRAY['message_part', 'membership', 'invitation', 'contact_point', 'group_statement',
        'account_statement', 'other_observation', 'account_named', 'conversation_named']
    LOOP
        EXECUTE format('DELETE FROM %I WHERE case_id = $1 AND place = ANY ($2)', name) USING this_case, again_places;
    END LOOP;
    DELETE FROM file_reading f WHERE f.case_id = this_case AND f.item = ANY (whole || read_again);
    DELETE FROM place p WHERE p.case_id = this_case AND p.id = ANY (whole_places);

    -- Media: contents that lie in no other item. A file of another item that only a message here named stays unnamed.
    contents := ARRAY(SELECT DISTINCT f.content FROM media_file f WHERE f.case_id = this_case AND f.item = ANY (whole));
    DELETE FROM media_file f WHERE f.case_id = this_case AND f.item = ANY (whole);
    contents := ARRAY(SELECT t.content FROM unnest(contents) AS t(content)
        WHERE NOT EXISTS (SELECT FROM media_file f WHERE f.case_id = this_case AND f.content = t.content));
    DELETE FROM media_file f WHERE f.case_id = this_case AND f.item = ANY (read_again);
    INSERT INTO media_file (case_id, content, item, path)
        SELECT DISTINCT this_case, f.content, f.item, f.path FROM media_file f
        WHERE f.case_id = this_case AND f.message_item = ANY (whole)
            AND NOT EXISTS (SELECT FROM media_file o WHERE o.case_id = this_case AND o.content = f.content
                AND o.item = f.item AND o.path = f.path AND o.message_item <> ALL (whole));
    DELETE FROM media_file f WHERE f.case_id = this_case AND f.message_item = ANY (whole);
    DELETE FROM media_content c WHERE c.case_id = this_case AND c.id = ANY (contents);
    GET DIAGNOSTICS gone_contents = ROW_COUNT;
    DELETE FROM media_frame f WHERE f.case_id = this_case AND f.content = ANY (contents);
    DELETE FROM media_hit h WHERE h.case_id = this_case AND h.content = ANY (contents);
    DELETE FROM media_near_copy n WHERE n.case_id = this_case AND n.leader IN (SELECT g.leader FROM media_near_copy g
        WHERE g.case_id = this_case AND (g.content = ANY (contents) OR g.leader = ANY (contents)));

    -- Derived from the whole case: made anew.
    UPDATE findings f SET json = '', report = '', erased_at = moment WHERE f.case_id = this_case AND f.erased_at IS NULL;
    FOREACH name IN ARRAY ARRAY['network_map', 'network_tie', 'kept_view', 'search_term', 'search_name']
    LOOP
        EXECUTE format('DELETE FROM %I WHERE case_id = $1', name) USING this_case;
    END LOOP;

    -- Acts of persons stay, but for what they hold of the item: keys of accounts and conversations that are no more,
    -- words about a conversation that is no more, and what came of a production held against what was asked.
    DELETE FROM identity_decision d WHERE d.case_id = this_case
        AND (d.left_accounts <@ keys OR d.right_accounts <@ keys);
    UPDATE identity_decision d SET
            left_accounts = ARRAY(SELECT k FROM unnest(d.left_accounts) WITH ORDINALITY AS t(k, n)
                WHERE k <> ALL (keys) ORDER BY n),
            right_accounts = ARRAY(SELECT k FROM unnest(d.right_accounts) WITH ORDINALITY AS t(k, n)
                WHERE k <> ALL (keys) ORDER BY n)
        WHERE d.case_id = this_case AND (d.left_accounts && keys OR d.right_accounts && keys);
    UPDATE conversation_verdict v SET reason = '', salt = ''
        WHERE v.case_id = this_case AND v.conversation = ANY (conversations);
    quoted := ARRAY(SELECT to_json(k)::text FROM unnest(quoted) AS t(k)) || ARRAY(SELECT to_json(k)::text
        FROM unnest(whole) AS t(k));
    DELETE FROM disclosure_plan p WHERE p.case_id = this_case
        AND EXISTS (SELECT FROM unnest(quoted) AS t(k) WHERE position(k IN p.plan) > 0);
    UPDATE production p SET comparison = '{"lines":[],"unasked":[],"v":1}'
        WHERE p.case_id = this_case AND string_to_array(p.items, ' ') && whole;
    reached.archives := coalesce((SELECT string_agg(DISTINCT b.object, ' ') FROM disclosure_bundle b
        WHERE b.case_id = this_case AND b.object IS NOT NULL), '');
    UPDATE disclosure_bundle b SET object = NULL WHERE b.case_id = this_case AND b.object IS NOT NULL;

    INSERT INTO case_erasure VALUES (reached.*);
END
$$;
REVOKE ALL ON FUNCTION erase_search_index(), erase_item(text, text[], text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_search_index(), erase_item(text, text[], text[], timestamptz) TO suluh_app;
