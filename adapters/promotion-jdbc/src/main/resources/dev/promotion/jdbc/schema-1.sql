-- Every statement may be run again, and twice at once.

CREATE TABLE IF NOT EXISTS promotion_release (
  id VARCHAR(24) NOT NULL PRIMARY KEY,
  -- The order in which releases were accepted; gaps mean nothing.
  ordinal BIGINT GENERATED ALWAYS AS IDENTITY,
  product VARCHAR(253) NOT NULL,
  -- The number of its events: who appends sets it from what it was, or loses.
  version BIGINT NOT NULL,
  closed BOOLEAN NOT NULL
);

CREATE INDEX IF NOT EXISTS promotion_release_open ON promotion_release (closed, ordinal);

CREATE INDEX IF NOT EXISTS promotion_release_product ON promotion_release (product, ordinal);

CREATE TABLE IF NOT EXISTS promotion_event (
  release_id VARCHAR(24) NOT NULL REFERENCES promotion_release (id),
  sequence BIGINT NOT NULL,
  text TEXT NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (release_id, sequence)
);
