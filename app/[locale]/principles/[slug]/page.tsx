import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionsForPrinciple } from "@/app/[locale]/principles/[slug]/actions-for-principle";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { ChecklistExamples } from "@/components/content/checklist-examples";
import { principleColours } from "@/components/content/principle-colours";
import { PrinciplePicture } from "@/components/content/principle-picture";
import { PrincipleNeighbours } from "@/components/content/principle-neighbours";
import { Prose } from "@/components/content/prose";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { listChecklist } from "@/lib/content/checklist";
import { listPrinciples } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

type Props = { params: Promise<{ slug: string }> };

async function findInOrder(params: Props["params"]) {
  const locale = await currentLocale();
  const { slug } = await params;
  const principles = await listPrinciples(locale);
  const index = principles.findIndex((principle) => principle.slug === slug);
  return {
    locale,
    previous: principles[index - 1],
    principle: principles[index] ?? notFound(),
    next: principles[index + 1],
  };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, principle } = await findInOrder(params);
  return pageMetadata(locale, `/principles/${principle.slug}`, {
    title: principle.title,
    description: principle.description,
  });
}

export default async function PrinciplePage({ params }: Props) {
  const { locale, previous, principle, next } = await findInOrder(params);
  const t = translator(locale, "principles");
  const colours = principleColours[principle.number];
  const section = listChecklist(locale).find(
    (candidate) => candidate.principle === principle.number,
  );
  const addressOf = ({ slug }: { slug: string }) => href(locale, `/principles/${slug}`);
  return (
    <article>
      <header className="night -mt-8 mb-10 pt-5 pb-8 sm:-mt-12 sm:mb-14 sm:pt-8 sm:pb-14">
        <Breadcrumbs
          label={translator(locale, "site")("breadcrumbs")}
          links={[{ href: href(locale, "/principles"), text: t("all") }]}
          current={principle.title}
        />
        <div className="items-center gap-x-14 gap-y-6 max-sm:space-y-6 sm:mt-6 sm:grid sm:grid-cols-[auto_minmax(0,1fr)]">
          <PrinciplePicture number={principle.number} className="size-24 sm:size-40 lg:size-56" />
          <div className="max-w-3xl">
            <p className={`text-lg font-bold ${colours.text}`}>
              {t("number", { number: principle.number })}
            </p>
            <h1 className="mt-1">{principle.title}</h1>
            <p className="mt-4 text-xl text-ink-soft">{principle.description}</p>
          </div>
        </div>
      </header>
      <ActionsForPrinciple locale={locale} principle={principle.number} />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,40em)_minmax(0,1fr)]">
        <div>
          <p className="mb-6 text-ink-soft">{t("commentary")}</p>
          <Prose locale={locale} entry={principle} />
        </div>
        {section ? (
          <ChecklistExamples
            title={t("examplesTitle")}
            lead={t("examplesLead")}
            section={section}
          />
        ) : null}
      </div>
      <PrincipleNeighbours
        label={t("all")}
        previous={
          previous && { principle: previous, address: addressOf(previous), label: t("previous") }
        }
        next={next && { principle: next, address: addressOf(next), label: t("next") }}
      />
    </article>
  );
}
