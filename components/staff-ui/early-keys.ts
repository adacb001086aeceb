/** Without any once the page acts on its keys by itself. */
type PageWindow = Window & { earlyKeys?: KeyboardEvent[] | undefined };

/** Of a page that will act on keys once its scripts run: at its beginning, to be read first. */
export const onPageThatTakesKeys = { "data-takes-keys": "" };

/**
 * The first script of a page: it keeps keys that are pressed before the others run, which takes
 * half a second on a slow machine. It listens before React does, which lets no key pass by it until
 * it is ready.
 */
export const keepEarlyKeys = `window.earlyKeys=[];document.addEventListener("keydown",event=>{if(document.querySelector("[data-takes-keys]"))window.earlyKeys?.push(event)},true)`;

/** Gives each key once. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const page: PageWindow = window;
  const early = page.earlyKeys ?? [];
  page.earlyKeys = undefined;
  return early;
}
