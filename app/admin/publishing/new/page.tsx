import type { Metadata } from "next";
import { z } from "zod";
import { Panel } from "@/app/admin/panel";
import { create, draw } from "@/app/admin/publishing/actions";
import { requirePermission } from "@/lib/auth";
import { languageChoices, timeZones } from "@/app/admin/publishing/form-choices";
import { PublicationForm } from "@/components/publishing/publication-form";
import { writeLabels } from "@/components/publishing/publication-labels";
import { PageTitle } from "@/components/staff-ui/page-title";
import { defaultLocale } from "@/lib/i18n/locales";
import { PublicationKind } from "@/prisma/generated/enums";

export const metadata: Metadata = { title: "New publication" };

const kindSchema = z.enum(PublicationKind).catch("news");

type Props = { searchParams: Promise<{ kind?: string }> };

export default async function NewPublicationPage({ searchParams }: Props) {
  const staff = await requirePermission("publish");
  const kind = kindSchema.parse((await searchParams).kind);
  return (
    <Panel staff={staff} section={{ name: "publishing", current: "true" }}>
      <PageTitle>{writeLabels[kind]}</PageTitle>
      <p className="mb-4 text-ink-soft">
        It is a draft until you publish it. Pictures and further languages are added to a saved
        draft.
      </p>
      <PublicationForm
        edited={{
          kind,
          id: null,
          seen: 0,
          state: "new",
          languages: languageChoices(),
          timeZones: timeZones(kind),
          pictures: [],
        }}
        values={{ locale: defaultLocale }}
        action={create}
        draw={draw}
      />
    </Panel>
  );
}
