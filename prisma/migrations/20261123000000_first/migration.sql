-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('unconfirmed', 'submitted', 'changes_requested', 'approved', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "checklist_area" AS ENUM ('institutional', 'process', 'principle_1', 'principle_2', 'principle_3', 'principle_4', 'principle_5');

-- CreateEnum
CREATE TYPE "action_status" AS ENUM ('in_place', 'planned');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('approval', 'change_request', 'decline');

-- CreateEnum
CREATE TYPE "decline_reason" AS ENUM ('no_mandate', 'not_a_city_government', 'cannot_verify', 'actions_missing', 'duplicate', 'other');

-- CreateEnum
CREATE TYPE "evidence_criterion" AS ENUM ('mandate_seen', 'official_contact', 'one_action_per_area');

-- CreateEnum
CREATE TYPE "actor" AS ENUM ('applicant', 'staff', 'system');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('reviewer', 'administrator');

-- CreateTable
CREATE TABLE "place" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country_code" CHAR(2) NOT NULL,
    "region_name" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "population" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_name" (
    "place_id" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "population" INTEGER NOT NULL,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("place_id","folded")
);

-- CreateTable
CREATE TABLE "city" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "city_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory" (
    "city_id" INTEGER NOT NULL,
    "signed_on" DATE NOT NULL,
    "is_founder" BOOLEAN NOT NULL DEFAULT false,
    "declaration_version" TEXT NOT NULL,
    "application_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signatory_pkey" PRIMARY KEY ("city_id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_key" UUID NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'unconfirmed',
    "version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL,
    "declaration_version" TEXT NOT NULL,
    "city_id" INTEGER NOT NULL,
    "open_for_city_id" INTEGER,
    "contact_name" TEXT,
    "contact_role" TEXT,
    "contact_department" TEXT,
    "contact_email" TEXT,
    "mandate_body" TEXT NOT NULL,
    "mandate_date" DATE NOT NULL,
    "mandate_authority_name" TEXT,
    "mandate_authority_title" TEXT NOT NULL,
    "mandate_url" TEXT,
    "consent_version" TEXT NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_answer" (
    "application_id" UUID NOT NULL,
    "area" "checklist_area" NOT NULL,
    "status" "action_status" NOT NULL,
    "description" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "checklist_answer_pkey" PRIMARY KEY ("application_id","area")
);

-- CreateTable
CREATE TABLE "application_link" (
    "token_hash" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "in_force_for_id" UUID,
    "kind" "decision_kind" NOT NULL,
    "reason" "decline_reason",
    "message" TEXT,
    "staff_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_tick" (
    "application_id" UUID NOT NULL,
    "criterion" "evidence_criterion" NOT NULL,
    "staff_id" UUID NOT NULL,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_tick_pkey" PRIMARY KEY ("application_id","criterion")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actor" "actor" NOT NULL,
    "staff_id" UUID,
    "application_id" UUID,
    "city_id" INTEGER,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "role" "staff_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "html" TEXT,
    "application_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seed_part" (
    "name" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seed_part_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "city_slug_key" ON "city"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_application_id_key" ON "signatory"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_reference_key" ON "application"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "application_submission_key_key" ON "application"("submission_key");

-- CreateIndex
CREATE UNIQUE INDEX "application_open_for_city_id_key" ON "application"("open_for_city_id");

-- CreateIndex
CREATE INDEX "application_state_submitted_at_idx" ON "application"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "application_city_id_idx" ON "application"("city_id");

-- CreateIndex
CREATE INDEX "application_link_application_id_idx" ON "application_link"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_in_force_for_id_key" ON "decision"("in_force_for_id");

-- CreateIndex
CREATE INDEX "decision_application_id_idx" ON "decision"("application_id");

-- CreateIndex
CREATE INDEX "event_application_id_id_idx" ON "event"("application_id", "id");

-- CreateIndex
CREATE INDEX "event_city_id_id_idx" ON "event"("city_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_identifier_token_key" ON "verification_token"("identifier", "token");

-- CreateIndex
CREATE INDEX "mail_application_id_idx" ON "mail"("application_id");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- AddForeignKey
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city" ADD CONSTRAINT "city_id_fkey" FOREIGN KEY ("id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_answer" ADD CONSTRAINT "checklist_answer_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_link" ADD CONSTRAINT "application_link_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_tick" ADD CONSTRAINT "evidence_tick_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_tick" ADD CONSTRAINT "evidence_tick_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Events are append-only: what happened stays written.
CREATE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;

CREATE TRIGGER "event_is_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_event_change"();
