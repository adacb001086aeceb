import { ActionSummaries } from "@/components/actions/action-summaries";
import { filterPath } from "@/lib/actions/filter-path";
import { listActions } from "@/lib/actions/queries";
import { variedFirst } from "@/lib/actions/varied-first";
import { listChecklist } from "@/lib/content/checklist";
import type { Principle } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const shown = 3;

type Props = { locale: Locale; principle: Principle["number"] };

export async function ActionsForPrinciple({ locale, principle }: Props) {
  const area = listChecklist(locale).find((section) => section.principle === principle)?.area;
  const actions = await listActions(locale, { area });
  if (actions.length === 0) return null;
  const t = translator(locale, "actions");
  return (
    <section aria-labelledby="actions" className="mb-14">
      <h2 id="actions" className="mb-5">
        {t("ofPrinciple")}
      </h2>
      <ActionSummaries locale={locale} actions={variedFirst(actions, shown)} />
      <p className="mt-6">
        <a href={href(locale, filterPath({ area }))} className="inline-block py-1 font-bold">
          {t("allOfPrinciple", { count: actions.length })}
        </a>
      </p>
    </section>
  );
}
