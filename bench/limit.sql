-- Hand-written statements that keep the service's promises, for the three jobs that are measured. In each $1 is the actor.
-- {in_utc:x} spells an instant as the contract does; {titles:x}, {kinds:x} and {owners:x} name a state. `limit.py` writes these out.

-- name: worklist
-- The first fifty of a worker's open cases that the actor sees, how many there are, how many of them are late; and the trace.
-- $2: the worker, $3: the trace's id, $4: its purpose, $5: its operation.
WITH actor AS MATERIALIZED (
    SELECT EXISTS (SELECT FROM practitioner WHERE id = $1 AND ended_at IS NULL) AS is_active,
        EXISTS (SELECT FROM appointment WHERE practitioner_id = $1 AND ended_at IS NULL
            AND role IN ('worker', 'triage', 'team_manager', 'service_manager')) AS meets_families,
        array(SELECT team_id FROM appointment WHERE practitioner_id = $1 AND ended_at IS NULL AND role = 'worker') AS teams
), found AS MATERIALIZED (
    SELECT * FROM cases c
    WHERE c.closed_at IS NULL AND c.worker_id = $2
        AND (SELECT is_active AND meets_families FROM actor)
        AND (c.worker_id = $1 OR c.team_id = ANY ((SELECT teams FROM actor)::uuid[])
            OR c.id = ANY (array(SELECT case_id FROM lead_professional WHERE practitioner_id = $1 AND ended_at IS NULL))
            OR c.id = ANY (array(SELECT case_id FROM team_member WHERE practitioner_id = $1 AND left_at IS NULL))
            OR c.id = ANY (array(SELECT s.case_id FROM assessment_author w JOIN assessment s ON s.id = w.assessment_id
                WHERE w.practitioner_id = $1 AND s.signed_off_at IS NULL)))
), page AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY due_at, id) AS n FROM found ORDER BY due_at, id LIMIT 51
), shown AS MATERIALIZED (
    SELECT p.n, p.id, p.due_at, child.people,
        (SELECT row_to_json(_) FROM (SELECT (SELECT row_to_json(_) FROM (SELECT
            p.reference, p.family_name AS "familyName", {titles:p.state} AS "stateTitle", {kinds:p.state} AS "stateKind",
            {in_utc:p.entered_at} AS "enteredAt", {in_utc:p.due_at} AS "dueAt", coalesce(p.due_at < clock_timestamp(), false) AS "isLate",
            (SELECT row_to_json(_) FROM (SELECT t.name) AS _) AS team,
            CASE WHEN w.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (SELECT w.name) AS _) END AS worker,
            (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT upper(m.kind) AS kind, m.review_on AS "reviewOn",
                m.review_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date AS "isReviewDue"
                FROM marker m WHERE m.case_id = p.id AND m.ended_at IS NULL AND m.in_error_at IS NULL ORDER BY m.review_on, m.id) AS _
            ) AS warnings,
            child.written AS children) AS _) AS node) AS _) AS edge
    FROM page p
    JOIN team t ON t.id = p.team_id
    LEFT JOIN practitioner w ON w.id = p.worker_id
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(row_to_json(_) ORDER BY x.joined_at, x.person_id), '[]') AS written, array_agg(x.person_id) AS people
        FROM case_child x JOIN person s ON s.id = x.person_id
        CROSS JOIN LATERAL (SELECT {in_utc:x.ended_at} AS "endedAt",
            (SELECT row_to_json(_) FROM (SELECT upper(s.kind) AS kind, s.given_name AS "givenName", s.birth_date AS "birthDate",
                s.expected_on AS "expectedOn", {in_utc:s.in_error_at} AS "inErrorAt") AS _) AS person) AS _
        WHERE x.case_id = p.id
    ) AS child
    WHERE p.n <= 50
), traced AS (
    INSERT INTO read_trace (id, at, actor, purpose, operation, records)
    SELECT $3::uuid, clock_timestamp(), $1, $4::text, $5::text,
        array(SELECT DISTINCT record COLLATE "C" FROM (
            SELECT 'case_' || id FROM shown UNION ALL SELECT 'person_' || unnest(people) FROM shown) AS each (record) ORDER BY 1)
    WHERE EXISTS (SELECT FROM shown)
)
SELECT (SELECT row_to_json(_) FROM (SELECT name FROM council WHERE (SELECT is_active FROM actor)) AS _) AS council,
    (SELECT row_to_json(_) FROM (SELECT
        (SELECT count(*) FROM found) AS "totalCount",
        json_build_object('hasNextPage', (SELECT count(*) FROM page) > 50, 'hasPreviousPage', false,
            'startCursor', (SELECT {cursor:due_at, id} FROM shown ORDER BY n LIMIT 1),
            'endCursor', (SELECT {cursor:due_at, id} FROM shown ORDER BY n DESC LIMIT 1)) AS "pageInfo",
        (SELECT coalesce(json_agg(edge ORDER BY n), '[]') FROM shown) AS edges) AS _) AS worklist,
    (SELECT count(*) FROM found WHERE due_at < clock_timestamp()) AS late;

