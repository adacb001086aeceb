import { redirect } from "next/navigation";
import { AppealForm } from "@/app/[locale]/applications/[token]/appeal/appeal-form";
import {
  getApplication,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/applications/[token]/application";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { currentLocale } from "@/app/[locale]/locale";
import { PageHeader } from "@/components/ui/page-header";
import { appealableUntil } from "@/lib/applications/second-look/appeal-period";
import { maxAppealLength } from "@/lib/applications/second-look/appeal-schema";
import { messagesOf, translator } from "@/lib/i18n/translator";
import { readSettings } from "@/lib/settings/queries";

export const generateMetadata = async (props: TokenParams) => {
  const t = translator(await currentLocale(), "secondLook.page");
  return secretPageMetadata(props, (_, { city }) => t("title", { city: city.name }));
};

/** Only the button asks: a link that is opened asks for nothing. */
export default async function AppealPage({ params }: TokenParams) {
  const { token } = await params;
  const locale = await currentLocale();
  const { state, city, decisions, erasedAt } = await getApplication(token);
  const decision = decisions[0];
  const isPossible =
    state === "declined" &&
    decision?.appeal === null &&
    erasedAt === null &&
    new Date() <= appealableUntil(decision.decidedAt, await readSettings());
  if (!isPossible) redirect(statusHref(locale, token));

  const t = translator(locale, "secondLook.page");
  const errors = translator(locale, "secondLook.errors");
  return (
    <>
      <PageHeader title={t("title", { city: city.name })} lead={t("lead")} />
      <AppealForm
        locale={locale}
        token={token}
        texts={{
          label: t("label"),
          hint: t("hint", { most: maxAppealLength }),
          send: t("send"),
          summary: messagesOf(locale).errors.summaryTitle,
          errors: {
            missing: errors("missing"),
            tooLong: errors("tooLong", { most: maxAppealLength }),
            unreadable: errors("unreadable"),
          },
        }}
      />
      <p className="mt-8">
        <a href={statusHref(locale, token)} className="inline-block py-1">
          {t("back")}
        </a>
      </p>
    </>
  );
}
