-- Who may do what: roles, membership with a role, agencies of a case; and row-level security on what had none.

-- The acting operator of the machine (the command line) is a person who cannot sign in; docs/access.md says what it may.
ALTER TABLE person
    ADD COLUMN roles     text[] NOT NULL DEFAULT '{supervisor}',
    ADD COLUMN is_active boolean NOT NULL DEFAULT true,
    ADD COLUMN signs_in  boolean NOT NULL DEFAULT true;
ALTER TABLE person ALTER COLUMN roles DROP DEFAULT;
INSERT INTO person (id, agency, login, display_name, password_hash, created_at, roles, signs_in)
    VALUES ('cli', 'operator', 'operator of this machine', 'Operator of this machine', '', '2026-01-01T00:00:00Z',
        '{intake,preservation,analyst,investigator,supervisor,liaison,auditor,administrator}', false);

ALTER TABLE case_member
    ADD COLUMN role    text NOT NULL DEFAULT 'supervisor',
    ADD COLUMN left_at timestamptz;
ALTER TABLE case_member ALTER COLUMN role DROP DEFAULT;

CREATE TABLE case_agency (
    case_id   integer NOT NULL REFERENCES probe_case,
    agency    text NOT NULL,
    standing  text NOT NULL CHECK (standing IN ('lead', 'partner')),
    joined_at timestamptz NOT NULL,
    left_at   timestamptz,
    PRIMARY KEY (case_id, agency)
);
INSERT INTO case_agency (case_id, agency, standing, joined_at)
    SELECT case_id, agency, 'lead', opened_at FROM probe_case;
INSERT INTO case_member (case_id, person_id, joined_at, role)
    SELECT case_id, 'cli', opened_at, 'supervisor' FROM probe_case WHERE opened_by = 'cli'
    ON CONFLICT DO NOTHING;

-- What the program does for no person and no case: sign-in, people, sequencing and auditing the ledger, the vault's
-- holders. A transaction says so; one that says nothing sees nothing.
CREATE FUNCTION current_scope() RETURNS text STABLE LANGUAGE sql
    AS $$ SELECT coalesce(current_setting('suluh.scope', true), '') $$;

ALTER TABLE case_agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_agency FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case_or_a_member ON case_agency
    USING (case_id = (SELECT current_case())
        OR case_id IN (SELECT m.case_id FROM case_member m
            WHERE m.person_id = current_person() AND m.left_at IS NULL))
    WITH CHECK (case_id = (SELECT current_case()));

-- Who has left a case no longer sees it.
DROP POLICY member_or_of_the_case ON probe_case;
CREATE POLICY member_or_of_the_case ON probe_case
    USING (case_id = current_case()
        OR case_id IN (SELECT m.case_id FROM case_member m
            WHERE m.person_id = current_person() AND m.left_at IS NULL))
    WITH CHECK (case_id = current_case());

-- A person sees oneself; a case sees its members; sign-in and the care of people see all.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_seen ON person
    USING (id = current_person()
        OR current_scope() = 'people'
        OR id IN (SELECT m.person_id FROM case_member m WHERE m.case_id = current_case()))
    WITH CHECK (current_scope() = 'people');

-- Anyone who acts may add an entry; only the sequencer and the audit read the whole log, a case its own part.
ALTER TABLE ledger_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY entry_added ON ledger_entry FOR INSERT WITH CHECK (true);
CREATE POLICY entry_read ON ledger_entry FOR SELECT
    USING (current_scope() = 'ledger'
        OR case_number IN (SELECT c.number FROM probe_case c WHERE c.case_id = current_case()));
CREATE POLICY entry_placed ON ledger_entry FOR UPDATE USING (current_scope() = 'ledger');

ALTER TABLE vault_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_reference FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case_or_the_vault ON vault_reference
    USING (current_scope() = 'vault' OR case_id = (SELECT current_case()))
    WITH CHECK (case_id = (SELECT current_case()));

GRANT SELECT, INSERT ON case_agency TO suluh_app;
GRANT UPDATE (left_at) ON case_agency TO suluh_app;
GRANT UPDATE (role, left_at, joined_at) ON case_member TO suluh_app;
GRANT UPDATE (roles, is_active, display_name, password_hash) ON person TO suluh_app;
