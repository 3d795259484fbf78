-- Passkeys of persons (WebAuthn), and which person a subject of the sign-in provider is (OpenID Connect).

-- Binary values in Base64url without padding. attestation: what the authenticator said when the key was made.
CREATE TABLE passkey (
    credential_id      text PRIMARY KEY,
    person_id          text NOT NULL REFERENCES person,
    label              text NOT NULL,
    public_key         text NOT NULL,
    attestation        text NOT NULL,
    signature_count    bigint NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up       boolean NOT NULL,
    made_at            timestamptz NOT NULL,
    used_at            timestamptz NOT NULL
);
CREATE INDEX passkey_person ON passkey (person_id);

CREATE TABLE provider_subject (
    issuer    text NOT NULL,
    subject   text NOT NULL,
    person_id text NOT NULL REFERENCES person,
    bound_by  text NOT NULL,
    bound_at  timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, person_id)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['passkey', 'provider_subject']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_the_keys ON %I USING (current_scope() = ''keys'') '
            || 'WITH CHECK (current_scope() = ''keys'')', name);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO suluh_app', name);
    END LOOP;
END
$$;
GRANT UPDATE (signature_count, is_backed_up, used_at) ON passkey TO suluh_app;
