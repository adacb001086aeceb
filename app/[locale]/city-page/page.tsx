import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requestLink } from "@/app/[locale]/city-page/actions";
import { currentLocale } from "@/app/[locale]/locale";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { maxContactLength } from "@/lib/cities/contacts/schema";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { pageLinkHours } from "@/lib/members/page/proposal-days";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), "cityPageLink");
  return { title: t("title"), description: t("description") };
}

type Props = { searchParams: Promise<{ done?: string }> };

/** Where a contact of a member city asks for the link to propose changes to its page. */
export default async function CityPageLinkPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const { done } = await searchParams;
  const t = translator(locale, "cityPageLink");
  const contact = (chunks: ReactNode) => <a href={href(locale, "/contact")}>{chunks}</a>;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="space-y-8">
        {done === "sent" ? (
          <Notice variant="success" role="status">
            <p>{t("sent", { hours: pageLinkHours })}</p>
          </Notice>
        ) : null}
        {done === "tooMany" ? (
          <Notice variant="warning" role="alert">
            <p>{t("tooMany")}</p>
          </Notice>
        ) : null}
        <form action={requestLink} className="space-y-5">
          <input type="hidden" name="locale" value={locale} />
          <TextField
            name="email"
            label={t("email")}
            hint={t("emailHint")}
            error={done === "invalid" ? t("invalid") : undefined}
            type="email"
            required
            maxLength={maxContactLength.email}
            autoComplete="email"
            spellCheck={false}
          />
          <Button>{t("send")}</Button>
        </form>
        <p>{t.rich("notContact", { contact })}</p>
      </div>
    </>
  );
}
