-- Key frames of videos, where a decoder of videos is configured: the hash of each frame in the eight turns, as
-- media_content holds that of a picture. No grid: of a video nothing is shown.
CREATE TABLE media_frame (
    case_id integer NOT NULL REFERENCES probe_case,
    content integer NOT NULL,
    number  integer NOT NULL,
    format  text NOT NULL,
    width   integer NOT NULL,
    height  integer NOT NULL,
    quality integer NOT NULL,
    damaged boolean NOT NULL,
    hashes  text NOT NULL,
    grid    text NOT NULL,
    PRIMARY KEY (case_id, content, number)
);
ALTER TABLE media_frame ENABLE ROW LEVEL SECURITY;
ALTER TABLE media_frame FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_case ON media_frame USING (case_id = (SELECT current_case()))
    WITH CHECK (case_id = (SELECT current_case()));
GRANT SELECT, INSERT ON media_frame TO suluh_app;
