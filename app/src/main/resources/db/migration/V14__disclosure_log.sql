-- Who received what of a case and when; and who is in charge of which computer or activity (Evidence Act 1950, s. 90A).

-- The ledger binds the recipient and the purpose by a commitment: the SHA-256 of salt, recipient and purpose with line feeds between.
CREATE TABLE disclosure_log (
    case_id   integer NOT NULL REFERENCES probe_case,
    sequence  integer NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('bundle', 'tip-report', 'referral', 'other')),
    recipient text NOT NULL,
    purpose   text NOT NULL,
    sha256    text NOT NULL,
    salt      text NOT NULL,
    person    text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (case_id, sequence)
);
ALTER TABLE disclosure_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_log FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case ON disclosure_log USING (case_id = (SELECT current_case()))
    WITH CHECK (case_id = (SELECT current_case()));
GRANT SELECT, INSERT ON disclosure_log TO suluh_app;

CREATE TABLE person_in_charge (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency    text NOT NULL,
    computer  text NOT NULL,
    use_of_it text NOT NULL,
    name      text NOT NULL,
    position  text NOT NULL,
    basis     text NOT NULL CHECK (basis IN ('operation', 'activities')),
    from_day  date NOT NULL,
    until_day date,
    kept_by   text NOT NULL,
    kept_at   timestamptz NOT NULL
);
ALTER TABLE person_in_charge ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_in_charge FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_scope ON person_in_charge USING (current_scope() = 'charge')
    WITH CHECK (current_scope() = 'charge');
GRANT SELECT, INSERT ON person_in_charge TO suluh_app;
GRANT UPDATE (until_day) ON person_in_charge TO suluh_app;
