-- The first schema, with what Prisma has no word for: generated columns, partial and covering indexes,
-- checks, and triggers. From here on migrations are kept.

CREATE TYPE action_status AS ENUM (
    'in_place',
    'planned'
);

CREATE TYPE actor AS ENUM (
    'applicant',
    'staff',
    'system',
    'resident'
);

CREATE TYPE application_state AS ENUM (
    'unconfirmed',
    'submitted',
    'changes_requested',
    'approved',
    'declined',
    'withdrawn'
);

CREATE TYPE block_kind AS ENUM (
    'mail_domain',
    'network'
);

CREATE TYPE bulk_review_action AS ENUM (
    'release',
    'invalidate'
);

CREATE TYPE bulletin_kind AS ENUM (
    'milestone',
    'contacted',
    'signed',
    'on_hold',
    'resumed',
    'left'
);

CREATE TYPE checklist_area AS ENUM (
    'institutional',
    'process',
    'principle_1',
    'principle_2',
    'principle_3',
    'principle_4',
    'principle_5'
);

CREATE TYPE city_step_kind AS ENUM (
    'contacted',
    'on_hold',
    'resumed',
    'left'
);

CREATE TYPE decision_kind AS ENUM (
    'approval',
    'change_request',
    'decline'
);

CREATE TYPE decline_reason AS ENUM (
    'no_mandate',
    'not_a_city_government',
    'cannot_verify',
    'actions_missing',
    'duplicate',
    'other'
);

CREATE TYPE digest_period AS ENUM (
    'hourly',
    'daily',
    'none'
);

CREATE TYPE endorsement_kind AS ENUM (
    'asks',
    'thanks'
);

CREATE TYPE endorsement_state AS ENUM (
    'unconfirmed',
    'confirmed',
    'held'
);

CREATE TYPE event_kind AS ENUM (
    'application_handed_in',
    'application_confirmed',
    'application_corrected',
    'application_answered',
    'application_withdrawn',
    'application_expired',
    'application_evidence_ticked',
    'application_evidence_unticked',
    'application_changes_requested',
    'application_approved',
    'application_decision_shown',
    'application_decision_hidden',
    'application_declined',
    'application_reopened',
    'application_erased',
    'endorsement_confirmed',
    'endorsement_held',
    'endorsement_withdrawn',
    'endorsement_released',
    'endorsement_invalidated',
    'endorsement_restored',
    'endorsement_held_again',
    'endorsements_deleted',
    'endorsements_reviewed',
    'endorsements_review_undone',
    'endorsements_review_stopped',
    'endorsements_review_resumed',
    'block_added',
    'block_removed',
    'milestone_reached',
    'city_contacted',
    'city_on_hold',
    'city_resumed',
    'city_left',
    'city_step_taken_back',
    'signatory_added',
    'signatory_removed',
    'signatory_corrected',
    'mail_retried',
    'mail_readdressed',
    'mail_dismissed',
    'staff_added',
    'staff_removed'
);

CREATE TYPE evidence_criterion AS ENUM (
    'mandate_seen',
    'official_contact',
    'one_action_per_area'
);

CREATE TYPE hold_reason AS ENUM (
    'honeypot',
    'too_fast',
    'replayed_form',
    'network',
    'mail_domain',
    'city',
    'blocked',
    'under_attack',
    'no_proof'
);

CREATE TYPE mail_kind AS ENUM (
    'application_confirm_address',
    'application_received',
    'application_changes_requested',
    'application_approved',
    'application_declined',
    'application_reopened',
    'application_withdrawn',
    'endorsement_confirm',
    'endorsement_already_counts',
    'endorsement_reminder',
    'endorsement_milestone',
    'endorsement_contacted',
    'endorsement_signed',
    'endorsement_on_hold',
    'endorsement_resumed',
    'endorsement_left',
    'staff_sign_in',
    'staff_sign_in_known_device',
    'staff_digest'
);