-- name: case
-- One case with all that belongs to it (its state is null where there is none that the actor sees), how the actor stands to it and the facts of its guards; and the trace.
-- Whoever is only in the team around the family sees nothing of its history. Who is named here and is of neither the case nor
-- its household is shown only where the actor sees them through another case.
-- $2: the reference, $3: the trace's id, $4: its purpose, $5: its operation.
WITH actor AS MATERIALIZED (
    {actor}
), it AS MATERIALIZED (
    SELECT *, c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {led:c} AS sees_history FROM cases c
    WHERE c.reference = $2 AND (SELECT is_active AND meets_families FROM actor)
        AND (c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {involved})
), named AS MATERIALIZED (
    SELECT a.person_id AS id FROM agreement a JOIN it ON a.case_id = it.id
    UNION SELECT a.given_by FROM agreement a JOIN it ON a.case_id = it.id
    UNION SELECT s.person_id FROM note n JOIN it ON n.case_id = it.id JOIN note_seen s ON s.note_id = n.id
    UNION SELECT m.person_id FROM marker m JOIN it ON m.case_id = it.id
    UNION SELECT x.person_id FROM case_child x JOIN it ON x.case_id = it.id
), seen AS MATERIALIZED (
    SELECT p.* FROM named JOIN person p USING (id), it
    WHERE EXISTS (SELECT FROM case_child x WHERE x.case_id = it.id AND x.person_id = p.id)
        OR EXISTS (SELECT FROM household_member m WHERE m.household_id = it.household_id AND m.person_id = p.id)
        OR (p.unattached AND p.added_by = $1)
        OR EXISTS (SELECT FROM case_child x JOIN cases c ON c.id = x.case_id WHERE x.person_id = p.id AND
            (c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {involved}))
        OR EXISTS (SELECT FROM household_member m JOIN cases c ON c.household_id = m.household_id WHERE m.person_id = p.id AND
            (c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {involved}))
        OR EXISTS (SELECT FROM relationship k JOIN case_child x ON x.person_id = k.person_id JOIN cases c ON c.id = x.case_id
            WHERE k.relative_id = p.id AND k.in_error_at IS NULL AND
            (c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {involved}))
), notes AS MATERIALIZED (
    SELECT n.* FROM note n JOIN it ON n.case_id = it.id ORDER BY n.happened_on DESC, n.id DESC LIMIT 20
), shown AS MATERIALIZED (
    SELECT person_id AS id FROM case_child JOIN it ON case_id = it.id
    UNION SELECT person_id FROM agreement JOIN it ON case_id = it.id
    UNION SELECT given_by FROM agreement JOIN it ON case_id = it.id
    UNION SELECT person_id FROM marker JOIN it ON case_id = it.id WHERE ended_at IS NULL AND marker.in_error_at IS NULL
    UNION SELECT person_id FROM note_seen JOIN notes ON note_id = notes.id
), marks AS MATERIALIZED (
    SELECT m.id FROM error_mark m JOIN it ON m.case_id = it.id WHERE m.outcome IS DISTINCT FROM 'dismissed'
        AND (m.noun = 'agreement' OR (m.noun = 'note' AND m.record_id IN (SELECT id FROM notes)))
    UNION ALL SELECT m.id FROM error_mark m JOIN case_child x ON x.person_id = m.record_id JOIN it ON x.case_id = it.id
    WHERE m.noun = 'person' AND m.outcome IS DISTINCT FROM 'dismissed'
), traced AS (
    INSERT INTO read_trace (id, at, actor, purpose, operation, records)
    SELECT $3::uuid, clock_timestamp(), $1, $4::text, $5::text, array(SELECT record COLLATE "C" FROM (
        SELECT 'case_' || it.id UNION ALL SELECT 'mark_' || id FROM marks UNION ALL SELECT 'person_' || id FROM shown JOIN seen USING (id)) AS each (record) ORDER BY 1)
    FROM it
)
SELECT (SELECT row_to_json(_) FROM (SELECT name FROM council WHERE (SELECT is_active FROM actor)) AS _) AS council,
    it.state, it.paused_from, {facts:it}::text AS facts, {standings:it} AS standings,
    (SELECT row_to_json(_) FROM (SELECT
        'case_' || it.id AS id, it.version, it.reference, it.family_name AS "familyName", it.state, {titles:it.state} AS "stateTitle",
        {kinds:it.state} AS "stateKind", {owners:it.state} AS "stateOwner", {in_utc:it.entered_at} AS "enteredAt",
        {in_utc:it.due_at} AS "dueAt", coalesce(it.due_at < clock_timestamp(), false) AS "isLate", {in_utc:it.opened_at} AS "openedAt",
        {in_utc:it.closed_at} AS "closedAt", it.next_review_on AS "nextReviewOn", it.pause_until AS "pauseUntil",
        NULL AS permitted, NULL AS way, NULL AS "availableMoves",
        (SELECT row_to_json(_) FROM (SELECT 'team_' || t.id AS id, t.name) AS _) AS team,
        CASE WHEN w.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (SELECT w.name) AS _) END AS worker,
        (SELECT row_to_json(_) FROM (SELECT l.name) AS _) AS locality,
        (SELECT row_to_json(_) FROM (SELECT {sources:r.source} AS source, r.referrer_name AS "referrerName",
            r.referrer_role AS "referrerRole", r.referrer_contact AS "referrerContact", r.worries, r.hopes,
            r.family_knows AS "familyKnows", {in_utc:r.received_at} AS "receivedAt" FROM request_for_help r WHERE r.case_id = it.id) AS _
        ) AS request,
        (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT upper(m.kind) AS kind, m.reason, m.source, m.known_on AS "knownOn", m.review_on AS "reviewOn",
            m.review_on <= (clock_timestamp() AT TIME ZONE 'Europe/London')::date AS "isReviewDue",
            CASE WHEN p.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (
                SELECT p.given_name AS "givenName", p.family_name AS "familyName") AS _) END AS person,
            (SELECT row_to_json(_) FROM (SELECT w.name FROM practitioner w WHERE w.id = m.set_by) AS _) AS "setBy"
            FROM marker m LEFT JOIN seen p ON p.id = m.person_id WHERE m.case_id = it.id AND m.ended_at IS NULL AND m.in_error_at IS NULL ORDER BY m.review_on, m.id) AS _
        ) AS warnings,
        (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT {in_utc:x.joined_at} AS "joinedAt", {in_utc:x.ended_at} AS "endedAt",
            (SELECT row_to_json(_) FROM (SELECT upper(p.kind) AS kind, p.given_name AS "givenName", p.family_name AS "familyName",
                p.birth_date AS "birthDate", p.expected_on AS "expectedOn", {in_utc:p.in_error_at} AS "inErrorAt", {mark:person p} AS "errorMark"
                ) AS _) AS person
            FROM case_child x JOIN seen p ON p.id = x.person_id WHERE x.case_id = it.id ORDER BY x.joined_at, x.person_id) AS _
        ) AS children,
        (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT upper(a.answer) AS answer, upper(a.capacity) AS capacity,
            upper(a.evidence) AS evidence, {in_utc:a.answered_at} AS "answeredAt", {in_utc:{ends:a}} AS "until",
            {in_utc:a.withdrawn_at} AS "withdrawnAt",
            {in_utc:a.in_error_at} AS "inErrorAt", {mark:agreement a} AS "errorMark",
            CASE WHEN p.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (
                SELECT p.given_name AS "givenName", p.family_name AS "familyName") AS _) END AS person,
            CASE WHEN g.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (
                SELECT g.given_name AS "givenName", g.family_name AS "familyName") AS _) END AS "givenBy"
            FROM agreement a LEFT JOIN seen p ON p.id = a.person_id LEFT JOIN seen g ON g.id = a.given_by
            WHERE a.case_id = it.id ORDER BY a.answered_at, a.id) AS _
        ) AS agreements,
        (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT upper(x.kind) AS kind, {in_utc:x.started_at} AS "startedAt",
            {in_utc:least(x.ended_at, p.ended_at)} AS "endedAt", {colleague} AS practitioner
            FROM lead_professional x JOIN practitioner p ON p.id = x.practitioner_id JOIN agency a ON a.id = p.agency_id
            WHERE x.case_id = it.id ORDER BY x.started_at, x.id) AS _) AS "leadProfessionals",
        (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT x.part, {in_utc:x.left_at} AS "leftAt", {colleague} AS practitioner
            FROM team_member x JOIN practitioner p ON p.id = x.practitioner_id JOIN agency a ON a.id = p.agency_id
            WHERE x.case_id = it.id ORDER BY x.joined_at, x.id) AS _) AS "teamAroundFamily",
        (SELECT row_to_json(_) FROM (SELECT (SELECT count(*) FROM note n WHERE n.case_id = it.id) AS "totalCount",
            (SELECT coalesce(json_agg(json_build_object('node', row_to_json(_))), '[]') FROM (SELECT upper(n.kind) AS kind,
                n.happened_on AS "happenedOn", n.text, n.revision, {in_utc:n.recorded_at} AS "recordedAt",
                {in_utc:n.in_error_at} AS "inErrorAt", {mark:note n} AS "errorMark",
                (SELECT row_to_json(_) FROM (SELECT w.name) AS _) AS author,
                (SELECT coalesce(json_agg(row_to_json(_)), '[]') FROM (SELECT s.alone, s.own_words AS "ownWords",
                    CASE WHEN p.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (SELECT p.given_name AS "givenName") AS _) END AS person
                    FROM note_seen s LEFT JOIN seen p ON p.id = s.person_id WHERE s.note_id = n.id ORDER BY s.person_id) AS _) AS seen
                FROM notes n JOIN practitioner w ON w.id = n.author_id ORDER BY n.happened_on DESC, n.id DESC) AS _) AS edges) AS _
        ) AS notes,
        (SELECT row_to_json(_) FROM (
            SELECT (SELECT count(*) FROM event e WHERE e.stream_kind = 'case' AND e.stream_id = it.id AND it.sees_history) AS "totalCount",
            (SELECT coalesce(json_agg(json_build_object('node', row_to_json(_))), '[]') FROM (SELECT e.seq, e.kind, {in_utc:e.at} AS at,
                coalesce(said #>> '{data,note}', said #>> '{data,comment}', said #>> '{data,why}', said #>> '{note,text}',
                    said ->> 'note', said ->> 'why') AS note,
                {titles:said ->> 'from'} AS "fromTitle", {titles:said ->> 'to'} AS "toTitle",
                CASE WHEN w.id IS NOT NULL THEN (SELECT row_to_json(_) FROM (SELECT w.name) AS _) END AS by
                FROM event e CROSS JOIN LATERAL (SELECT e.payload::json AS said OFFSET 0) AS _ LEFT JOIN practitioner w ON w.id = e.actor
                WHERE e.stream_kind = 'case' AND e.stream_id = it.id AND it.sees_history ORDER BY e.seq DESC LIMIT 30) AS _) AS edges) AS _) AS history
    ) AS _) AS written
