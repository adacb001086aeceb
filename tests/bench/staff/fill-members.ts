import { reviewer, type Statements } from "@/tests/bench/staff/statements";

const size = { members: 2_000, publications: 500 };

export const memberStatements: Statements = {
  Members: `
    INSERT INTO signatory (city_id, signed_on, declaration_version, application_id)
    SELECT DISTINCT ON (city_id) city_id, closed_at::date, '1.0', id FROM application
    WHERE state = 'approved' AND city_id NOT IN (SELECT city_id FROM signatory)
    ORDER BY city_id, closed_at
    LIMIT ${size.members} - (SELECT count(*) FROM signatory)`,
  Contacts: `
    INSERT INTO member_contact (id, city_id, kind, name, role, email, locale)
    SELECT gen_random_uuid(), city_id, kind, 'Officer ' || md5(city_id::text), 'Adviser',
      kind || '@' || md5(city_id::text) || '.example', 'en'
    FROM signatory, unnest(ARRAY['political', 'technical']::contact_kind[]) kind
    WHERE city_id % 10 > 0`,
  "Yearly confirmations": `
    INSERT INTO reconfirmation (id, city_id, open_for_city_id, asked_at, due_at)
    SELECT gen_random_uuid(), city_id, CASE WHEN city_id % 7 = 0 THEN city_id END,
      now() - interval '10 days', now() + interval '20 days'
    FROM signatory WHERE city_id % 3 = 0 OR city_id % 7 = 0`,
  "City pages": `
    INSERT INTO city_page (city_id, number, content)
    SELECT city_id, 3, '{"website": null, "summary": null, "actions": []}' FROM signatory WHERE city_id % 2 = 0`,
  "Their versions": `
    INSERT INTO city_page_version (city_id, number, content, staff_id)
    SELECT city_id, n, content, ${reviewer("n")} FROM city_page, generate_series(1, 3) n`,
  Proposals: `
    INSERT INTO page_proposal (id, city_id, contact_id, changes)
    SELECT gen_random_uuid(), city_id, id, '[]' FROM member_contact
    WHERE kind = 'technical' AND city_id % 50 = 7`,
  "Events of members": `
    INSERT INTO event (kind, actor, staff_id, city_id, at)
    SELECT kind, 'staff', ${reviewer("city_id")}, city_id, now() - n * interval '20 days'
    FROM signatory, unnest(ARRAY['signatory_added', 'member_contact_changed',
      'member_contact_added', 'member_page_edited']::event_kind[]) WITH ORDINALITY made (kind, n)`,
  Publications: `
    INSERT INTO publication (id, kind, slug, state, published_at, shown_at)
    SELECT gen_random_uuid(), 'news', 'article-' || n,
      (CASE WHEN n % 20 = 0 THEN 'in_review' ELSE 'published' END)::publication_state,
      CASE WHEN n % 20 > 0 THEN now() - n * interval '1 day' END,
      CASE WHEN n % 20 > 0 THEN now() - n * interval '1 day' END
    FROM generate_series(1, ${size.publications}) n`,
  "Their texts": `
    INSERT INTO publication_version (id, publication_id, locale, number, title, description, body,
      staff_id, published_at)
    SELECT gen_random_uuid(), publication.id, 'en', n, 'Article ' || slug, 'A handbook.',
      repeat('Cities tell what they do. ', 80), ${reviewer("n")}, published_at
    FROM publication, generate_series(1, 5) n`,
  "The last of them": `
    INSERT INTO publication_text (publication_id, locale, latest_id, public_id)
    SELECT publication_id, locale, version.id,
      CASE state WHEN 'published' THEN version.id END
    FROM publication_version version JOIN publication ON publication.id = publication_id
    WHERE number = 5`,
};
