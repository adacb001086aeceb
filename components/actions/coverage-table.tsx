import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { AreaCoverage } from "@/lib/actions/coverage";
import { filterPath } from "@/lib/actions/filter-path";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; coverage: readonly AreaCoverage[]; members: number };

const number = "ps-3 text-end align-bottom font-normal sm:ps-8";

/** How many member cities have told of something in each area: drawn, and in numbers beside it. */
export function CoverageTable({ locale, coverage, members }: Props) {
  const t = translator(locale, "actions");
  const areas = translator(locale, "actions.areas");
  const statuses = translator(locale, "actions.statuses");
  return (
    <table className="w-full max-w-4xl">
      <caption className="pb-2 text-start text-ink-soft">
        {t("coverageCaption", { members })}
      </caption>
      <thead>
        <tr className="border-b-2 border-ink">
          <th scope="col" className="py-2 text-start align-bottom">
            {t("area")}
          </th>
          <th scope="col" className={`${number} py-2`}>
            <Swatch opacity={1} />
            {statuses("in_place")}
          </th>
          <th scope="col" className={`${number} py-2`}>
            <Swatch opacity={paleness} />
            {t("plannedOnly")}
          </th>
        </tr>
      </thead>
      <tbody>
        {coverage.map(({ area, principle, inPlace, plannedOnly }) => (
          <tr key={area} className="border-b border-line-soft">
            <th scope="row" className="w-full py-2 text-start font-normal">
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
            </th>
            <td className={`${number} py-2 text-lg`}>{inPlace}</td>
            <td className={`${number} py-2 text-lg`}>{plannedOnly}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tells apart, without colour, plans from what is in place. */
const paleness = 0.4;

function Swatch({ opacity }: { opacity: number }) {
  return (
    <svg
      viewBox="0 0 1 1"
      aria-hidden="true"
      className="me-1.5 inline size-3 border border-line fill-current"
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
      className={`mb-1 block h-3.5 w-full rounded-xs border border-line fill-current [[dir=rtl]_&]:-scale-x-100 ${className}`}
    >
      <rect width={inPlace} height="1" />
      <rect x={inPlace} width={plannedOnly} height="1" opacity={paleness} />
    </svg>
  );
}
