import { reviewer, reviewers, type Statements } from "@/tests/bench/staff/statements";

const size = {
  applications: 10_000,
  waiting: 1_500,
  withApplicant: 500,
  cities: 5_000,
  quietCities: 50,
};

/** Of places that nobody has asked yet. */
export const quietCityName = "Quiet";

/** One an hour: a year and two months of them. */
const applications = `
  INSERT INTO application (id, reference, submission_key, state, locale, declaration_version,
    city_id, open_for_city_id, contact_name, contact_role, contact_email,
    mandate_body, mandate_date, mandate_authority_title, mandate_url, consent_version,
    submitted_at, confirmed_at, closed_at)
  SELECT gen_random_uuid(), 'BENCH-' || n, gen_random_uuid(), state::application_state, 'en',
    '1.0', city_id,
    CASE WHEN state IN ('submitted', 'changes_requested') THEN city_id END,
    'Officer ' || md5(n::text), 'Adviser',
    'officer-' || n || '@' || md5(city_id::text) || '.example',
    'City council', '2026-01-01', 'Mayor', 'https://example.org/' || n, '1',
    at, at + interval '1 hour',
    CASE WHEN state IN ('approved', 'declined', 'withdrawn')
      THEN at + (1 + n % 12) * interval '1 day' END
  FROM (
    SELECT n, city.id AS city_id, now() - (n + 1) * interval '1 hour' AS at,
      CASE WHEN n <= ${size.waiting} THEN 'submitted'
        WHEN n <= ${size.waiting + size.withApplicant} THEN 'changes_requested'
        ELSE (ARRAY['approved', 'declined', 'withdrawn'])[1 + n % 3] END AS state
    FROM generate_series(1, ${size.applications}) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS position, count(*) OVER () AS total
      FROM city) city ON city.position = 1 + n % city.total
  ) made`;

const answers = `
  INSERT INTO checklist_answer (application_id, area, status, description, url)
  SELECT id, area, 'in_place', 'What the city does, in a few words that a reviewer reads. '
    || md5(id::text || area), 'https://example.org/' || area
  FROM application, unnest(enum_range(NULL::checklist_area)) area`;

const decisions = `
  INSERT INTO decision (id, application_id, in_force_for_id, kind, reason, message, staff_id,
    decided_at)
  SELECT gen_random_uuid(), id, id,
    CASE state WHEN 'approved' THEN 'approval' ELSE 'decline' END::decision_kind,
    CASE state WHEN 'declined' THEN (enum_range(NULL::decline_reason))[1 + number % 6] END,
    CASE state WHEN 'declined' THEN 'There is no resolution.' END, reviewer, closed_at
  FROM (SELECT *, ${reviewer("number")} AS reviewer
    FROM (SELECT *, substr(reference, 7)::int AS number FROM application) numbered) decided
  WHERE state IN ('approved', 'declined')`;

const reviews: Statements = {
  Claims: `
    INSERT INTO claim (application_id, staff_id, claimed_at)
    SELECT id, ${reviewer("substr(reference, 7)::int")}, now() - interval '3 hours'
    FROM application WHERE state = 'submitted' AND substr(reference, 7)::int % 3 = 0`,
  Evidence: `
    INSERT INTO evidence_tick (application_id, criterion, staff_id, ticked_at)
    SELECT id, criterion, ${reviewer("substr(reference, 7)::int")}, confirmed_at
    FROM application, unnest(enum_range(NULL::evidence_criterion)) criterion
    WHERE state IN ('approved', 'declined')`,
  Notes: `
    INSERT INTO application_note (id, application_id, staff_id, text, written_at)
    SELECT gen_random_uuid(), id, ${reviewer("substr(reference, 7)::int")},
      'Telephoned. ' || md5(id::text), confirmed_at
    FROM application, generate_series(1, 2)`,
  Appeals: `
    INSERT INTO appeal (id, application_id, decision_id, text, asked_at)
    SELECT gen_random_uuid(), application_id, id, 'We have a resolution.', decided_at
    FROM decision WHERE kind = 'decline' ORDER BY decided_at DESC LIMIT 100`,
  Samples: `
    INSERT INTO decision_sample (decision_id, application_id, drawn_at)
    SELECT id, application_id, decided_at FROM decision ORDER BY decided_at DESC LIMIT 300`,
  Openings: `
    INSERT INTO opening (at, staff_id, thing, application_id, city_id)
    SELECT confirmed_at + n * interval '1 hour', ${reviewer("substr(reference, 7)::int + n")},
      'application', id, city_id
    FROM application, generate_series(1, 10) n ORDER BY 1`,
  "Standard texts": `
    WITH made AS (
      INSERT INTO standard_text (id, kind, locale)
      SELECT gen_random_uuid(), 'decline', 'en' FROM generate_series(1, 40) RETURNING id)
    INSERT INTO standard_text_version (text_id, number, title, body, staff_id)
    SELECT id, 1, 'Text ' || id, 'There is no resolution.', ${reviewer("1")} FROM made`,
};

const events = `
  INSERT INTO event (kind, actor, staff_id, application_id, city_id, at)
  SELECT * FROM (
    SELECT kind, 'applicant'::actor, NULL::uuid, application.id, city_id, confirmed_at AS at
    FROM application, unnest(ARRAY['application_submitted', 'application_confirmed',
      'application_corrected']::event_kind[]) kind
    UNION ALL SELECT step, 'staff', staff_id, application_id, city_id, decided_at
    FROM decision JOIN application ON application.id = application_id,
      unnest(ARRAY['application_claimed', 'application_evidence_ticked',
        CASE kind WHEN 'approval' THEN 'application_approved'
          ELSE 'application_declined' END]::event_kind[]) step
  ) made ORDER BY at`;

export const applicationStatements: Statements = {
  Staff: `
    INSERT INTO staff (id, email, role)
    SELECT gen_random_uuid(), 'reviewer-' || n || '@example.org', 'reviewer'
    FROM generate_series(1, ${reviewers}) n`,
  Cities: `
    INSERT INTO city (id, slug, name)
    SELECT id, 'city-' || id, name FROM (SELECT id, name FROM place
      ORDER BY population DESC, id LIMIT ${size.cities}) largest
    ON CONFLICT DO NOTHING`,
  Applications: applications,
  Checklists: answers,
  Decisions: decisions,
  ...reviews,
  "Events of applications": events,
  "Quiet cities": `
    INSERT INTO city (id, slug, name)
    SELECT id, 'quiet-' || id, '${quietCityName} ' || name FROM place
    WHERE NOT EXISTS (SELECT FROM city WHERE city.id = place.id)
    ORDER BY id LIMIT ${size.quietCities}`,
};
