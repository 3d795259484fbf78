-- What was told of clocks that run out: each warning and each end once, whoever looks or does not look.

CREATE TABLE clock_alarm (
    agency      text NOT NULL,
    case_number text NOT NULL,
    subject     text NOT NULL,
    clock       text NOT NULL,
    ends_at     timestamptz NOT NULL,
    has_ended   boolean NOT NULL,
    raised_at   timestamptz NOT NULL,
    PRIMARY KEY (agency, case_number, subject, clock, ends_at, has_ended)
);

ALTER TABLE clock_alarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_alarm FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_clocks ON clock_alarm
    USING (current_scope() = 'clocks') WITH CHECK (current_scope() = 'clocks');
GRANT SELECT, INSERT ON clock_alarm TO suluh_app;

-- The watch opens each case by its id, one at a time; how many there are says this sequence.
GRANT SELECT ON SEQUENCE case_id_seq TO suluh_app;
