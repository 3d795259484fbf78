-- Each edition of the register that this house has worked under; a version never changes its text.

CREATE TABLE register_edition (
    version   text PRIMARY KEY,
    sha256    text NOT NULL,
    loaded_at timestamptz NOT NULL,
    yaml      text NOT NULL
);
ALTER TABLE register_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_registers ON register_edition
    USING (current_scope() = 'registers') WITH CHECK (current_scope() = 'registers');
GRANT SELECT, INSERT ON register_edition TO suluh_app;
