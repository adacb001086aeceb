import type { ReactNode } from "react";

export type BriefNews = {
  address: string;
  /** As `2019-03-28`. */
  date: string;
  dateline: ReactNode;
  title: string;
  description?: string;
};

/** For a page that is about something else. */
export function NewsInBrief({ news }: { news: readonly BriefNews[] }) {
  return (
    <ul className="space-y-6">
      {news.map(({ address, dateline, title, description }) => (
        <li key={address}>
          <p className="text-base text-ink-soft">{dateline}</p>
          <h3>
            <a href={address} className="text-ink">
              {title}
            </a>
          </h3>
          {description ? <p className="mt-1">{description}</p> : null}
        </li>
      ))}
    </ul>
  );
}
