import { currentLocale } from "@/app/[locale]/locale";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function ApplyLinks({ withJoining = false }: { withJoining?: boolean }) {
  const locale = await currentLocale();
  const t = translator(locale, "joining");
  const joining = <ButtonLink href={href(locale, "/joining")}>{t("title")}</ButtonLink>;
  return (
    <p className="flex flex-wrap gap-3 py-2 print:hidden">
      {withJoining ? joining : null}
      <ButtonLink variant={withJoining ? "secondary" : "primary"} href={href(locale, "/join")}>
        {t("apply")}
      </ButtonLink>
    </p>
  );
}
