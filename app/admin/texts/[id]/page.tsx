import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Panel } from "@/app/admin/panel";
import { putBack, retire, save } from "@/app/admin/texts/actions";
import { messageFor } from "@/components/staff-ui/message-for";
import { nameTextKind } from "@/components/review/labels";
import { StandardTextForm } from "@/components/review/standard-texts/standard-text-form";
import { StandardTextHistory } from "@/components/review/standard-texts/standard-text-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Notice } from "@/components/ui/notice";
import { findStandardText } from "@/lib/applications/standard-texts/queries";
import { requirePermission } from "@/lib/auth";
import { nameOfLocale, toLocale } from "@/lib/i18n/locales";

export const metadata: Metadata = { title: "Standard text" };

const outcomes: Readonly<Record<string, string>> = {
  saved: "Saved. Whoever chooses the text from now on gets it so.",
  retired: "Nobody is offered the text any more.",
  restored: "Reviewers can choose the text again.",
};

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; problem?: string; at?: string }>;
};

export default async function TextPage({ params, searchParams }: Props) {
  const staff = await requirePermission("editTexts");
  const [{ id }, { done = "", problem, at }] = await Promise.all([params, searchParams]);
  const text = (await findStandardText(id)) ?? redirect("/admin/texts?problem=no_text");
  const { title = "", body = "" } = text.versions[0] ?? {};
  return (
    <Panel staff={staff} section={{ name: "texts", current: "true" }}>
      <PageTitle>{title}</PageTitle>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-ink-soft">
          {nameTextKind(text)}, {nameOfLocale(toLocale(text.locale))}.{" "}
          {text.retiredAt ? "Not offered to reviewers." : null}
        </p>
        <form action={retire}>
          <input type="hidden" name="id" value={id} />
          <SmallButton name="retire" value={text.retiredAt ? "no" : "yes"}>
            {text.retiredAt ? "Offer it again" : "Offer it no more"}
          </SmallButton>
        </form>
      </div>
      {messageFor(outcomes, done) ? (
        <div className="mb-4">
          <Notice variant="success" role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        </div>
      ) : null}
      {problem ? (
        <div className="mb-4">
          <Notice variant="warning" role="alert">
            <p>Nothing was put back: a colleague has changed the text since.</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-2">
        <section aria-labelledby="change" className="min-w-0">
          <SectionTitle id="change">Change the text</SectionTitle>
          <StandardTextForm
            key={at}
            action={save}
            id={id}
            version={text.version}
            values={{ title, body }}
          />
        </section>
        <section aria-labelledby="history" className="min-w-0 max-lg:mt-8">
          <SectionTitle id="history">History</SectionTitle>
          <StandardTextHistory text={text} putBack={putBack} />
        </section>
      </div>
    </Panel>
  );
}
