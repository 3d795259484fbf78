-- What the findings of a case rest on: decisions, evidence and readings of that time, as a digest. Empty: not known.

ALTER TABLE findings ADD COLUMN rests_on text NOT NULL DEFAULT '';

-- Profiles and actors as a page showed them, so that the next look need not work the case out. Void when the basis changed.
CREATE TABLE kept_view (
    case_id integer NOT NULL REFERENCES probe_case,
    subject text NOT NULL,
    viewer  text NOT NULL,
    basis   text NOT NULL,
    json    bytea NOT NULL,
    PRIMARY KEY (case_id, subject, viewer)
);
ALTER TABLE kept_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_view FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case ON kept_view
    USING (case_id = (SELECT current_case())) WITH CHECK (case_id = (SELECT current_case()));
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_view TO suluh_app;
