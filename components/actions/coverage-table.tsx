import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { AreaCoverage } from "@/lib/actions/coverage";
import { filterPath } from "@/lib/actions/filter-path";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; coverage: readonly AreaCoverage[]; members: number };

const number = "py-1.5 ps-4 text-end align-bottom @xl:ps-8 @xl:align-middle @xl:whitespace-nowrap";

/** How many member cities have an action in each area: drawn, and in numbers beside it. */
export function CoverageTable({ locale, coverage, members }: Props) {
  const t = translator(locale, "actions");
  const areas = translator(locale, "actions.areas");
  const statuses = translator(locale, "actions.statuses");
  return (
    <div className="table-or-list max-w-4xl">
      <table className="w-full">
        <caption className="sr-only">{t("coverageCaption", { members })}</caption>
        <thead>
          <tr className="border-b-2 border-ink">
            <th scope="col" className="py-2 text-start align-bottom">
              {t("area")}
            </th>
            <th scope="col" className={number}>
              <Swatch opacity={1} />
              {statuses("in_place")}
            </th>
            <th scope="col" className={number}>
              <Swatch opacity={paleness} />
              {t("plannedOnly")}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ area, principle, inPlace, plannedOnly }) => (
            <tr key={area} className="border-b border-line-soft">
              <th scope="row" className="w-full py-1.5 text-start font-normal">
                <div className="items-center gap-x-6 @xl:grid @xl:grid-cols-[14rem_1fr]">
                  <a
                    href={href(locale, filterPath({ area }))}
                    className="inline-block py-1 text-ink decoration-line hover:text-ink"
                  >
                    {principle ? <PrincipleNumber number={principle} /> : null}
                    {areas(area)}
                  </a>
                  <CoverageBar
                    className={principle ? principleColours[principle].text : "text-ink"}
                    inPlace={inPlace}
                    plannedOnly={plannedOnly}
                    members={members}
                  />
                </div>
              </th>
              <td data-column={statuses("in_place")} className={number}>
                {inPlace}
              </td>
              <td data-column={t("plannedOnly")} className={number}>
                {plannedOnly}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Tells apart, without colour, plans from what is in place. */
const paleness = 0.4;

function Swatch({ opacity }: { opacity: number }) {
  return (
    <svg
      viewBox="0 0 1 1"
      aria-hidden="true"
      className="me-1.5 inline size-3 border @max-xl:ms-auto @max-xl:me-0 @max-xl:mb-1 @max-xl:block border-line fill-current"
    >
      <rect width="1" height="1" opacity={opacity} />
    </svg>
  );
}

/** As wide as all member cities: filled for those with something in place, pale for plans. */
function CoverageBar({
  inPlace,
  plannedOnly,
  members,
  className,
}: Pick<AreaCoverage, "inPlace" | "plannedOnly"> & { members: number; className: string }) {
  return (
    <svg
      viewBox={`0 0 ${Math.max(members, 1)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`block h-4 w-full rounded-xs border border-line fill-current [[dir=rtl]_&]:-scale-x-100 ${className}`}
    >
      <rect width={inPlace} height="1" />
      <rect x={inPlace} width={plannedOnly} height="1" opacity={paleness} />
    </svg>
  );
}
