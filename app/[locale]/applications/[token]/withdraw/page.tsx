import { redirect } from "next/navigation";
import { withdraw } from "@/app/[locale]/applications/[token]/actions";
import {
  getApplication,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/applications/[token]/application";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { currentLocale } from "@/app/[locale]/locale";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { translator } from "@/lib/i18n/translator";

export const generateMetadata = (props: TokenParams) =>
  secretPageMetadata(props, (t, { city }) => t("withdraw.title", { city: city.name }));

/** Says what withdrawing does. Only the button does it: a link that is opened withdraws nothing. */
export default async function WithdrawPage({ params }: TokenParams) {
  const { token } = await params;
  const locale = await currentLocale();
  const { state, city } = await getApplication(token);
  if (state === "approved" || state === "declined" || state === "withdrawn")
    redirect(statusHref(locale, token));

  const t = translator(locale, "status.withdraw");
  return (
    <>
      <PageHeader title={t("title", { city: city.name })} />
      <p>{t("happens")}</p>
      <ul className="mt-2 mb-8 max-w-2xl list-disc space-y-1 ps-5">
        <li>{t("review")}</li>
        <li>{t("erased")}</li>
        <li>{t("mail")}</li>
        <li>{t("free", { city: city.name })}</li>
        <li>{t("final")}</li>
      </ul>
      <form action={withdraw} className="flex flex-wrap gap-3">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <Button variant="danger">{t("withdraw")}</Button>
        <ButtonLink href={statusHref(locale, token)} variant="secondary">
          {t("keep")}
        </ButtonLink>
      </form>
    </>
  );
}
