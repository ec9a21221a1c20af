-- The planner's tables. Times are in UTC; jsonb holds what is never asked for by itself.

CREATE TABLE courses (
    id                uuid PRIMARY KEY,
    state             text NOT NULL,
    bucket            text NOT NULL,
    folder            text NOT NULL,
    revision          integer NOT NULL,
    previous          integer NOT NULL,
    shape             text NOT NULL,
    mode              text NOT NULL,
    title             text NOT NULL,
    content_type      text NOT NULL,
    lesson_count      integer NOT NULL,
    lab_count         integer NOT NULL,
    started_at        timestamptz NOT NULL,
    deadline          timestamptz NOT NULL,
    stepped_at        timestamptz NOT NULL,
    pause_reason      text,
    pause_remedy      text,
    calls             integer NOT NULL,
    reused            integer NOT NULL,
    input_tokens      bigint NOT NULL,
    output_tokens     bigint NOT NULL,
    cost_usd          numeric NOT NULL,
    settings          jsonb NOT NULL,
    outline           jsonb,
    plan              jsonb,
    repair            jsonb,
    next              jsonb,
    deck_keys         jsonb NOT NULL,
    bases             jsonb NOT NULL,
    models            jsonb NOT NULL,
    prompts           jsonb NOT NULL,
    remembered        jsonb NOT NULL
);
COMMENT ON COLUMN courses.stepped_at IS 'When the saga last handled an event of the course.';

CREATE INDEX courses_folder ON courses (bucket, lower(folder));
CREATE INDEX courses_deadline ON courses (deadline) WHERE state = 'Running';
CREATE INDEX courses_stepped_at ON courses (stepped_at) WHERE state IN ('Running', 'Paused');

CREATE TABLE work_items (
    course_id         uuid NOT NULL,
    kind              text NOT NULL,
    id                text NOT NULL,
    revision          integer NOT NULL,
    status            text NOT NULL,
    module            integer NOT NULL,
    lesson            text,
    batch             integer NOT NULL,
    deck_batch        integer NOT NULL,
    priority          integer NOT NULL,
    basis             text NOT NULL,
    generation        integer NOT NULL,
    force             boolean NOT NULL,
    requirements      text,
    upstream          text,
    calls_model       boolean NOT NULL,
    attempts          integer NOT NULL,
    returns           integer NOT NULL,
    due_at            timestamptz,
    reservation_id    uuid,
    fingerprint       text,
    artifacts         jsonb NOT NULL,
    failure           jsonb,
    reused            boolean NOT NULL,
    tokens            bigint NOT NULL,
    cost_usd          numeric NOT NULL,
    finished_at       timestamptz,
    PRIMARY KEY (course_id, kind, id)
) WITH (fillfactor = 80);

CREATE INDEX work_items_status ON work_items (course_id, status);
CREATE INDEX work_items_due_at ON work_items (due_at) WHERE status = 'Ready' AND due_at IS NOT NULL;
CREATE INDEX work_items_sent ON work_items (course_id, reservation_id) WHERE status = 'Sent';

CREATE TABLE quotas (
    model             text PRIMARY KEY,
    max_in_flight     integer
);
COMMENT ON TABLE quotas IS 'One row for each model, locked in the order of their keys while tokens are reserved.';
COMMENT ON COLUMN quotas.max_in_flight IS 'Commands of the model that may be in flight at a time; null: any number.';

CREATE TABLE reservations (
    id                uuid PRIMARY KEY,
    course_id         uuid NOT NULL,
    kind              text NOT NULL,
    model             text,
    granted           jsonb NOT NULL,
    items             jsonb NOT NULL,
    settled           jsonb NOT NULL,
    start_by          timestamptz NOT NULL,
    started_at        timestamptz,
    lease_ends        timestamptz NOT NULL,
    closed            boolean NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX reservations_open ON reservations (course_id) WHERE NOT closed;
CREATE INDEX reservations_open_of_model ON reservations (model, lease_ends) WHERE NOT closed;
CREATE INDEX reservations_lease_ends ON reservations (lease_ends) WHERE NOT closed;
CREATE INDEX reservations_closed ON reservations (lease_ends) WHERE closed;

CREATE TABLE history (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    course_id         uuid NOT NULL,
    revision          integer NOT NULL,
    at                timestamptz NOT NULL,
    event             text NOT NULL,
    kind              text,
    item              text,
    status            text,
    attempt           integer,
    text              text
);

CREATE INDEX history_course ON history (course_id, id);
CREATE INDEX history_at ON history (at);

