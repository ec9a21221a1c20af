-- What model calls used so far, by stage and model: it shapes estimates, never what is made.

CREATE TABLE learned_calls (
    model             text NOT NULL,
    kind              text NOT NULL,
    statistics        jsonb NOT NULL,
    PRIMARY KEY (model, kind)
);
COMMENT ON COLUMN learned_calls.statistics IS 'Sums and buckets of all planners together; older calls count for less.';
