-- CreateTable
CREATE TABLE "site_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "site_version_pkey" PRIMARY KEY ("id")
);