CREATE TYPE rate_limit_scope AS ENUM (
    'network',
    'mail_domain',
    'big_provider',
    'city',
    'form',
    'proof',
    'guess',
    'join_network',
    'join_mailbox',
    'mail_to_mailbox',
    'mail_to_domain',
    'mail_to_provider'
);

CREATE TYPE staff_role AS ENUM (
    'reviewer',
    'administrator'
);

CREATE TYPE suppression_reason AS ENUM (
    'withdrawn',
    'not_me',
    'invalidated'
);

CREATE FUNCTION keep_endorsement_total() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  "change" integer := NEW."added" - NEW."removed";
BEGIN
  IF TG_OP = 'UPDATE' THEN "change" := "change" - (OLD."added" - OLD."removed"); END IF;
  INSERT INTO "endorsement_total" ("city_id", "kind", "count") VALUES (NEW."city_id", NEW."kind", "change")
  ON CONFLICT ("city_id", "kind") DO UPDATE SET "count" = "endorsement_total"."count" + EXCLUDED."count";
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_event_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;

CREATE TABLE application (
    id uuid NOT NULL,
    reference text NOT NULL,
    submission_key uuid NOT NULL,
    state application_state DEFAULT 'unconfirmed'::application_state NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    locale text NOT NULL,
    declaration_version text NOT NULL,
    city_id integer NOT NULL,
    open_for_city_id integer,
    contact_name text,
    contact_role text,
    contact_department text,
    contact_email text,
    mandate_body text NOT NULL,
    mandate_date date NOT NULL,
    mandate_authority_name text,
    mandate_authority_title text NOT NULL,
    mandate_url text,
    consent_version text NOT NULL,
    handed_in_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    submitted_at timestamp(3) with time zone,
    closed_at timestamp(3) with time zone,
    erased_at timestamp(3) with time zone,
    is_decision_public boolean DEFAULT false NOT NULL
);

