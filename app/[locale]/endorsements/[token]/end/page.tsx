import type { Metadata } from "next";
import {
  cityNameOf,
  getEndorsement,
  secretPageMetadata,
  type TokenParams,
} from "@/app/[locale]/endorsements/[token]/endorsement";
import { currentLocale } from "@/app/[locale]/locale";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { endorsementHref } from "@/lib/endorsements/addresses";
import { endings } from "@/lib/endorsements/choices";
import { endorsementRetentionDays } from "@/lib/endorsements/retention/retention-periods";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(props: TokenParams): Promise<Metadata> {
  const { token } = await props.params;
  const endorsement = await getEndorsement(token);
  const t = translator(await currentLocale(), "endorseEnd");
  return {
    ...(await secretPageMetadata(props)),
    title: t("title", { city: cityNameOf(endorsement), kind: endorsement.kind }),
  };
}

/**
 * Says what each way of ending does. Only its button does it: a link that is opened ends nothing.
 */
export default async function EndPage({ params }: TokenParams) {
  const { token } = await params;
  const locale = await currentLocale();
  const endorsement = await getEndorsement(token);
  const t = translator(locale, "endorseEnd");
  return (
    <>
      <PageHeader
        title={t("title", { city: cityNameOf(endorsement), kind: endorsement.kind })}
        lead={t("lead")}
      />
      <form method="post" className="max-w-2xl space-y-8">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        {endings.map((ending) => (
          <section key={ending} aria-labelledby={ending} className="border-t border-line-soft pt-5">
            <h2 id={ending}>{t(`${ending}Title`)}</h2>
            <p className="mt-2 mb-4">
              {t(ending, { years: endorsementRetentionDays.suppression / 365 })}
            </p>
            <Button variant="danger" name="ending" value={ending}>
              {t(`${ending}Button`)}
            </Button>
          </section>
        ))}
        <p className="border-t border-line-soft pt-6">
          <ButtonLink href={endorsementHref(locale, token)} variant="secondary">
            {t("keep")}
          </ButtonLink>
        </p>
      </form>
    </>
  );
}