FROM (SELECT) AS asked LEFT JOIN (
    it JOIN team t ON t.id = it.team_id LEFT JOIN practitioner w ON w.id = it.worker_id JOIN locality l ON l.id = it.locality_id
) ON true;

-- name: load
-- A case, locked for a move, if the actor sees it: its last event, what the key did before, how the actor stands to it, and the facts.
-- What waited for the lock is read again, as the service does: then `last_hash` is null. $2: the case, $3: the key.
WITH actor AS MATERIALIZED (
    {actor}
), it AS MATERIALIZED (
    SELECT * FROM cases c
    WHERE c.id = $2 AND (SELECT is_active AND meets_families FROM actor)
        AND (c.worker_id = $1 OR c.team_id = ANY ((SELECT teams FROM actor)::uuid[])
            OR c.team_id = ANY ((SELECT managed_teams FROM actor)::uuid[])
            OR {triaged:c} OR {answered_for:c} OR {involved})
    FOR UPDATE
)
SELECT it.id, it.version, it.state, it.entered_at, it.paused_from, it.due_at, it.next_review_on, it.days_left, it.team_id, it.worker_id,
    greatest(clock_timestamp(), e.at + interval '1 microsecond') AS now, e.hash AS last_hash, e.at AS last_at, e.kind AS last_kind,
    (SELECT name FROM practitioner WHERE id = e.actor) AS last_actor,
    k.action, k.digest, k.seq, {facts:it}::text AS facts, {standings:it} AS standings
