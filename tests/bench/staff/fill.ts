import { prisma } from "@/lib/db";
import { seed } from "@/prisma/seed";

// A coalition after a large campaign, for the measurement only: made in the database itself, the
// same each time.

const size = {
  endorsements: 1_000_000,
  applications: 10_000,
  members: 2_000,
  cities: 5_000,
  quietCities: 50,
  mails: 1_000_000,
};

/** Of places that nobody has asked yet. */
export const quietCityName = "Quiet";

/** Mail domains with how many in a thousand write from there; the rest is of many small ones. */
const domains: [string, number][] = [
  ["gmail.com", 240],
  ["outlook.com", 110],
  ["yahoo.com", 60],
  ["gmx.de", 40],
  ["bulk.example", 30],
];

/** Fills an empty, migrated database. Takes a minute or two. */
export async function fillDatabase(report: (progress: string) => void): Promise<void> {
  await seed(report);
  const run = async (what: string, ...statements: string[]) => {
    report(what);
    for (const statement of statements) await prisma.$executeRawUnsafe(statement);
  };
  await run(
    "Staff, cities, applications",
    "SELECT setseed(0.5)",
    staff,
    cities,
    applications,
    decisions,
    applicationEvents,
  );
  await run("Endorsements", await endorsements());
  await run("What is counted", tallies, milestones, endorsementEvents, members, quietCities);
  await run("Mails", mails);
  await run("Statistics", "VACUUM ANALYZE");
}

const staff = `
  INSERT INTO staff (id, email, role) SELECT gen_random_uuid(), 'reviewer-' || n || '@example.org', 'reviewer' FROM generate_series(1, 10) n`;

const cities = `
  INSERT INTO city (id, slug, name)
  SELECT id, 'city-' || id, name FROM (SELECT id, name FROM place
    ORDER BY population DESC, id LIMIT ${size.cities}) largest
  ON CONFLICT DO NOTHING`;

/** Each city has two on average; one of them may be open. */
const applications = `
  INSERT INTO application (id, reference, submission_key, state, locale, declaration_version,
    city_id, open_for_city_id, contact_name, contact_email,
    mandate_body, mandate_date, mandate_authority_title, mandate_url, consent_version,
      submitted_at, confirmed_at, closed_at)
  SELECT gen_random_uuid(), 'BENCH-' || n, gen_random_uuid(), state::application_state, 'en',
    '1.0', city_id,
    CASE WHEN state IN ('submitted', 'changes_requested') THEN city_id END,
    'Officer ' || md5(n::text), 'officer-' || n || '@' || md5(city_id::text) || '.example',
    'City council', '2026-01-01', 'Mayor', 'https://example.org/' || n, '1', at, at, CASE WHEN state IN ('approved', 'declined', 'withdrawn') THEN at END
  FROM (
    SELECT n, city.id AS city_id, now() - n * interval '1 hour' AS at,
      CASE WHEN n <= 1500 THEN 'submitted' WHEN n <= 2000 THEN 'changes_requested'
        ELSE (ARRAY['approved', 'declined', 'withdrawn'])[1 + n % 3] END AS state
    FROM generate_series(1, ${size.applications}) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS position, count(*) OVER () AS total
      FROM city) city ON city.position = 1 + n % city.total
  ) made`;

const decisions = `
  INSERT INTO decision (id, application_id, in_force_for_id, kind, staff_id, decided_at)
  SELECT gen_random_uuid(), id, id, CASE WHEN state = 'approved' THEN 'approval'
    ELSE 'decline' END::decision_kind, (SELECT id FROM staff LIMIT 1), closed_at
  FROM application WHERE state IN ('approved', 'declined')`;

const members = `
  INSERT INTO signatory (city_id, signed_on, declaration_version, application_id)
  SELECT DISTINCT ON (city_id) city_id, closed_at::date, '1.0', id FROM application
  WHERE state = 'approved' AND city_id NOT IN (SELECT city_id FROM signatory) ORDER BY city_id, closed_at LIMIT ${size.members}`;

const quietCities = `
  INSERT INTO city (id, slug, name)
  SELECT id, 'quiet-' || id, '${quietCityName} ' || name FROM place
  WHERE NOT EXISTS (SELECT FROM city WHERE city.id = place.id) ORDER BY id LIMIT ${size.quietCities}`;

