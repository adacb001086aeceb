import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { Panel } from "@/app/admin/panel";
import { draw, putBack, save, withdraw } from "@/app/admin/publishing/actions";
import { requirePermission } from "@/lib/auth";
import { languageChoices, timeZones } from "@/app/admin/publishing/form-choices";
import { adminPictureAddress } from "@/app/admin/publishing/picture-address";
import { drawPreview, type Typed } from "@/app/admin/publishing/publication-answers";
import { messageFor } from "@/components/staff-ui/message-for";
import { LanguageLinks } from "@/components/publishing/language-links";
import { PublicationForm } from "@/components/publishing/publication-form";
import { kindLabels } from "@/components/publishing/publication-labels";
import { PublicationStanding } from "@/components/publishing/publication-standing";
import { VersionDifferences } from "@/components/publishing/version-differences";
import { VersionList } from "@/components/publishing/version-list";
import { WithdrawForm } from "@/components/publishing/withdraw-form";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Notice } from "@/components/ui/notice";
import { isoDay } from "@/lib/durations";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { knownPictures } from "@/lib/publications/picture-address";
import { publicPathOf, shownState } from "@/lib/publications/publication-state";
import {
  findPublication,
  listVersions,
  type PublicationVersion,
} from "@/lib/publications/staff-queries";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const outcomes: Readonly<Record<string, string>> = {
  saved: "Saved.",
  unchanged: "Nothing was changed: this is what stood there already.",
  corrected: "The correction is published. The page shows it from now on.",
  handedOver: "It waits for a colleague to read it.",
  published: "Published. The public pages show it from now on.",
  scheduled: "Scheduled. The public pages show it from that moment on.",
  unscheduled: "It is a draft again.",
  withdrawn: "Withdrawn. Its address says so from now on.",
};

const refusals: Readonly<Record<string, string>> = {
  changedMeanwhile: "Nothing was done: a colleague has changed this since you opened it.",
  secondPersonNeeded: "Nothing was published: somebody else must read it first. Ask a colleague.",
};

const searchParamsSchema = z.object({
  locale: z.string().refine(isLocale).optional().catch(undefined),
  /** The version whose text the form begins with. */
  from: z.coerce.number().int().optional().catch(undefined),
  /** The version that is compared with the one before it. */
  compare: z.coerce.number().int().optional().catch(undefined),
  done: z.string().catch(""),
  at: z.string().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("publish");
  const { texts } = await getPublication((await params).id);
  return { title: texts[0]?.latest.title };
}

export default async function PublicationPage({ params, searchParams }: Props) {
  const staff = await requirePermission("publish");
  const publication = await getPublication((await params).id);
  const parsed = searchParamsSchema.parse(await searchParams);
  const { id, kind, version, texts, pictures } = publication;
  const locale = parsed.locale ?? texts[0]?.locale ?? defaultLocale;
  const versions = await listVersions(id, locale);
  const state = shownState(publication, new Date());
  const text = texts.find((each) => each.locale === locale);
  const begin = versions.find(({ number }) => number === parsed.from) ?? text?.latest;
  const values: Typed = {
    kind,
    locale,
    ...valuesOf(begin ?? texts[0]?.latest, begin !== undefined),
    ...(state === "scheduled" && { publishAt: isoMinute(publication.publishedAt) }),
  };
  const outcome = messageFor(outcomes, parsed.done);
  const compared = versions.find(({ number }) => number === parsed.compare);
  return (
    <Panel staff={staff} section={{ name: "publishing", current: "true" }}>
      <PageTitle>{texts[0]?.latest.title}</PageTitle>
      <PublicationStanding
        kind={kindLabels[kind]}
        state={state}
        publication={publication}
        path={publicPathOf(publication)}
      />
      {messageFor(refusals, parsed.done) ? (
        <div className="mb-4">
          <Notice variant="warning" role="alert">
            <p>{messageFor(refusals, parsed.done)}</p>
          </Notice>
        </div>
      ) : null}
      {outcome && state === "withdrawn" ? (
        <div className="mb-4">
          <Notice variant="success" role="status">
            <p>{outcome}</p>
          </Notice>
        </div>
      ) : null}
      <LanguageLinks
        id={id}
        current={locale}
        languages={languageChoices()}
        written={texts.map((each) => each.locale)}
      />
      {parsed.from && begin ? (
        <p className="mb-4 font-bold">
          The form holds the text of version {begin.number}. Saving makes it the newest version.
        </p>
      ) : null}
      {state === "withdrawn" ? (
        <form action={putBack} className="mb-6">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={version} />
          <SmallButton>Publish it again at its address</SmallButton>
        </form>
      ) : (
        <PublicationForm
          // What was saved begins the form anew; everything else leaves in it what was typed.
          key={`${parsed.at} ${locale} ${parsed.from}`}
          edited={{
            kind,
            id,
            seen: version,
            state: state === "published" ? (text?.publicId ? "public" : "addition") : state,
            languages: languageChoices(),
            timeZones: timeZones(kind),
            pictures: pictures.map((each) => ({
              number: each.number,
              address: adminPictureAddress(each.id),
            })),
          }}
          values={values}
          outcome={outcome}
          preview={begin && drawPreview(values, knownPictures(pictures, adminPictureAddress))}
          action={save}
          draw={draw}
        />
      )}
      <section aria-labelledby="history" className="mt-10">
        <SectionTitle id="history">History</SectionTitle>
        <VersionList
          id={id}
          versions={versions}
          publicId={state === "withdrawn" ? null : (text?.publicId ?? null)}
          isScheduled={state === "scheduled"}
        />
        {compared ? (
          <VersionDifferences
            before={versions.find(({ number }) => number === compared.number - 1) ?? null}
            after={compared}
          />
        ) : null}
      </section>
      {state === "published" || state === "scheduled" ? (
        <section aria-labelledby="withdraw" className="mt-10">
          <SectionTitle id="withdraw">
            {state === "scheduled" ? "Take it off the schedule" : "Withdraw it"}
          </SectionTitle>
          <WithdrawForm
            id={id}
            seen={version}
            isScheduled={state === "scheduled"}
            action={withdraw}
          />
        </section>
      ) : null}
    </Panel>
  );
}

/** As fields for a moment take it, in UTC. */
const isoMinute = (moment: Date | null): string => moment?.toISOString().slice(0, 16) ?? "";

/** A further language of an event begins with when it takes place. */
const valuesOf = (version: PublicationVersion | undefined, isOwnLanguage: boolean) =>
  version && {
    ...(isOwnLanguage && {
      title: version.title,
      description: version.description,
      body: version.body,
      place: version.place ?? "",
    }),
    day: version.day ? isoDay(version.day) : "",
    time: version.time ?? "",
    timeZone: version.timeZone ?? "",
    ...(version.isConfirmed && { isConfirmed: "yes" }),
  };

const getPublication = cache(
  async (id: string) =>
    (await findPublication(id)) ?? redirect("/admin/publishing?problem=no_publication"),
);
