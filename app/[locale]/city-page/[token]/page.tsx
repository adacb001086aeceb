import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProposalForm } from "@/app/[locale]/city-page/[token]/proposal-form";
import { currentLocale } from "@/app/[locale]/locale";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { areasInOrder } from "@/lib/actions/areas";
import { href } from "@/lib/i18n/href";
import { messagesOf, translator } from "@/lib/i18n/translator";
import { beginProposal } from "@/lib/members/page/proposal-form";
import { findPageByToken } from "@/lib/members/page/proposal-queries";
import { ActionStatus } from "@/prisma/generated/enums";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** The page and its metadata ask for the same city. */
const getPage = cache(async (token: string) => (await findPageByToken(token)) ?? notFound());

/** The address is a secret: see the pages of applications. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await currentLocale(), "cityPageForm");
  const { city } = await getPage((await params).token);
  return {
    title: t("metaTitle", { city: city.name }),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** Where a contact of a member city proposes what its page should say. */
export default async function ProposalPage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const page = await getPage(token);
  const { done } = await searchParams;
  const t = translator(locale, "cityPageForm");
  const areas = translator(locale, "actions.areas");
  const statuses = translator(locale, "actions.statuses");
  return (
    <>
      <PageHeader title={t("title", { city: page.city.name })} lead={t("lead")} />
      {done === "sent" ? (
        <Notice variant="success" role="status">
          <p>{t("sent")}</p>
          <p>
            <a href={href(locale, `/cities/${page.city.slug}`)}>
              {t("public", { city: page.city.name })}
            </a>
          </p>
        </Notice>
      ) : (
        <ProposalForm
          locale={locale}
          token={token}
          texts={messagesOf(locale).cityPageForm}
          areas={areasInOrder.map((area) => ({ value: area, label: areas(area) }))}
          statuses={Object.values(ActionStatus).map((status) => ({
            value: status,
            label: statuses(status),
          }))}
          initial={beginProposal(page, locale)}
        />
      )}
    </>
  );
}