const applicationEvents = `
  INSERT INTO event (kind, actor, application_id, city_id, at)
  SELECT kind, 'applicant', application.id, city_id, confirmed_at
  FROM application, unnest(ARRAY['application_submitted', 'application_confirmed',
    'application_corrected']::event_kind[]) kind
  UNION ALL SELECT CASE state WHEN 'approved' THEN 'application_approved'
    ELSE 'application_declined' END::event_kind, 'staff', id, city_id, closed_at
  FROM application WHERE state IN ('approved', 'declined')`;

/**
 * Few cities have many, most have few. Those that are held came in the last three days, and still
 * have the mark of a network.
 */
async function endorsements(): Promise<string> {
  let below = 0;
  const cases = domains
    .map(([domain, share]) => `WHEN r < ${(below += share)} THEN '${domain}'`)
    .join(" ");
  const [{ total }] = await prisma.$queryRaw<
    [{ total: number }]
  >`SELECT count(*)::int AS total FROM city`;
  return `
    INSERT INTO endorsement (id, kind, state, place_id, locale, declaration_version, address_hash,
      active_address_hash, email, name, wants_news, status_key_hash, code_hash,
      held_for, network_hash_prefix, asked_at, confirmed_at)
    SELECT gen_random_uuid(), 'asks', state::endorsement_state, city_id, 'en', '1.0', md5(n::text),
      CASE WHEN state <> 'unconfirmed' THEN md5(n::text) END,
      'resident-' || n || '@' || domain, 'A Resident', n % 3 = 0, 'key ' || n, 'code',
      CASE WHEN state = 'held' THEN ARRAY[(ARRAY['network', 'mail_domain', 'city',
        'too_fast'])[1 + n % 4]::hold_reason] ELSE '{}' END,
      CASE WHEN age < 3 THEN substr(md5((n % 400)::text), 1, 4) END,
      now() - age * interval '1 day', CASE WHEN state <> 'unconfirmed'
        THEN now() - age * interval '1 day' END
    FROM (
      SELECT n, CASE WHEN n <= 140000 THEN 'held' WHEN n <= 200000 THEN 'unconfirmed'
        ELSE 'confirmed' END AS state,
        CASE WHEN n <= 200000 THEN random() * 3 ELSE random() * 700 END AS age,
        CASE ${cases} ELSE 'town-' || (n % 20000) || '.example' END AS domain,
        city.id AS city_id
      FROM (SELECT n, (n * 7919::bigint % 1000) AS r, 1 + floor(${total} * power(random(),
        4))::int AS position FROM generate_series(1, ${size.endorsements}) n) made
      JOIN (SELECT id, row_number() OVER (ORDER BY id) AS position FROM city) city USING (position)
    ) resident`;
}

const tallies = `
  INSERT INTO endorsement_tally (city_id, kind, day, added, is_published, is_checked)
  SELECT place_id, kind, confirmed_at::date, count(*), true, true FROM endorsement WHERE state = 'confirmed' GROUP BY 1, 2, 3`;

const milestones = `
  INSERT INTO milestone (city_id, count)
  SELECT city_id, mark FROM (SELECT city_id, sum(added) AS asks FROM endorsement_tally
    GROUP BY 1) counted,
    unnest(ARRAY[10, 50, 100, 500, 1000, 2500, 5000, 10000]) mark WHERE mark <= asks`;

const endorsementEvents = `
  INSERT INTO event (kind, actor, city_id, at) SELECT 'endorsement_confirmed', 'resident', place_id, confirmed_at FROM endorsement WHERE state = 'confirmed'`;

/** Delivered ones, and a few that failed. */
const mails = `
  INSERT INTO mail (id, kind, recipient, locale, subject, created_at, sent_at, failed_at)
  SELECT gen_random_uuid(), 'endorsement_confirm', 'resident-' || n || '@example.org', 'en',
    'Confirm', at, CASE WHEN n % 25000 > 0 THEN at END, CASE WHEN n % 25000 = 0 THEN at END
  FROM (SELECT n, now() - n * interval '7 seconds' AS at FROM generate_series(1, ${size.mails}) n) made`;
