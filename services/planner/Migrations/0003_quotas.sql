-- What the ledger believes of each model's quota. Limits are not kept here: they are configuration.

DROP TABLE quotas;

CREATE TABLE quotas (
    model             text PRIMARY KEY,
    at                timestamptz,
    spent             double precision NOT NULL DEFAULT 0,
    progressive_spent double precision NOT NULL DEFAULT 0,
    day_spent         double precision NOT NULL DEFAULT 0,
    requests_spent    double precision NOT NULL DEFAULT 0,
    pictures_spent    double precision NOT NULL DEFAULT 0,
    pictures_free_at  timestamptz,
    shrink            double precision NOT NULL DEFAULT 1,
    throttled_at      timestamptz,
    used              double precision NOT NULL DEFAULT 0,
    courses           jsonb NOT NULL DEFAULT '[]'
) WITH (fillfactor = 50);
COMMENT ON TABLE quotas IS 'One row for each model that is limited, locked in the order of their keys while tokens are reserved. 0 spent: the bucket is full.';

CREATE TABLE quota_entries (
    id                uuid PRIMARY KEY,
    model             text NOT NULL,
    tokens            double precision NOT NULL,
    charged           double precision NOT NULL,
    throttled         boolean NOT NULL,
    at                timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE quota_entries IS 'What happened to a quota, until it is taken into its row by whoever has that locked. Only ever inserted and deleted.';

CREATE INDEX quota_entries_model ON quota_entries (model);

ALTER TABLE reservations ADD COLUMN call jsonb;
