import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** A search on the server, without scripts. */
export function PlaceSearch({
  action,
  query,
  texts,
}: {
  action: string;
  query: string;
  texts: Record<"label" | "hint" | "search", string>;
}) {
  return (
    <search>
      <form
        method="get"
        action={action}
        className="flex max-w-xl flex-wrap items-end gap-x-3 gap-y-2"
      >
        <div className="min-w-[min(14rem,100%)] flex-1">
          <TextField
            name="query"
            type="search"
            label={texts.label}
            hint={texts.hint}
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            required
          />
        </div>
        <Button variant={query ? "secondary" : "primary"}>{texts.search}</Button>
      </form>
    </search>
  );
}

/** A place that was found. Names repeat, so its region and country stand beside it. */
type Found = { href: string; name: string; whereabouts: string };

export function FoundPlaces({ places, lead }: { places: Found[]; lead: ReactNode }) {
  return (
    <>
      <p className="mt-2">{lead}</p>
      <ul className="mt-3 divide-y divide-line-soft border-y border-line-soft">
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} className="block py-3 no-underline hover:bg-paper-deep">
              <bdi className="font-bold underline">{place.name}</bdi>
              <span className="block text-ink-soft">{place.whereabouts}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
