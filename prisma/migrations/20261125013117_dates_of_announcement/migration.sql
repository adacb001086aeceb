-- AlterTable
ALTER TABLE "signatory" ADD COLUMN     "announced_on" DATE,
ALTER COLUMN "signed_on" DROP NOT NULL;

-- The cities of 28 March 2019 were announced on that day: when each of them signed is not known.
UPDATE "signatory" SET "announced_on" = "signed_on", "signed_on" = NULL
WHERE "application_id" IS NULL AND "signed_on" = '2019-03-28';

-- The cities of 2018 and 2019 signed the five principles, not this site's longer text of 2026.
UPDATE "signatory" SET "declaration_version" = '2018'
WHERE "application_id" IS NULL AND "declaration_version" = '1.0';

-- The same for those that have left, and may be put back.
UPDATE "city_step" SET "former_signatory" = "former_signatory" || '{ "announcedOn": null }'
WHERE "former_signatory" IS NOT NULL;

UPDATE "city_step" SET "former_signatory" = "former_signatory" || '{ "declarationVersion": "2018" }'
WHERE "former_signatory" ->> 'applicationId' IS NULL AND "former_signatory" ->> 'declarationVersion' = '1.0';

UPDATE "city_step"
SET "former_signatory" = "former_signatory" || jsonb_build_object('announcedOn', "former_signatory" ->> 'signedOn', 'signedOn', NULL)
WHERE "former_signatory" ->> 'applicationId' IS NULL AND "former_signatory" ->> 'signedOn' LIKE '2019-03-28%';

-- One of the two days is known.
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_is_dated" CHECK ("signed_on" IS NOT NULL OR "announced_on" IS NOT NULL);
