/**
 * A page's title, for the browser's tab, and the same when something in its form must be corrected.
 */
export type FormTitles = { plain: string; withErrors: string };

/** Names the page of a form by how the form stands. Its page must have no title of its own. */
export function FormTitle({ titles, hasErrors }: { titles: FormTitles; hasErrors: boolean }) {
  return <title>{hasErrors ? titles.withErrors : titles.plain}</title>;
}
