-- Ties of one node are looked up by the digest of its key. As columns of their own: row-level security lets a plain
-- comparison use an index, and that of an expression it does not (docs/decisions/0046-search-by-posting-lists.md).
ALTER TABLE network_tie ADD COLUMN a_md5 text GENERATED ALWAYS AS (md5(a)) STORED;
ALTER TABLE network_tie ADD COLUMN b_md5 text GENERATED ALWAYS AS (md5(b)) STORED;
DROP INDEX network_tie_a;
DROP INDEX network_tie_b;
CREATE INDEX network_tie_a ON network_tie (case_id, sequence, a_md5);
CREATE INDEX network_tie_b ON network_tie (case_id, sequence, b_md5);
