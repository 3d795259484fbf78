-- When an account was seen or a statement held; what persons decided about accounts.

ALTER TABLE other_observation ADD COLUMN at timestamptz;
CREATE INDEX other_observation_account ON other_observation (case_id, account) WHERE account IS NOT NULL;
CREATE INDEX message_sender ON message (case_id, sender) WHERE sender IS NOT NULL;

-- A decision is never changed, only undone; accounts by key, so that it survives a new reading of the case.
CREATE TABLE identity_decision (
    case_id        integer NOT NULL REFERENCES probe_case,
    id             text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('merge', 'split', 'not-the-same')),
    left_accounts  text[] NOT NULL,
    right_accounts text[] NOT NULL,
    reason         text NOT NULL,
    salt           text NOT NULL,
    decided_by     text NOT NULL,
    decided_at     timestamptz NOT NULL,
    undone_by      text,
    undone_at      timestamptz,
    undo_reason    text,
    PRIMARY KEY (case_id, id)
);
ALTER TABLE identity_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case ON identity_decision
    USING (case_id = (SELECT current_case())) WITH CHECK (case_id = (SELECT current_case()));
GRANT SELECT, INSERT ON identity_decision TO suluh_app;
GRANT UPDATE (undone_by, undone_at, undo_reason) ON identity_decision TO suluh_app;
