import type { Metadata } from "next";
import { Panel } from "@/app/admin/panel";
import { create } from "@/app/admin/texts/actions";
import { StandardTextForm } from "@/components/review/standard-texts/standard-text-form";
import { StandardTextList } from "@/components/review/standard-texts/standard-text-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { listStandardTexts } from "@/lib/applications/standard-texts/queries";
import { requirePermission } from "@/lib/auth";
import { locales, nameOfLocale } from "@/lib/i18n/locales";

export const metadata: Metadata = { title: "Standard texts" };

type Props = { searchParams: Promise<{ done?: string; problem?: string; at?: string }> };

export default async function TextsPage({ searchParams }: Props) {
  const staff = await requirePermission("editTexts");
  const [texts, { done, problem, at }] = await Promise.all([listStandardTexts(), searchParams]);
  return (
    <Panel staff={staff} section={{ name: "texts", current: "page" }}>
      <PageTitle>Standard texts</PageTitle>
      <p className="mb-4 max-w-3xl text-ink-soft">
        Reviewers choose them when they ask for changes or decline. They can change what was put in,
        and see the email before it goes out.
      </p>
      {done === "created" ? (
        <div className="mb-4">
          <Notice variant="success" role="status">
            <p>Added. Reviewers can choose it now.</p>
          </Notice>
        </div>
      ) : null}
      {problem ? (
        <div className="mb-4">
          <Notice variant="warning" role="alert">
            <p>There is no such text.</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-2">
        <section aria-labelledby="all" className="min-w-0">
          <SectionTitle id="all">Texts</SectionTitle>
          <StandardTextList texts={texts} />
        </section>
        <section aria-labelledby="new" className="min-w-0 max-lg:mt-8">
          <SectionTitle id="new">New text</SectionTitle>
          <StandardTextForm
            key={at}
            action={create}
            languages={locales.map((value) => ({ value, label: nameOfLocale(value) }))}
          />
        </section>
      </div>
    </Panel>
  );
}
