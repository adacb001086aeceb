-- CreateTable
CREATE TABLE "mail_tally" (
    "day" DATE NOT NULL,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "given_up" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_tally_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- From this day on emails are counted: older ones have partly been deleted.
INSERT INTO "mail_tally" ("day") VALUES ((now() AT TIME ZONE 'UTC')::date);