FROM (SELECT) AS asked
LEFT JOIN it ON true
LEFT JOIN event e ON e.stream_kind = 'case' AND e.stream_id = it.id AND e.seq = it.version
LEFT JOIN idempotency_key k ON k.actor = $1 AND k.key = $3;

-- name: move
-- The case in its new state, the stay that ends and the one that begins, the event and the key.
-- $2: the case, $3: its version, $4: the instant, $5: the state, $6: due, $7: the next review, $8: the trigger, $9: the stay's id,
-- $10: the event's kind, $11: its payload, $12: salt, $13: its payload's hash, $14: the hash before, $15: its hash, $16: the key,
-- $17: the action, $18: the digest of its input, $19: the purpose.
WITH changed AS (
    UPDATE cases SET version = $3, state = $5, entered_at = $4, due_at = $6, paused_from = NULL, pause_until = NULL, days_left = NULL,
        next_review_on = $7, closed_at = NULL, reason = NULL
    WHERE id = $2 RETURNING worker_id, team_id
), ended AS (
    UPDATE visit SET left_at = $4, left_by = $8 WHERE case_id = $2 AND left_at IS NULL
), begun AS (
    INSERT INTO visit (id, case_id, state, entered_by, entered_at, due_at, worker_id, team_id, agency_id)
    SELECT $9::uuid, $2, $5, $8, $4, $6, changed.worker_id, changed.team_id, team.agency_id
    FROM changed JOIN team ON team.id = changed.team_id
), happened AS (
    INSERT INTO event (stream_kind, stream_id, seq, at, actor, purpose, kind, payload, salt, payload_hash, prev, hash)
    VALUES ('case', $2, $3, $4, $1, $19, $10, $11, $12, $13, $14, $15)
), used AS (
    INSERT INTO idempotency_key (actor, key, action, digest, stream_kind, stream_id, seq, record)
    VALUES ($1, $16, $17, $18, 'case', $2, $3, $2)
)
SELECT count(*) FROM changed;

-- name: reread
-- What the move answers with, if the actor still sees it; and the trace.
-- $2: the case, $3: the trace's id, $4: its purpose, $5: its operation.
WITH actor AS MATERIALIZED (
    {actor}
), it AS MATERIALIZED (
    SELECT * FROM cases c
    WHERE c.id = $2 AND (SELECT is_active AND meets_families FROM actor)
        AND (c.worker_id = $1 OR c.team_id = ANY ((SELECT work_teams FROM actor)::uuid[]) OR {involved})
), traced AS (
    INSERT INTO read_trace (id, at, actor, purpose, operation, records)
    SELECT $3::uuid, clock_timestamp(), $1, $4::text, $5::text, ARRAY['case_' || id] FROM it
)
SELECT (SELECT row_to_json(_) FROM (SELECT 'case_' || id AS id, version, reference, state, {titles:state} AS "stateTitle",
    {in_utc:due_at} AS "dueAt") AS _) AS written
FROM it;
