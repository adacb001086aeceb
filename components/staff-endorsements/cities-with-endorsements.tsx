"use client";

import { Tag } from "@/components/staff-ui/tag";
import { formatNumber } from "@/components/staff-ui/format-number";
import type { CityWithEndorsements } from "@/lib/endorsements/review/staff-queries";

/** With its region and country, and the address of its held ones. */
export type CityRow = Omit<CityWithEndorsements, "regionName" | "countryCode"> & {
  whereabouts: string;
  heldAddress: string;
};

type Props = { cities: CityRow[] };

const head = "border-b-2 border-line py-2 align-bottom font-bold";
const cell = "border-b border-line-soft py-2 align-baseline font-normal";
const numbers = "ps-3 text-end tabular-nums sm:ps-4";
const onWideScreens = "max-sm:hidden";

const columns = [
  { name: "Held" },
  { name: "Ask" },
  { name: "Thank" },
  { name: "30 days", shown: onWideScreens },
  { name: "Milestone", shown: onWideScreens },
];

/**
 * A line for each city with endorsements. Of the client, as the table of the queue: the page
 * carries the rows beside it, and not each of its elements once more.
 */
export function CitiesWithEndorsements({ cities }: Props) {
  return (
    <section className="overflow-x-auto" tabIndex={0} aria-label="Endorsements by city">
      <table className="w-full leading-snug">
        <caption className="sr-only">Endorsements by city</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-start`}>
              City
            </th>
            {columns.map(({ name, shown = "" }) => (
              <th key={name} scope="col" className={`${head} ${numbers} ${shown}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cities.map(
            ({
              cityId,
              name,
              whereabouts,
              isSpokenOf,
              isSignatory,
              asks,
              thanks,
              held,
              heldAddress,
              lastThirtyDays,
              milestone,
            }) => (
              <tr key={cityId} className="hover:bg-paper-deep">
                <th scope="row" className={`${cell} text-start`}>
                  <a
                    href={isSpokenOf ? `/admin/endorsements/cities/${cityId}` : heldAddress}
                    className="inline-block py-0.5 font-bold"
                  >
                    {name}
                  </a>{" "}
                  <span className="text-ink-soft">{whereabouts}</span>{" "}
                  {isSignatory ? <Tag variant="good">Signatory</Tag> : null}
                </th>
                <td className={`${cell} ${numbers}`}>
                  {held > 0 ? (
                    <a href={heldAddress} className="inline-block min-w-6 py-0.5">
                      {formatNumber(held)}
                    </a>
                  ) : (
                    "0"
                  )}
                </td>
                <td className={`${cell} ${numbers}`}>{formatNumber(asks)}</td>
                <td className={`${cell} ${numbers}`}>{formatNumber(thanks)}</td>
                <td className={`${cell} ${numbers} ${onWideScreens}`}>
                  {lastThirtyDays > 0
                    ? `+${formatNumber(lastThirtyDays)}`
                    : formatNumber(lastThirtyDays)}
                </td>
                <td className={`${cell} ${numbers} ${onWideScreens}`}>
                  {milestone ? formatNumber(milestone) : "–"}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
