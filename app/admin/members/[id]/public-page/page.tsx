import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { restore, save, showAction } from "@/app/admin/members/[id]/public-page/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { ActionForm } from "@/components/city-pages/action-form";
import { FactsForm } from "@/components/city-pages/facts-form";
import { VersionList } from "@/components/city-pages/version-list";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { Notice } from "@/components/ui/notice";
import { areasInOrder } from "@/lib/actions/areas";
import { latestReport, nameOfReporter } from "@/lib/actions/stored-action";
import { requirePermission } from "@/lib/auth";
import type { StoredAction } from "@/lib/cities/page-content";
import { isoDay } from "@/lib/durations";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { findEditedPage, listPageVersions, type EditedPage } from "@/lib/members/page/queries";
import { ActionStatus } from "@/prisma/generated/enums";

export const metadata: Metadata = { title: "Page of a member city" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; at?: string; action?: string }>;
};

const outcomes: Readonly<Record<string, string>> = {
  saved: "Saved. The public page shows it from now on. You can bring back what was there before.",
  unchanged: "Nothing was changed: this is what stood there already.",
};

const changedMeanwhile =
  "Nothing was done: a colleague has edited this page in the meantime. This is how it stands now.";

export default async function PublicPageOfMember({ params, searchParams }: Props) {
  const staff = await requirePermission("editCityPages");
  const cityId = cityIdSchema.safeParse((await params).id).data;
  const page = cityId ? await findEditedPage(cityId) : null;
  if (!page || !cityId) redirect("/admin/members?problem=no_member");
  const [versions, { done = "", at, action: chosen }] = await Promise.all([
    listPageVersions(cityId),
    searchParams,
  ]);
  const { city, number, content } = page;
  return (
    <Panel staff={staff} section={{ name: "members", current: "true" }}>
      <PageTitle>Page of {city.name}</PageTitle>
      <p className="mb-4 text-ink-soft">
        <a href={href(defaultLocale, `/cities/${city.slug}`)}>Public page</a>.{" "}
        <a href={`/admin/members/${cityId}`}>Back to the member</a>.
      </p>
      {messageFor(outcomes, done) || done === "changedMeanwhile" ? (
        <div className="mb-4">
          <Notice variant={messageFor(outcomes, done) ? "success" : "warning"} role="status">
            <p>{messageFor(outcomes, done) ?? changedMeanwhile}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(16rem,20rem)]">
        {chosen ? (
          <ChosenAction key={chosen} page={page} chosen={chosen} />
        ) : (
          <div className="space-y-10">
            <section aria-labelledby="facts">
              <SectionTitle id="facts">Website and summary</SectionTitle>
              <FactsForm
                // What was saved begins the form anew.
                key={at}
                action={save}
                cityId={cityId}
                seen={number}
                values={{
                  website: content.website ?? "",
                  summary: content.summary?.text ?? "",
                  by: content.summary?.by ?? "coalition",
                }}
              />
            </section>
            <Actions page={page} />
          </div>
        )}
        <section aria-labelledby="history" className="max-lg:mt-8">
          <SectionTitle id="history">History</SectionTitle>
          <VersionList versions={versions} cityId={cityId} shown={number} restore={restore} />
        </section>
      </div>
    </Panel>
  );
}

const areaNames = translator(defaultLocale, "actions.areas");
const statusNames = translator(defaultLocale, "actions.statuses");

const nameOf = ({ title, area }: StoredAction): string => title ?? areaNames(area);

const today = () => isoDay(new Date());

/** The form of one action, or of a new one. */
function ChosenAction({ page, chosen }: { page: EditedPage; chosen: string }) {
  const { city, number, actions } = page;
  const action = actions.find(({ id }) => id === chosen);
  return (
    <section aria-labelledby="action">
      <SectionTitle id="action">{action ? nameOf(action) : "Add an action"}</SectionTitle>
      <p className="mb-4">
        <a href={pageOf(city.cityId)}>Back to website, summary and all actions</a>
      </p>
      <ActionForm
        action={save}
        cityId={city.cityId}
        seen={number}
        areas={areasInOrder.map((area) => ({ value: area, label: areaNames(area) }))}
        statuses={Object.values(ActionStatus).map((status) => ({
          value: status,
          label: statusNames(status),
        }))}
        values={action ? valuesOf(action) : { date: today(), by: "city" }}
        reporter={action && nameOfReporter(defaultLocale, latestReport(action), city.name)}
      />
    </section>
  );
}

const pageOf = (cityId: number): string => `/admin/members/${cityId}/public-page`;

function Actions({ page: { city, number, actions } }: { page: EditedPage }) {
  return (
    <section aria-labelledby="page-actions">
      <SectionTitle id="page-actions">Actions</SectionTitle>
      <ul className="mb-4 divide-y divide-line-soft">
        {actions.map((action) => (
          <li key={action.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1">
              {action.isTakenOut ? (
                `${nameOf(action)} (taken off the page)`
              ) : (
                <a href={`${pageOf(city.cityId)}?action=${action.id}`} className="font-bold">
                  {nameOf(action)}
                </a>
              )}
              <span className="block text-ink-soft">
                {statusNames(latestReport(action).status)}, {areaNames(action.area)}
              </span>
            </span>
            <form action={showAction}>
              <input type="hidden" name="cityId" value={city.cityId} />
              <input type="hidden" name="seen" value={number} />
              <input type="hidden" name="id" value={action.id} />
              <input type="hidden" name="kind" value={action.isTakenOut ? "putBack" : "takeOut"} />
              <SmallButton
                aria-label={`${action.isTakenOut ? "Put back" : "Take off"}: ${nameOf(action)}`}
              >
                {action.isTakenOut ? "Put back" : "Take off"}
              </SmallButton>
            </form>
          </li>
        ))}
      </ul>
      <a href={`${pageOf(city.cityId)}?action=new`}>Add an action</a>
    </section>
  );
}

function valuesOf(action: StoredAction) {
  const { status, date } = latestReport(action);
  const { id, area, text, locale } = action;
  const [title, url] = [action.title ?? "", action.url ?? ""];
  return { id, area, text, locale, title, url, status, date, by: "same" };
}
