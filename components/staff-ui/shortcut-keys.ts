// What a key does on a page, without a part of the browser, so that it can be tested.

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "repeat"> & {
  isComposing: boolean;
  defaultPrevented: boolean;
};

/** Fields in which letters are typed or choose something. */
const typedIn =
  'input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"]), textarea, select, [contenteditable]';

/** Whether this is a press of one key alone, and not for a field. */
export const isShortcut = (press: Press, target: Pick<Element, "closest"> | null): boolean =>
  press.key.length === 1 &&
  !(press.ctrlKey || press.altKey || press.metaKey || press.repeat) &&
  !(press.isComposing || press.defaultPrevented) &&
  !target?.closest(`${typedIn}, dialog`);

/** The row after or before the one that has the focus; the first where none has it. */
export function rowAt(
  key: string,
  rows: readonly HTMLElement[],
  focused: Element | null,
): HTMLElement | undefined {
  const at = rows.findIndex((row) => row === focused);
  if (key === "j") return rows[at + 1];
  if (key === "k") return rows[Math.max(0, at - 1)];
  return undefined;
}
