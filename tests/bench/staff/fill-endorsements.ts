import { reviewer, type Statements } from "@/tests/bench/staff/statements";

const size = {
  endorsements: 1_000_000,
  held: 140_000,
  unconfirmed: 60_000,
  /** Of each of the three cities that most residents ask. */
  ofLargest: 140_000,
  mails: 1_000_000,
};

const days = 700;

/** Mail domains with how many in a thousand write from there; the rest is of many small ones. */
const domains: [string, number][] = [
  ["gmail.com", 240],
  ["outlook.com", 110],
  ["yahoo.com", 60],
  ["gmx.de", 40],
  ["bulk.example", 30],
];

function domainOf(share: string): string {
  let below = 0;
  const cases = domains.map(
    ([domain, perThousand]) => `WHEN ${share} < ${(below += perThousand)} THEN '${domain}'`,
  );
  return `CASE ${cases.join(" ")} ELSE 'town-' || (n % 20000) || '.example' END`;
}

/**
 * Few cities have many, most have few, from all over the world. Those that are held came in the
 * last three days, and still have the mark of a network.
 */
const endorsements = `
  INSERT INTO endorsement (id, kind, state, place_id, locale, declaration_version, address_hash,
    active_address_hash, email, name, wants_news, status_key_hash, code_hash,
    held_for, network_hash_prefix, asked_at, confirmed_at)
  SELECT gen_random_uuid(), kind, state::endorsement_state, city_id, 'en', '1.0', md5(n::text),
    CASE WHEN state <> 'unconfirmed' THEN md5(n::text) END,
    'resident-' || n || '@' || domain, 'A Resident', n % 3 = 0, 'key ' || n, 'code',
    CASE WHEN state = 'held' THEN ARRAY[(ARRAY['network', 'mail_domain', 'city',
      'too_fast'])[1 + n % 4]::hold_reason] ELSE '{}' END,
    CASE WHEN age < 3 THEN substr(md5((n % 400)::text), 1, 4) END,
    now() - age * interval '1 day',
    CASE WHEN state <> 'unconfirmed' THEN now() - age * interval '1 day' END
  FROM (
    SELECT n, kind, city_id, ${domainOf("share")} AS domain,
      CASE WHEN order_of_state < ${size.held} THEN 'held'
        WHEN order_of_state < ${size.held + size.unconfirmed} THEN 'unconfirmed'
        ELSE 'confirmed' END AS state,
      CASE WHEN order_of_state < ${size.held + size.unconfirmed} THEN random() * 3
        ELSE random() * ${days} END AS age
    FROM (
      SELECT n, n * 7919::bigint % 1000 AS share,
        n * 7::bigint % ${size.endorsements} AS order_of_state,
        CASE WHEN n < ${3 * size.ofLargest} THEN 1 + n % 3
          ELSE 1 + floor((SELECT count(*) FROM city) * power(random(), 4))::int END AS position
      FROM generate_series(0, ${size.endorsements} - 1) n
    ) made
    JOIN (
      SELECT city.id AS city_id,
        CASE WHEN signatory IS NULL THEN 'asks' ELSE 'thanks' END::endorsement_kind AS kind,
        row_number() OVER (ORDER BY signatory IS NOT NULL AND city.id % 5 > 0, md5(city.id::text))
          AS position
      FROM city LEFT JOIN signatory ON signatory.city_id = city.id
    ) city USING (position)
  ) resident`;

/** Delivered ones, and a few that failed. */
const mails = `
  INSERT INTO mail (id, kind, recipient, locale, subject, created_at, sent_at, failed_at)
  SELECT gen_random_uuid(), 'endorsement_confirm', 'resident-' || n || '@example.org', 'en',
    'Confirm', at, CASE WHEN n % 25000 > 0 THEN at END, CASE WHEN n % 25000 = 0 THEN at END
  FROM (SELECT n, now() - n * interval '7 seconds' AS at
    FROM generate_series(1, ${size.mails}) n) made`;

export const endorsementStatements: Statements = {
  Endorsements: endorsements,
  "What is counted by day": `
    INSERT INTO endorsement_tally (city_id, kind, day, added, is_published, is_checked)
    SELECT place_id, kind, confirmed_at::date, count(*), true, true FROM endorsement
    WHERE state = 'confirmed' GROUP BY 1, 2, 3`,
  "What is counted": `
    INSERT INTO endorsement_total (city_id, kind, count)
    SELECT city_id, kind, sum(added) FROM endorsement_tally GROUP BY 1, 2`,
  Milestones: `
    INSERT INTO milestone (city_id, count, reached_at)
    SELECT city_id, mark, now() - mark % 97 * interval '1 day' FROM endorsement_total,
      unnest(ARRAY[10, 50, 100, 500, 1000, 2500, 5000, 10000]) mark
    WHERE kind = 'asks' AND mark <= endorsement_total.count`,
  Steps: `
    INSERT INTO city_step (id, city_id, kind, note, staff_id, recorded_at)
    SELECT gen_random_uuid(), city_id, 'contacted', 'Telephoned.', ${reviewer("city_id")},
      now() - city_id % 97 * interval '1 day'
    FROM milestone WHERE milestone.count = 100 AND city_id % 2 = 0`,
  "Events of endorsements": `
    INSERT INTO event (kind, actor, city_id, at)
    SELECT 'endorsement_confirmed', 'resident', place_id, confirmed_at FROM endorsement
    WHERE state = 'confirmed' ORDER BY confirmed_at`,
  Emails: mails,
};
