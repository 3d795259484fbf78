-- Approvals by a second person, accounts believed to be a child's, second factors, keys and receipts of the API, webhooks.

ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1;
GRANT UPDATE (version) ON person TO suluh_app;

CREATE TABLE approval (
    case_id    integer NOT NULL REFERENCES probe_case,
    id         text NOT NULL,
    act        text NOT NULL,
    subject    text NOT NULL,
    reason     text NOT NULL,
    asked_by   text NOT NULL,
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    is_granted boolean,
    used_at    timestamptz,
    PRIMARY KEY (case_id, id)
);

CREATE TABLE child_account (
    case_id   integer NOT NULL REFERENCES probe_case,
    account   integer NOT NULL,
    marked_by text NOT NULL,
    marked_at timestamptz NOT NULL,
    lifted_at timestamptz,
    PRIMARY KEY (case_id, account)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['approval', 'child_account']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_case ON %I USING (case_id = (SELECT current_case())) '
            || 'WITH CHECK (case_id = (SELECT current_case()))', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (decided_by, decided_at, is_granted, used_at) ON approval TO suluh_app;
GRANT UPDATE (marked_by, marked_at, lifted_at) ON child_account TO suluh_app;

-- sealed_secret: encrypted under keys/people.key. last_step: a code serves once.
CREATE TABLE second_factor (
    person_id     text PRIMARY KEY REFERENCES person,
    sealed_secret text NOT NULL,
    confirmed_at  timestamptz,
    last_step     bigint NOT NULL DEFAULT -1
);

-- A key is of an agency and acts as one of its persons; only the digest of its secret is kept.
CREATE TABLE api_key (
    id            text PRIMARY KEY,
    agency        text NOT NULL,
    person_id     text NOT NULL REFERENCES person,
    label         text NOT NULL,
    secret_sha256 text NOT NULL,
    made_by       text NOT NULL,
    made_at       timestamptz NOT NULL,
    revoked_at    timestamptz
);

-- What was answered to a request with an idempotency key; status is null while the first is at work.
CREATE TABLE api_receipt (
    key_id          text NOT NULL REFERENCES api_key,
    idempotency_key text NOT NULL,
    request_sha256  text NOT NULL,
    made_at         timestamptz NOT NULL,
    status          integer,
    location        text,
    body            text,
    PRIMARY KEY (key_id, idempotency_key)
);

-- next_entry: place in the log of the first entry that was not delivered yet.
CREATE TABLE webhook (
    id            text PRIMARY KEY,
    agency        text NOT NULL,
    url           text NOT NULL,
    sealed_secret text NOT NULL,
    made_by       text NOT NULL,
    made_at       timestamptz NOT NULL,
    next_entry    bigint NOT NULL,
    failures      integer NOT NULL DEFAULT 0,
    next_try_at   timestamptz NOT NULL,
    stopped_at    timestamptz
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['second_factor', 'api_key', 'api_receipt', 'webhook']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_keys ON %I USING (current_scope() = ''keys'') '
            || 'WITH CHECK (current_scope() = ''keys'')', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (sealed_secret, confirmed_at, last_step) ON second_factor TO suluh_app;
GRANT DELETE ON second_factor TO suluh_app;
GRANT UPDATE (revoked_at) ON api_key TO suluh_app;
GRANT UPDATE (made_at, status, location, body) ON api_receipt TO suluh_app;
GRANT UPDATE (next_entry, failures, next_try_at, stopped_at) ON webhook TO suluh_app;
