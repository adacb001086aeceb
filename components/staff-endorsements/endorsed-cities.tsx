import { Tag } from "@/components/staff-ui/tag";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { reviewAddress } from "@/lib/endorsements/review/review-filter";
import type { EndorsedCity } from "@/lib/endorsements/review/staff-queries";

const head = "border-b-2 border-line py-2 pe-4 text-start align-bottom font-bold";
const cell = "border-b border-line-soft py-2 pe-4 text-start align-top font-normal tabular-nums";

/** A line for each city with endorsements. */
export function EndorsedCities({ cities }: { cities: EndorsedCity[] }) {
  return (
    <section className="overflow-x-auto" tabIndex={0} aria-label="Endorsements by city">
      <table className="w-full leading-snug">
        <caption className="sr-only">Endorsements by city</caption>
        <thead>
          <tr>
            {["City", "Held", "Ask", "Thank", "30 days", "Milestone"].map((name) => (
              <th key={name} scope="col" className={head}>
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
              countryCode,
              isSpokenOf,
              isSignatory,
              asks,
              thanks,
              held,
              lastThirtyDays,
              milestone,
            }) => (
              <tr key={cityId} className="hover:bg-paper-deep">
                <th scope="row" className={cell}>
                  <a
                    href={
                      isSpokenOf
                        ? `/admin/endorsements/cities/${cityId}`
                        : reviewAddress({ city: cityId })
                    }
                    className="inline-block py-0.5 font-bold"
                  >
                    {name}
                  </a>{" "}
                  <span className="text-ink-soft">{nameOfCountry(defaultLocale, countryCode)}</span>{" "}
                  {isSignatory ? <Tag variant="good">Signatory</Tag> : null}
                </th>
                <td className={cell}>
                  {held > 0 ? (
                    <a
                      href={reviewAddress({ city: cityId })}
                      className="inline-block min-w-6 py-0.5"
                    >
                      {held}
                    </a>
                  ) : (
                    "0"
                  )}
                </td>
                <td className={cell}>{asks}</td>
                <td className={cell}>{thanks}</td>
                <td className={cell}>
                  {lastThirtyDays > 0 ? `+${lastThirtyDays}` : lastThirtyDays}
                </td>
                <td className={cell}>{milestone ?? "–"}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