CREATE TABLE application_link (
    token_hash text NOT NULL,
    application_id uuid NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE block (
    kind block_kind NOT NULL,
    value text NOT NULL,
    staff_id uuid NOT NULL,
    blocked_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE bulk_review (
    id uuid NOT NULL,
    action bulk_review_action NOT NULL,
    filter jsonb NOT NULL,
    count integer NOT NULL,
    staff_id uuid NOT NULL,
    ran_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    undone_at timestamp(3) with time zone,
    undone_by_id uuid,
    finished_at timestamp(3) with time zone,
    remaining integer DEFAULT 0 NOT NULL,
    settled_at timestamp(3) with time zone,
    stopped_at timestamp(3) with time zone,
    stopped_by_id uuid
);

CREATE TABLE bulk_review_entry (
    bulk_review_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    is_decided boolean DEFAULT false NOT NULL
);

CREATE TABLE bulletin (
    id uuid NOT NULL,
    city_id integer NOT NULL,
    kind bulletin_kind NOT NULL,
    about text NOT NULL,
    due_at timestamp(3) with time zone NOT NULL,
    last_reader_id uuid,
    finished_at timestamp(3) with time zone
);

CREATE TABLE checklist_answer (
    application_id uuid NOT NULL,
    area checklist_area NOT NULL,
    status action_status NOT NULL,
    description text NOT NULL,
    url text
);

CREATE TABLE city (
    id integer NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE city_step (
    id uuid NOT NULL,
    city_id integer NOT NULL,
    kind city_step_kind NOT NULL,
    note text,
    staff_id uuid NOT NULL,
    recorded_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    taken_back_at timestamp(3) with time zone,
    taken_back_by_id uuid,
    former_signatory jsonb
);

CREATE TABLE count_publication (
    id integer DEFAULT 1 NOT NULL,
    raised_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE decision (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    in_force_for_id uuid,
    kind decision_kind NOT NULL,
    reason decline_reason,
    message text,
    staff_id uuid NOT NULL,
    decided_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE endorsement (
    id uuid NOT NULL,
    kind endorsement_kind NOT NULL,
    state endorsement_state DEFAULT 'unconfirmed'::endorsement_state NOT NULL,
    place_id integer NOT NULL,
    locale text NOT NULL,
    declaration_version text NOT NULL,
    address_hash text NOT NULL,
    active_address_hash text,
    email text,
    name text,
    is_name_public boolean DEFAULT false NOT NULL,
    wants_news boolean DEFAULT false NOT NULL,
    has_stopped_mails boolean DEFAULT false NOT NULL,
    status_key_hash text NOT NULL,
    code_hash text,
    code_attempts integer DEFAULT 0 NOT NULL,
    held_for hold_reason[],
    asked_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    reminded_at timestamp(3) with time zone,
    confirmed_at timestamp(3) with time zone,
    network_hash_prefix text,
    mail_domain text GENERATED ALWAYS AS (lower("substring"(email, '@([^@]*)$'::text))) STORED
);

CREATE TABLE endorsement_link (
    token_hash text NOT NULL,
    endorsement_id uuid NOT NULL
);

CREATE TABLE endorsement_tally (
    city_id integer NOT NULL,
    kind endorsement_kind NOT NULL,
    day date NOT NULL,
    added integer DEFAULT 0 NOT NULL,
    removed integer DEFAULT 0 NOT NULL,
    is_published boolean DEFAULT false NOT NULL,
    is_checked boolean DEFAULT false NOT NULL
);

CREATE TABLE endorsement_total (
    city_id integer NOT NULL,
    kind endorsement_kind NOT NULL,
    count integer NOT NULL
);

CREATE TABLE event (
    id bigint NOT NULL,
    at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    kind event_kind NOT NULL,
    actor actor NOT NULL,
    staff_id uuid,
    application_id uuid,
    city_id integer,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL
);

CREATE SEQUENCE event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE event_id_seq OWNED BY event.id;

CREATE TABLE evidence_tick (
    application_id uuid NOT NULL,
    criterion evidence_criterion NOT NULL,
    staff_id uuid NOT NULL,
    ticked_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    note text
);

CREATE TABLE mail (
    id uuid NOT NULL,
    kind mail_kind NOT NULL,
    recipient text NOT NULL,
    locale text NOT NULL,
    subject text NOT NULL,
    text text,
    html text,
    application_id uuid,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    sent_at timestamp(3) with time zone,
    due_at timestamp(3) with time zone,
    failed_at timestamp(3) with time zone,
    endorsement_id uuid,
    unsubscribe_url text,
    dismissed_at timestamp(3) with time zone
);

CREATE TABLE milestone (
    city_id integer NOT NULL,
    count integer NOT NULL,
    reached_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE network_salt (
    day date NOT NULL,
    salt text NOT NULL
);

CREATE TABLE place (
    id integer NOT NULL,
    name text NOT NULL,
    country_code character(2) NOT NULL,
    region_name text,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    population integer NOT NULL,
    time_zone text NOT NULL
);

CREATE TABLE place_name (
    place_id integer NOT NULL,
    folded text NOT NULL,
    name text NOT NULL,
    weight integer NOT NULL,
    is_whole boolean NOT NULL
);

CREATE TABLE rate_limit_count (
    scope rate_limit_scope NOT NULL,
    key text NOT NULL,
    window_start timestamp(3) with time zone NOT NULL,
    window_minutes integer NOT NULL,
    count integer DEFAULT 1 NOT NULL
);

CREATE TABLE review_notice (
    staff_id uuid NOT NULL,
    application_id uuid NOT NULL,
    is_answer boolean NOT NULL,
    noted_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE seed_part (
    name text NOT NULL,
    loaded_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE session (
    id uuid NOT NULL,
    session_token text NOT NULL,
    user_id uuid NOT NULL,
    expires timestamp(3) with time zone NOT NULL
);

CREATE TABLE signatory (
    city_id integer NOT NULL,
    signed_on date,
    is_founder boolean DEFAULT false NOT NULL,
    declaration_version text NOT NULL,
    application_id uuid,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    residents_told_at timestamp(3) with time zone,
    announced_on date,
    CONSTRAINT signatory_is_dated CHECK (((signed_on IS NOT NULL) OR (announced_on IS NOT NULL)))
);

CREATE TABLE site_version (
    id integer DEFAULT 1 NOT NULL,
    version bigint DEFAULT 1 NOT NULL
);

CREATE TABLE staff (
    id uuid NOT NULL,
    email text NOT NULL,
    name text,
    email_verified timestamp(3) with time zone,
    image text,
    role staff_role NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    removed_at timestamp(3) with time zone,
    digest digest_period DEFAULT 'hourly'::digest_period NOT NULL,
    digested_at timestamp(3) with time zone
);

CREATE TABLE suppression (
    id uuid NOT NULL,
    address_hash text NOT NULL,
    city_id integer NOT NULL,
    kind endorsement_kind NOT NULL,
    reason suppression_reason NOT NULL,
    was_counted boolean NOT NULL,
    suppressed_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE verification_token (
    identifier text NOT NULL,
    token text NOT NULL,
    expires timestamp(3) with time zone NOT NULL
);

ALTER TABLE ONLY event ALTER COLUMN id SET DEFAULT nextval('event_id_seq'::regclass);

ALTER TABLE ONLY application_link
    ADD CONSTRAINT application_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY application
    ADD CONSTRAINT application_pkey PRIMARY KEY (id);

ALTER TABLE ONLY block
    ADD CONSTRAINT block_pkey PRIMARY KEY (kind, value);

ALTER TABLE ONLY bulk_review_entry
    ADD CONSTRAINT bulk_review_entry_pkey PRIMARY KEY (bulk_review_id, subject_id);

ALTER TABLE ONLY bulk_review
    ADD CONSTRAINT bulk_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bulletin
    ADD CONSTRAINT bulletin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY checklist_answer
    ADD CONSTRAINT checklist_answer_pkey PRIMARY KEY (application_id, area);

ALTER TABLE ONLY city
    ADD CONSTRAINT city_pkey PRIMARY KEY (id);

ALTER TABLE ONLY city_step
    ADD CONSTRAINT city_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY count_publication
    ADD CONSTRAINT count_publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY endorsement_link
    ADD CONSTRAINT endorsement_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY endorsement
    ADD CONSTRAINT endorsement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY endorsement_tally
    ADD CONSTRAINT endorsement_tally_pkey PRIMARY KEY (city_id, kind, day);

ALTER TABLE ONLY endorsement_total
    ADD CONSTRAINT endorsement_total_pkey PRIMARY KEY (city_id, kind);

ALTER TABLE ONLY event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY evidence_tick
    ADD CONSTRAINT evidence_tick_pkey PRIMARY KEY (application_id, criterion);

ALTER TABLE ONLY mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY milestone
    ADD CONSTRAINT milestone_pkey PRIMARY KEY (city_id, count);

ALTER TABLE ONLY network_salt
    ADD CONSTRAINT network_salt_pkey PRIMARY KEY (day);

ALTER TABLE ONLY place_name
    ADD CONSTRAINT place_name_pkey PRIMARY KEY (place_id, folded);

ALTER TABLE ONLY place
    ADD CONSTRAINT place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rate_limit_count
    ADD CONSTRAINT rate_limit_count_pkey PRIMARY KEY (scope, key, window_minutes, window_start);

ALTER TABLE ONLY review_notice
    ADD CONSTRAINT review_notice_pkey PRIMARY KEY (staff_id, application_id, is_answer);

ALTER TABLE ONLY seed_part
    ADD CONSTRAINT seed_part_pkey PRIMARY KEY (name);

ALTER TABLE ONLY session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY signatory
    ADD CONSTRAINT signatory_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY site_version
    ADD CONSTRAINT site_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY suppression
    ADD CONSTRAINT suppression_pkey PRIMARY KEY (id);

CREATE INDEX application_city_id_idx ON application USING btree (city_id);

CREATE INDEX application_link_application_id_idx ON application_link USING btree (application_id);

CREATE UNIQUE INDEX application_open_for_city_id_key ON application USING btree (open_for_city_id);

CREATE UNIQUE INDEX application_reference_key ON application USING btree (reference);

CREATE INDEX application_state_submitted_at_idx ON application USING btree (state, submitted_at);

CREATE UNIQUE INDEX application_submission_key_key ON application USING btree (submission_key);

CREATE INDEX bulk_review_entry_undecided_idx ON bulk_review_entry USING btree (bulk_review_id, subject_id) WHERE (NOT is_decided);

CREATE INDEX bulk_review_ran_at_idx ON bulk_review USING btree (ran_at);

CREATE UNIQUE INDEX bulletin_city_id_kind_about_key ON bulletin USING btree (city_id, kind, about);

CREATE INDEX bulletin_finished_at_due_at_idx ON bulletin USING btree (finished_at, due_at);

CREATE UNIQUE INDEX city_slug_key ON city USING btree (slug);

CREATE INDEX city_step_city_id_recorded_at_idx ON city_step USING btree (city_id, recorded_at);

CREATE INDEX decision_application_id_idx ON decision USING btree (application_id);

CREATE UNIQUE INDEX decision_in_force_for_id_key ON decision USING btree (in_force_for_id);

CREATE INDEX endorsement_address_hash_idx ON endorsement USING btree (address_hash);

CREATE INDEX endorsement_confirmed_at_idx ON endorsement USING btree (confirmed_at) INCLUDE (place_id, mail_domain, network_hash_prefix) WHERE (state = 'confirmed'::endorsement_state);

CREATE INDEX endorsement_confirmed_city_idx ON endorsement USING btree (place_id, confirmed_at) INCLUDE (mail_domain, network_hash_prefix) WHERE (state = 'confirmed'::endorsement_state);

CREATE INDEX endorsement_confirmed_domain_idx ON endorsement USING btree (mail_domain, confirmed_at) INCLUDE (place_id, network_hash_prefix) WHERE (state = 'confirmed'::endorsement_state);

CREATE INDEX endorsement_held_idx ON endorsement USING btree (confirmed_at, id) INCLUDE (place_id, mail_domain, network_hash_prefix, held_for) WHERE (state = 'held'::endorsement_state);

CREATE INDEX endorsement_link_endorsement_id_idx ON endorsement_link USING btree (endorsement_id);

CREATE INDEX endorsement_network_hash_prefix_idx ON endorsement USING btree (network_hash_prefix, state, confirmed_at) INCLUDE (place_id, mail_domain) WHERE (network_hash_prefix IS NOT NULL);

CREATE UNIQUE INDEX endorsement_place_id_kind_active_address_hash_key ON endorsement USING btree (place_id, kind, active_address_hash);

CREATE INDEX endorsement_place_id_state_idx ON endorsement USING btree (place_id, state);

CREATE INDEX endorsement_state_asked_at_idx ON endorsement USING btree (state, asked_at);

CREATE UNIQUE INDEX endorsement_status_key_hash_key ON endorsement USING btree (status_key_hash);

CREATE INDEX endorsement_tally_unchecked_idx ON endorsement_tally USING btree (city_id, day) WHERE ((NOT is_checked) AND (kind = 'asks'::endorsement_kind));

CREATE INDEX endorsement_tally_unpublished_idx ON endorsement_tally USING btree (city_id) WHERE (NOT is_published);

CREATE INDEX event_application_id_id_idx ON event USING btree (application_id, id);

CREATE INDEX event_city_id_id_idx ON event USING btree (city_id, id);

CREATE INDEX mail_application_id_idx ON mail USING btree (application_id);

CREATE INDEX mail_created_at_idx ON mail USING btree (created_at);

CREATE INDEX mail_due_at_idx ON mail USING btree (due_at);

CREATE INDEX mail_endorsement_id_idx ON mail USING btree (endorsement_id);

CREATE INDEX mail_failed_idx ON mail USING btree (failed_at) WHERE ((failed_at IS NOT NULL) AND (dismissed_at IS NULL));

CREATE INDEX milestone_reached_at_idx ON milestone USING btree (reached_at);

CREATE INDEX place_name_folded_idx ON place_name USING btree (folded text_pattern_ops);

CREATE INDEX place_name_weighty_idx ON place_name USING btree (folded text_pattern_ops) WHERE (weight >= 100000);

CREATE INDEX rate_limit_count_window_start_idx ON rate_limit_count USING btree (window_start);

CREATE INDEX review_notice_application_id_idx ON review_notice USING btree (application_id);

CREATE UNIQUE INDEX session_session_token_key ON session USING btree (session_token);

CREATE UNIQUE INDEX signatory_application_id_key ON signatory USING btree (application_id);

CREATE INDEX signatory_untold_idx ON signatory USING btree (city_id) WHERE (residents_told_at IS NULL);

CREATE UNIQUE INDEX staff_email_key ON staff USING btree (email);

CREATE UNIQUE INDEX suppression_address_hash_city_id_kind_key ON suppression USING btree (address_hash, city_id, kind);

CREATE UNIQUE INDEX verification_token_identifier_token_key ON verification_token USING btree (identifier, token);

CREATE UNIQUE INDEX verification_token_token_key ON verification_token USING btree (token);

CREATE TRIGGER endorsement_total_is_kept AFTER INSERT OR UPDATE OF added, removed ON endorsement_tally FOR EACH ROW EXECUTE FUNCTION keep_endorsement_total();

CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

ALTER TABLE ONLY application
    ADD CONSTRAINT application_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY application_link
    ADD CONSTRAINT application_link_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY block
    ADD CONSTRAINT block_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY bulk_review_entry
    ADD CONSTRAINT bulk_review_entry_bulk_review_id_fkey FOREIGN KEY (bulk_review_id) REFERENCES bulk_review(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY bulk_review
    ADD CONSTRAINT bulk_review_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY bulk_review
    ADD CONSTRAINT bulk_review_stopped_by_id_fkey FOREIGN KEY (stopped_by_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY bulk_review
    ADD CONSTRAINT bulk_review_undone_by_id_fkey FOREIGN KEY (undone_by_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY bulletin
    ADD CONSTRAINT bulletin_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY checklist_answer
    ADD CONSTRAINT checklist_answer_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY city
    ADD CONSTRAINT city_id_fkey FOREIGN KEY (id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY city_step
    ADD CONSTRAINT city_step_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY city_step
    ADD CONSTRAINT city_step_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY city_step
    ADD CONSTRAINT city_step_taken_back_by_id_fkey FOREIGN KEY (taken_back_by_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY endorsement_link
    ADD CONSTRAINT endorsement_link_endorsement_id_fkey FOREIGN KEY (endorsement_id) REFERENCES endorsement(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY endorsement
    ADD CONSTRAINT endorsement_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY endorsement_tally
    ADD CONSTRAINT endorsement_tally_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY endorsement_total
    ADD CONSTRAINT endorsement_total_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY evidence_tick
    ADD CONSTRAINT evidence_tick_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY evidence_tick
    ADD CONSTRAINT evidence_tick_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY milestone
    ADD CONSTRAINT milestone_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY place_name
    ADD CONSTRAINT place_name_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY review_notice
    ADD CONSTRAINT review_notice_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY review_notice
    ADD CONSTRAINT review_notice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY signatory
    ADD CONSTRAINT signatory_application_id_fkey FOREIGN KEY (application_id) REFERENCES application(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY signatory
    ADD CONSTRAINT signatory_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(id) ON UPDATE CASCADE ON DELETE RESTRICT;
